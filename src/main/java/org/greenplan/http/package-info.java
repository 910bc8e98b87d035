/** The web server: every address in one table, problems in words, pages with their security headers. */
@NullMarked
package org.greenplan.http;

import org.jspecify.annotations.NullMarked;

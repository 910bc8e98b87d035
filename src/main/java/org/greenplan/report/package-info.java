/** The figures put together for a reader. */
@NullMarked
package org.greenplan.report;

import org.jspecify.annotations.NullMarked;

/** The program itself: the configuration and the one place where all parts are joined. */
@NullMarked
package org.greenplan;

import org.jspecify.annotations.NullMarked;

/** The plan's desk: the one door for all that is written, and the checks before it. */
@NullMarked
package org.greenplan.plan;

import org.jspecify.annotations.NullMarked;

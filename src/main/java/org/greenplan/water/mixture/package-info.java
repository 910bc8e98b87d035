/** Whose water stands where: the share of each source in the water of a lake. Pure. */
@NullMarked
package org.greenplan.water.mixture;

import org.jspecify.annotations.NullMarked;

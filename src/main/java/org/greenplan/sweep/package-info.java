/** The areas of a whole plan in one pass over the plane, slab by slab: the kernel for imports, and the second way of {@code count}. Pure. */
@NullMarked
package org.greenplan.sweep;

import org.jspecify.annotations.NullMarked;

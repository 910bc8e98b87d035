/** Where a pair of numbers lies: reference systems and their texts, the plan's plane, ellipsoids, and shifts between maps. */
@NullMarked
package org.greenplan.crs;

import org.jspecify.annotations.NullMarked;

/** What the shape of a lake says: how green its shore is, and whether water crosses the lake. Metres on the plan's plane, x east, y north. Pure. */
@NullMarked
package org.greenplan.water.shore;

import org.jspecify.annotations.NullMarked;

/** Flows of least cost through a network whose arcs may lose on the way. Pure. */
@NullMarked
package org.greenplan.water.flow;

import org.jspecify.annotations.NullMarked;

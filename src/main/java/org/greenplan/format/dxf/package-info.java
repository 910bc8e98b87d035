/** Drawings: DXF from any designer, and the drawing a designer gets from the plan. */
@NullMarked
package org.greenplan.format.dxf;

import org.jspecify.annotations.NullMarked;

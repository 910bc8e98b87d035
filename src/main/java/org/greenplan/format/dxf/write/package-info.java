/** The drawing that a designer gets from the plan: its layers, outlines, hatches, labels and notes. */
@NullMarked
package org.greenplan.format.dxf.write;

import org.jspecify.annotations.NullMarked;

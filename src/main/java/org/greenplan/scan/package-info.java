/** Where a scanned drawing lies: control points, the best fit through them, and which of them is doubtful. */
@NullMarked
package org.greenplan.scan;

import org.jspecify.annotations.NullMarked;

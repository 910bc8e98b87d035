/** The height of the ground out of a digital elevation model, and what it means for a line of water. Optional: without it levels are typed. */
@NullMarked
package org.greenplan.relief;

import org.jspecify.annotations.NullMarked;

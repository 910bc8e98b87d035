/** Geometry without plans: robust overlay, lengths, belts, repair. */
@NullMarked
package org.greenplan.geo;

import org.jspecify.annotations.NullMarked;

/** Geometry without plans: projection, robust overlay, areas, GeoJSON text, repair. */
@NullMarked
package org.greenplan.geo;

import org.jspecify.annotations.NullMarked;

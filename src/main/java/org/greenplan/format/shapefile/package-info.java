/** Shapefiles, the format in which the districts' offices exchange nearly everything. */
@NullMarked
package org.greenplan.format.shapefile;

import org.jspecify.annotations.NullMarked;

/** KML and KMZ: what Google Earth and Ovital show. */
@NullMarked
package org.greenplan.format.kml;

import org.jspecify.annotations.NullMarked;

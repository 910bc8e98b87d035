/** The plan as OGC API Features: what QGIS, ArcGIS, GDAL and the map itself read and write. */
@NullMarked
package org.greenplan.ogc;

import org.jspecify.annotations.NullMarked;

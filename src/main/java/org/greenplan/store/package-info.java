/** Databases: the embedded GeoPackage and the team's PostGIS, one schema, one code, two dialects. */
@NullMarked
package org.greenplan.store;

import org.jspecify.annotations.NullMarked;

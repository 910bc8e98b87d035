/** GeoPackages: those of strangers, those that leave the plan, and the tables that the plan's own file shares with them. */
@NullMarked
package org.greenplan.format.geopackage;

import org.jspecify.annotations.NullMarked;

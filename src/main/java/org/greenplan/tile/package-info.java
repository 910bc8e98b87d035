/** Vector tiles for looking at any number of features: the map's own and those of OGC API Tiles. */
@NullMarked
package org.greenplan.tile;

import org.jspecify.annotations.NullMarked;

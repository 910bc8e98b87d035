/** GeoJSON (RFC 7946) and its sequences (RFC 8142). */
@NullMarked
package org.greenplan.format.geojson;

import org.jspecify.annotations.NullMarked;

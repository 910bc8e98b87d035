package org.greenplan.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One object of a layer as it is stored.
 *
 * @param version 1 when created, one more with every change
 * @param attributes every attribute of the catalogue in its order, null where not set
 * @param geometry lon/lat degrees, EPSG:4490; MultiPolygon, MultiLineString or Point
 */
public record Feature(FeatureRef ref, int version, Map<String, @Nullable Object> attributes, Geometry geometry) {
    public Feature {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}

package org.greenplan.oracle;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as a stranger reads it over HTTP.
 *
 * @param properties as text; what is null is missing
 * @param lonLat degrees, longitude first
 */
public record PlanFeature(String layer, long id, int version, Map<String, String> properties, Geometry lonLat) {
    public String text(String property) {
        return properties.getOrDefault(property, "");
    }

    double number(String property) {
        return Double.parseDouble(properties.getOrDefault(property, "0"));
    }

    /** Such as {@code parks 7}. */
    public String name() {
        return layer + " " + id;
    }
}

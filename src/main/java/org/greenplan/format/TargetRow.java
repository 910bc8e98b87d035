package org.greenplan.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature on its way out.
 *
 * @param plotId the same in every format, such as {@code parks.17}: by it a returned file is matched
 * @param label what it is called on the map
 * @param netM2 net area on the plan's plane; null for what is no plot
 * @param values by field name, of the catalogue's Java types
 * @param shape in the file's coordinate system, east before north; MultiPolygon, MultiLineString or Point
 */
public record TargetRow(
        String plotId,
        long id,
        int version,
        String label,
        @Nullable Double netM2,
        Map<String, @Nullable Object> values,
        Geometry shape) {
    public TargetRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}

package org.greenplan.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.geo.GeometryNote;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One record of a foreign file, nothing interpreted yet.
 *
 * @param number its place in the file, from 1, as the program that wrote the file counts
 * @param id what identifies it in the file (a GeoJSON id, the plot id of a drawing that we gave out), or null
 * @param values by field name: String, Long, Double, Boolean or LocalDate; null where not set
 * @param shape in the file's own coordinates, two dimensions, x = east or longitude, y = north or latitude as far as the format
 *     says which is which; null where the record has none
 * @param notes what the reader mended: heights dropped, rings closed, arcs turned into chords …
 */
public record SourceRow(
        long number,
        @Nullable String id,
        Map<String, @Nullable Object> values,
        @Nullable Geometry shape,
        List<GeometryNote> notes) {
    public SourceRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        notes = List.copyOf(notes);
    }
}

package org.greenplan.format.kml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One placemark.
 *
 * @param container number of the folder or document that holds it, in the order in which these begin
 * @param attribute its XML attribute {@code id}, or null
 */
record KmlPlacemark(
        long number,
        int container,
        @Nullable String attribute,
        Map<String, @Nullable Object> values,
        @Nullable Geometry shape,
        List<GeometryNote> notes) {
    SourceRow row(List<SourceField> fields) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        fields.forEach(field -> typed.put(field.name(), FieldTypes.as(field.type(), values.get(field.name()))));
        String plot = PlotId.in(values);
        return new SourceRow(number, plot == null ? attribute : plot, typed, shape, notes);
    }
}

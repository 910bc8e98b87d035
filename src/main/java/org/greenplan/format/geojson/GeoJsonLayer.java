package org.greenplan.format.geojson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.text.TextEncoding;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The features of a GeoJSON file, or those of them that left the plan in one layer.
 *
 * @param only the layer they left, or null for all
 */
record GeoJsonLayer(
        SourceFile source,
        TextEncoding encoding,
        String name,
        @Nullable String only,
        List<SourceField> fields,
        DeclaredCrs declared,
        long rows,
        List<Words> findings)
        implements SourceLayer {
    @Override
    public String file() {
        return source.name();
    }

    @Override
    public String format() {
        return "geojson";
    }

    @Override
    public Optional<DeclaredCrs> crs() {
        return Optional.of(declared);
    }

    @Override
    public OptionalLong count() {
        return OptionalLong.of(rows);
    }

    @Override
    public void each(Consumer<SourceRow> to) {
        new FeatureStream(source, encoding, true).each(row -> {
            if (only == null || only.equals(GeoJsonReader.layerOf(row))) {
                to.accept(typed(row));
            }
        });
    }

    private SourceRow typed(SourceRow row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (SourceField field : fields) {
            Object value = row.values().get(field.name());
            boolean date = field.type() == AttributeType.DATE;
            values.put(
                    field.name(),
                    date && value instanceof String text
                            ? FieldTypes.faithful(text, FieldTypes.dated(text))
                            : FieldTypes.as(field.type(), value));
        }
        return new SourceRow(row.number(), row.id(), values, row.shape(), row.notes());
    }
}

package org.greenplan.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Tiles in TileJSON 3.0, which map libraries read. */
final class TileJson {
    private TileJson() {}

    static Map<String, Object> of(TileSubject subject, String template, Envelope box, @Nullable String language) {
        Locale locale = Words.language(language);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tilejson", "3.0.0");
        document.put("name", subject.title().in(locale));
        document.put("scheme", "xyz");
        document.put("tiles", List.of(template));
        document.put("minzoom", 0);
        document.put("maxzoom", MatrixSet.LEVELS - 1);
        if (!box.isNull()) {
            document.put("bounds", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        }
        document.put(
                "vector_layers",
                subject.layers().stream().map(layer -> layer(layer, locale)).toList());
        return document;
    }

    private static Map<String, Object> layer(LayerType layer, Locale language) {
        Map<String, Object> fields = new LinkedHashMap<>();
        layer.attributes().forEach(a -> fields.put(a.name(), a.type().name()));
        return Map.of("id", layer.id(), "description", layer.title().in(language), "fields", fields);
    }
}

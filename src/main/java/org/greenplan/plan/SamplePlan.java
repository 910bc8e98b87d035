package org.greenplan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.list.ListText;
import org.jspecify.annotations.Nullable;

/**
 * The plan that comes with the program: one GeoJSON file per layer, its properties the attributes of the catalogue, its
 * geometries lon/lat degrees; and one per kind of record, without geometries. What a file leaves out, the plan gives.
 */
public final class SamplePlan {
    /** The folder of the sample inside the program. */
    public static final String NAME = "shangjie";

    private static final String ENDING = ".geojson";

    private SamplePlan() {}

    /** What the sample says of itself. */
    public static PlanProfile profile(Catalogue catalogue) {
        return PlanProfileReader.bundled(NAME, catalogue);
    }

    /** Every feature of the sample. */
    public static List<Change.Create> bundled(Catalogue catalogue) {
        return bundled(NAME, catalogue);
    }

    /** Every feature of a plan inside the program, by its folder's name, layer by layer in the order of the catalogue. */
    public static List<Change.Create> bundled(String plan, Catalogue catalogue) {
        Bundled files = Bundled.resource(plan);
        List<Change.Create> creates = new ArrayList<>();
        for (LayerType layer : catalogue.layers()) {
            if (files.files().containsKey(layer.id() + ENDING)) {
                creates.addAll(read(layer, files.text(layer.id() + ENDING)));
            }
        }
        return creates;
    }

    /** Every feature and every record of the sample. */
    public static List<Change.Create> whole(Catalogue catalogue) {
        return Stream.concat(bundled(catalogue).stream(), records(catalogue).stream())
                .toList();
    }

    /** Every record of the sample: what it knows about water. */
    public static List<Change.Create> records(Catalogue catalogue) {
        Bundled files = Bundled.resource(NAME);
        return catalogue.records().stream()
                .filter(kind -> files.files().containsKey(kind.id() + ENDING))
                .flatMap(kind -> read(kind, files.text(kind.id() + ENDING)).stream())
                .toList();
    }

    private static List<Change.Create> read(LayerType layer, String text) {
        List<Change.Create> creates = new ArrayList<>();
        for (JsonNode feature : tree(text).path("features")) {
            creates.add(new Change.Create(
                    layer.id(),
                    null,
                    1,
                    attributes(layer, feature.path("properties")),
                    layer.isRecord()
                            ? Feature.NO_SHAPE
                            : GeoJsonText.parse(feature.path("geometry").toString())
                                    .geometry()));
        }
        return creates;
    }

    private static JsonNode tree(String text) {
        try {
            return JsonTree.of(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> attributes(LayerType layer, JsonNode properties) {
        for (var names = properties.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (layer.find(name).isEmpty()) {
                throw new IllegalStateException("layer " + layer.id() + " has no attribute " + name);
            }
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            JsonNode value = properties.get(attribute.name());
            if (value != null) {
                values.put(attribute.name(), value(attribute, value));
            }
        }
        return values;
    }

    private static @Nullable Object value(Attribute attribute, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (attribute.type()) {
            case TEXT -> value.asText();
            case LIST -> ListText.value(value.toString()).orElseThrow();
            case INTEGER -> Long.valueOf(value.asLong());
            case REAL -> Double.valueOf(value.asDouble());
            case BOOLEAN -> Boolean.valueOf(value.asBoolean());
            case DATE -> LocalDate.parse(value.asText());
        };
    }
}

package org.greenplan.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.ShortNames;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.Gdal;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceFile;
import org.greenplan.json.JsonTree;
import org.jspecify.annotations.Nullable;

/** What GDAL reads out of an exported file, told by {@code src/test/gdal/layers.py}. */
record GdalLayers(JsonNode layers) {
    static GdalLayers of(SourceFile file, OutAndBack.Way way) {
        String path = (file.name().endsWith(".zip") ? "/vsizip/" : "") + file.path();
        String said = Gdal.run("/usr/bin/python3", "src/test/gdal/layers.py", path, way.crs());
        try {
            // Remarks of GDAL's come before: none of them may be a warning.
            if (said.contains("Warning") || said.contains("ERROR")) {
                throw new AssertionError(said.substring(0, Math.min(said.length(), 2000)));
            }
            return new GdalLayers(JsonTree.of(said));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The coordinate systems that layers with shapes name. */
    Set<String> systems() {
        Set<String> systems = new TreeSet<>();
        each(layers)
                .filter(l -> l.get("crs").isTextual())
                .forEach(l -> systems.add(l.get("crs").asText()));
        return systems;
    }

    /** The features of a layer of the plan: of GDAL's layer of that name, or those that say so in a file of one layer only. */
    List<JsonNode> features(LayerType layer) {
        Set<String> names = Set.of(layer.id(), layer.title().zh());
        List<JsonNode> features = new ArrayList<>();
        for (JsonNode found : layers) {
            boolean named = names.contains(found.get("name").asText());
            rows(found)
                    .filter(f ->
                            named || layer.id().equals(f.at("/fields/gp_layer").asText()))
                    .forEach(features::add);
        }
        return features;
    }

    /** Rows of the tables of these names. */
    int count(Set<String> names) {
        return each(layers)
                .filter(l -> names.contains(l.get("name").asText()))
                .mapToInt(l -> (int) rows(l).count())
                .sum();
    }

    /** The only row of an empty sheet is its heading, which GDAL takes for a row all the same. */
    private static Stream<JsonNode> rows(JsonNode layer) {
        return each(layer.get("features"))
                .filter(f -> !f.at("/fields/Field1").asText().equals(PlotId.FIELD));
    }

    /** What a drawing has on a layer's own sheets, its belts left out. */
    List<JsonNode> drawn(LayerType layer) {
        String title = layer.title().zh();
        return each(layers.get(0).get("features"))
                .filter(f -> f.at("/fields/Text").isNull())
                .filter(f -> {
                    String sheet = f.at("/fields/Layer").asText();
                    return sheet.equals(title) || (sheet.startsWith(title + "-") && !sheet.endsWith("-绿带"));
                })
                .toList();
    }

    List<String> texts() {
        return each(layers.get(0).get("features"))
                .map(f -> f.at("/fields/Text").asText())
                .toList();
    }

    @Nullable
    String name(JsonNode feature) {
        return Stream.of("name", "Name", "名称")
                .map(n -> feature.get("fields").get(n))
                .filter(n -> n != null)
                .map(JsonNode::asText)
                .findFirst()
                .orElse(null);
    }

    Map<String, JsonNode> byPlot(List<JsonNode> features) {
        Map<String, JsonNode> plots = new LinkedHashMap<>();
        for (JsonNode feature : features) {
            JsonNode fields = feature.get("fields");
            String plot = (fields.has(PlotId.FIELD) ? fields.get(PlotId.FIELD) : fields.path("id")).asText();
            if (!plot.isEmpty()) {
                plots.put(plot, feature);
            }
        }
        return plots;
    }

    static double areaM2(List<JsonNode> features) {
        return features.stream().mapToDouble(f -> f.get("area").asDouble()).sum();
    }

    /** By its name, its short name or its title, as the format has it; KML calls a plot's name Name. */
    static JsonNode value(JsonNode feature, LayerType layer, Attribute attribute) {
        JsonNode fields = feature.get("fields");
        return Stream.of(
                        attribute.name(),
                        ShortNames.of(layer).get(attribute.name()),
                        attribute.title().zh(),
                        attribute.name().equals("name") ? "Name" : attribute.name())
                .filter(fields::has)
                .findFirst()
                .map(fields::get)
                .orElseThrow(() -> new AssertionError(attribute.name() + " is not among " + fields));
    }

    /** The value as we mean it: tables hold everything as text, dBASE has T and F, GDAL writes dates with slashes. */
    static @Nullable Object read(AttributeType type, JsonNode value) {
        String text = value.asText();
        if (value.isNull() || text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT, LIST -> text;
            case INTEGER -> Long.valueOf(text);
            case REAL -> Double.valueOf(text);
            case BOOLEAN -> text.equals("?") ? null : Set.of("true", "T", "1").contains(text);
            case DATE -> FieldTypes.dated(text);
        };
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

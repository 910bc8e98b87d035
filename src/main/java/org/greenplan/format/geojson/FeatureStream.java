package org.greenplan.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceRow;
import org.greenplan.format.text.TextEncoding;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.GeometryJson;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through a GeoJSON file and meets its features one by one: the text is never in memory as a whole. What an object is
 * may stand behind what it holds, so each member is taken for what its name says and the type is judged at the end.
 */
final class FeatureStream {
    private static final int MAX_COLLECTIONS = 4;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(PropertyValues.MOST_CHARS)
                    .maxNameLength(1000)
                    .maxNestingDepth(100)
                    .build())
            .build();

    private final SourceFile file;
    private final TextEncoding encoding;
    private final boolean shapes;
    private @Nullable DeclaredCrs crs;
    private long number;

    /** @param shapes false where only the attributes are wanted */
    FeatureStream(SourceFile file, TextEncoding encoding, boolean shapes) {
        this.file = file;
        this.encoding = encoding;
        this.shapes = shapes;
    }

    /** The coordinate system of the legacy member {@code crs}, once the file has been read, or null. */
    @Nullable
    DeclaredCrs crs() {
        return crs;
    }

    void each(Consumer<SourceRow> to) {
        number = 0;
        try (Reader text = encoding.open(file);
                JsonParser json = JSON.createParser(new SeparatorsAsBlanks(text))) {
            while (json.nextToken() != null) {
                object(json, 0, to);
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
            throw file.broken(
                    number + 1,
                    "不是完整的 JSON(行：列 " + where + "," + e.getOriginalMessage() + ")。文件可能被截断，请重新导出。",
                    "no complete JSON (line:column " + where + ", " + e.getOriginalMessage()
                            + "). The file may be cut short; export it again.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void object(JsonParser json, int depth, Consumer<SourceRow> to) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT || depth > MAX_COLLECTIONS) {
            throw file.broken(
                    number + 1,
                    "这里应是 GeoJSON 对象 {…}，集合最多嵌套 " + MAX_COLLECTIONS + " 层。",
                    "a GeoJSON object {…} is expected here, collections nested " + MAX_COLLECTIONS + " deep at most.");
        }
        Members members = new Members();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "features" -> features(json, depth, members, to);
                case "crs" -> crs = NamedCrs.read(json);
                case "id" -> members.id = json.currentToken().isScalarValue() ? json.getText() : null;
                case "properties" ->
                    members.properties = PropertyValues.read(
                            json,
                            () -> file.broken(
                                    number + 1, "属性文字过长。请检查该要素。", "the attributes are too long. Check this feature."));
                case "geometry" -> members.geometry = geometry(json);
                default -> bare(json, name, members);
            }
            json.skipChildren();
        }
        finish(members, to);
    }

    private void features(JsonParser json, int depth, Members members, Consumer<SourceRow> to) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw file.broken("features 应为数组。", "features should be an array.");
        }
        members.collection = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            object(json, depth + 1, to);
        }
    }

    private GeoJsonText.@Nullable Parsed geometry(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL || !shapes) {
            return null;
        }
        try {
            return new GeometryJson("geometry", GeometryJson.Positions.ANY).read(json);
        } catch (Problem e) {
            throw of(e);
        }
    }

    /** The members of a geometry that stands for itself; its type is also the type of whatever else the object is. */
    private void bare(JsonParser json, String name, Members members) throws IOException {
        try {
            if (name.equals("type")) {
                members.type = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
                members.bare.take(name, json);
            } else if (shapes) {
                members.bare.take(name, json);
            }
        } catch (Problem e) {
            throw of(e);
        }
    }

    private void finish(Members members, Consumer<SourceRow> to) {
        switch (members.type) {
            case "Feature" -> row(members.id, members.properties, members.geometry, to);
            case "FeatureCollection" -> {
                if (!members.collection) {
                    throw file.broken("FeatureCollection 没有 features。", "the FeatureCollection has no features.");
                }
            }
            case "Point",
                    "LineString",
                    "Polygon",
                    "MultiPoint",
                    "MultiLineString",
                    "MultiPolygon",
                    "GeometryCollection" -> {
                try {
                    row(null, Map.of(), shapes ? members.bare.finish() : null, to);
                } catch (Problem e) {
                    throw of(e);
                }
            }
            default -> throw foreign(members.type);
        }
    }

    private void row(
            @Nullable String id,
            Map<String, @Nullable Object> properties,
            GeoJsonText.@Nullable Parsed shape,
            Consumer<SourceRow> to) {
        number++;
        String plot = PlotId.in(properties);
        to.accept(new SourceRow(
                number,
                plot == null ? id : plot,
                properties,
                shape == null ? null : shape.geometry(),
                shape == null ? List.of() : shape.notes()));
    }

    private Problem of(Problem e) {
        Words words = e.words();
        String at = e.field() == null ? "" : " (" + e.field() + ")";
        return file.broken(number + 1, words.zh() + at, words.en() + at);
    }

    private Problem foreign(String type) {
        String named = type.isEmpty() ? "—" : type.substring(0, Math.min(type.length(), 40));
        return file.broken(
                number + 1,
                "类型“" + named + "”不是 GeoJSON（Esri JSON、TopoJSON 等请另存为 GeoJSON）。",
                "the type \"" + named + "\" is no GeoJSON; save Esri JSON, TopoJSON and the like as GeoJSON.");
    }

    private static final class Members {
        private String type = "";
        private boolean collection;
        private @Nullable String id;
        private Map<String, @Nullable Object> properties = Map.of();
        private GeoJsonText.@Nullable Parsed geometry;
        private final GeometryJson bare = new GeometryJson("geometry", GeometryJson.Positions.ANY);
    }
}

package org.greenplan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenplan.crs.ControlFit;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.TableColumns;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.jspecify.annotations.Nullable;

/** Reads what the planner chose: {@code {layers: [{source, target, crs, fields, …}]}}. */
final class ChoiceReader {
    private ChoiceReader() {}

    static List<LayerChoice> layers(JsonNode body) {
        JsonNode layers = body.path("layers");
        if (!layers.isArray() || layers.isEmpty()) {
            throw invalid("layers", "请至少选择一个图层。", "Choose at least one layer.");
        }
        List<LayerChoice> choices = new ArrayList<>();
        for (JsonNode layer : layers) {
            choices.add(layer(layer, "layers[" + choices.size() + "]"));
        }
        return choices;
    }

    /** How the files are to be read: {@code {encoding, columns: [{file, layer, roles}]}}. */
    static ReadOptions reading(JsonNode body) {
        String encoding = body.path("encoding").asText("");
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (JsonNode layer : body.path("columns")) {
            Map<String, String> roles = texts(layer.path("roles"));
            for (String role : roles.keySet()) {
                if (!role.equals("rows") && !TableColumns.ROLES.contains(role)) {
                    String known = String.join(", ", TableColumns.ROLES);
                    throw invalid(
                            "columns",
                            "没有列的用途“" + role + "”。可用：" + known + "、rows。",
                            "\"" + role + "\" is no role of a column. Choose " + known + " or rows.");
                }
            }
            columns.put(
                    ReadOptions.key(
                            layer.path("file").asText(""), layer.path("layer").asText("")),
                    roles);
        }
        return new ReadOptions(encoding.isBlank() ? null : EncodingName.charset(encoding), columns);
    }

    private static LayerChoice layer(JsonNode node, String at) {
        if (!node.path("source").isInt()) {
            throw invalid(at + ".source", "缺少文件图层的序号。", "The number of the file's layer is missing.");
        }
        List<LayerChoice.ControlPoint> points = points(node.path("points"), at + ".points");
        String crs = node.path("crs").asText("");
        if (crs.isBlank() && points.isEmpty()) {
            throw invalid(at + ".crs", "请选择坐标系。", "Choose the coordinate system.");
        }
        return new LayerChoice(
                node.path("source").intValue(),
                text(node, "target", at),
                crs,
                orNull(node, "parameters"),
                choice(ControlFit.Method.class, node.path("method").asText("similarity"), at + ".method"),
                points,
                texts(node.path("fields")),
                values(node.path("fixed")),
                choice(LayerChoice.Mode.class, node.path("mode").asText("new"), at + ".mode"),
                orNull(node, "key"),
                numbers(node.path("leaveOut")),
                numbers(node.path("remove")),
                numbers(node.path("overwrite")),
                node.path("skipRefused").asBoolean(false),
                node.path("skipRepeated").asBoolean(false),
                node.path("closeOpen").asBoolean(false),
                node.path("takeOutside").asBoolean(false));
    }

    private static List<LayerChoice.ControlPoint> points(JsonNode list, String at) {
        List<LayerChoice.ControlPoint> points = new ArrayList<>();
        for (JsonNode node : list) {
            for (String name : List.of("x", "y", "lon", "lat")) {
                if (!node.path(name).isNumber()) {
                    throw invalid(
                            at + "[" + points.size() + "]." + name,
                            "控制点需要 x、y、lon、lat 四个数。",
                            "A control point has the four numbers x, y, lon, lat.");
                }
            }
            points.add(new LayerChoice.ControlPoint(
                    node.path("x").doubleValue(),
                    node.path("y").doubleValue(),
                    node.path("lon").doubleValue(),
                    node.path("lat").doubleValue()));
        }
        return points;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(e -> {
            if (e.getValue().isTextual() && !e.getValue().textValue().isBlank()) {
                texts.put(e.getKey(), e.getValue().textValue());
            }
        });
        return texts;
    }

    private static Map<String, Object> values(JsonNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(e -> {
            JsonNode value = e.getValue();
            if (value.isBoolean()) {
                values.put(e.getKey(), value.booleanValue());
            } else if (value.isNumber()) {
                values.put(e.getKey(), value.doubleValue());
            } else if (value.isTextual() && !value.textValue().isBlank()) {
                values.put(e.getKey(), value.textValue());
            }
        });
        return values;
    }

    private static Set<Long> numbers(JsonNode list) {
        Set<Long> numbers = new HashSet<>();
        list.forEach(n -> numbers.add(n.longValue()));
        return numbers;
    }

    static <E extends Enum<E>> E choice(Class<E> kind, String text, String field) {
        for (E value : kind.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        String known = String.join(
                ", ",
                java.util.Arrays.stream(kind.getEnumConstants())
                        .map(v -> v.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw invalid(
                field, "“" + text + "”不可用。可用：" + known + "。", "\"" + text + "\" is unknown. Choose " + known + ".");
    }

    private static String text(JsonNode node, String name, String at) {
        String text = node.path(name).asText("");
        if (text.isBlank()) {
            throw invalid(at + "." + name, "缺少“" + name + "”。", "\"" + name + "\" is missing.");
        }
        return text;
    }

    private static @Nullable String orNull(JsonNode node, String name) {
        String text = node.path(name).asText("");
        return text.isBlank() ? null : text;
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field);
    }
}

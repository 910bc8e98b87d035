package org.greenplan.cql2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads filters as programs write them (OGC 21-065r2, CQL2 JSON): the same questions, the same limits, the same refusals. */
public final class Cql2Json {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ShapeJson shapes;
    private int values;

    private Cql2Json(FilterCrs crs) {
        this.shapes = new ShapeJson(new Shapes(crs));
    }

    /** The filter of a JSON text; what cannot be read is refused with its place. */
    public static Filter read(String text, FilterCrs crs) {
        if (text.length() > Limits.LENGTH) {
            throw Refusal.tooLarge(
                    "超过 " + Limits.LENGTH + " 个字符。", "it is longer than " + Limits.LENGTH + " characters.");
        }
        try {
            return Filter.of(new Cql2Json(crs).term(JSON.readTree(text), "$", 0));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String at = place == null ? "" : place.getLineNr() + ":" + place.getColumnNr();
            throw Refusal.of("不是有效的 JSON(位置 " + at + ")。", "it is not valid JSON (line and column " + at + ").");
        }
    }

    private Term term(JsonNode node, String path, int depth) {
        if (depth > Limits.DEPTH) {
            throw Refusal.tooDeep(Limits.DEPTH);
        }
        if (++values > Limits.VALUES) {
            throw Refusal.tooLarge("超过 " + Limits.VALUES + " 个值。", "it has more than " + Limits.VALUES + " values.");
        }
        if (node.isTextual()) {
            return new Value.Text(Literals.text(node.textValue(), () -> 1));
        } else if (node.isNumber()) {
            return Literals.number(node.doubleValue(), node.asText());
        } else if (node.isBoolean()) {
            return new Value.Truth(node.booleanValue());
        } else if (!node.isObject()) {
            throw wrong(path, node, "值或对象", "a value or an object");
        } else if (node.has("op")) {
            return operation(node, path, depth);
        } else if (node.has("property")) {
            return new Value.Property(text(node.get("property"), path + ".property"));
        } else if (node.has("date")) {
            return Literals.day(text(node.get("date"), path + ".date"));
        } else if (node.has("timestamp")) {
            return Literals.moment(text(node.get("timestamp"), path + ".timestamp"));
        } else if (node.has("interval")) {
            List<JsonNode> bounds = items(node.get("interval"), path + ".interval", 2, 2);
            return new Value.Interval(
                    bound(bounds.get(0), path + ".interval[0]", depth),
                    bound(bounds.get(1), path + ".interval[1]", depth));
        }
        return shapes.shape(node, path)
                .orElseThrow(() -> wrong(
                        path,
                        node,
                        "op、property、date、timestamp、interval、bbox 或几何",
                        "op, property, date, timestamp, interval, bbox or a geometry"));
    }

    private Term operation(JsonNode node, String path, int depth) {
        String op = text(node.get("op"), path + ".op");
        String lower = op.toLowerCase(Locale.ROOT);
        String at = path + ".args";
        JsonNode args = node.path("args");
        return switch (lower) {
            case "and" -> Filter.all(terms(items(args, at, 1, Limits.VALUES), at, depth));
            case "or" -> Filter.any(terms(items(args, at, 1, Limits.VALUES), at, depth));
            case "not" ->
                new Filter.Not(Filter.of(terms(items(args, at, 1, 1), at, depth).get(0)));
            case "like" -> {
                List<Value> two = values(items(args, at, 2, 2), at, depth);
                yield new Filter.Like(two.get(0), two.get(1));
            }
            case "between" -> {
                List<Value> three = values(items(args, at, 3, 3), at, depth);
                yield new Filter.Between(three.get(0), three.get(1), three.get(2));
            }
            case "in" -> in(items(args, at, 2, 2), at, depth);
            case "isnull" ->
                new Filter.IsNull(values(items(args, at, 1, 1), at, depth).get(0));
            default ->
                Filter.Comparison.of(op)
                        .<Term>map(by -> {
                            List<Value> two = values(items(args, at, 2, 2), at, depth);
                            return new Filter.Compare(by, two.get(0), two.get(1));
                        })
                        .or(() -> arithmetic(op, args, at, depth))
                        .orElseGet(() -> Calls.of(op, values(items(args, at, 0, Limits.VALUES), at, depth)));
        };
    }

    private Filter in(List<JsonNode> args, String at, int depth) {
        Value value = values(List.of(args.get(0)), at, depth).get(0);
        List<JsonNode> items = items(args.get(1), at + "[1]", 1, Limits.VALUES);
        return new Filter.In(value, values(items, at + "[1]", depth));
    }

    private Optional<Term> arithmetic(String op, JsonNode args, String at, int depth) {
        return Stream.of(Value.Operator.values())
                .filter(o -> o.sign().equals(op))
                .findFirst()
                .map(operator -> {
                    List<Value> two = values(items(args, at, 2, 2), at, depth);
                    return new Value.Arithmetic(operator, two.get(0), two.get(1));
                });
    }

    private @Nullable Value bound(JsonNode node, String path, int depth) {
        if (!node.isTextual()) {
            return value(term(node, path, depth + 1), path);
        }
        return Literals.open(node.textValue()) ? null : Literals.instant(node.textValue());
    }

    private List<Term> terms(List<JsonNode> nodes, String path, int depth) {
        List<Term> terms = new ArrayList<>();
        for (JsonNode node : nodes) {
            terms.add(term(node, path + "[" + terms.size() + "]", depth + 1));
        }
        return terms;
    }

    private List<Value> values(List<JsonNode> nodes, String path, int depth) {
        return terms(nodes, path, depth).stream().map(t -> value(t, path)).toList();
    }

    private static Value value(Term term, String path) {
        if (term instanceof Value value) {
            return value;
        }
        throw Refusal.of(path + " 应为值，而不是条件。", path + " should be a value, not a condition.");
    }

    private static List<JsonNode> items(JsonNode array, String path, int least, int most) {
        boolean any = most == Limits.VALUES;
        if (!array.isArray() || array.size() < least || (!any && array.size() > most)) {
            String count = least == most ? "" + least : "≥ " + least;
            throw wrong(path, array, count + " 个元素的数组", "an array of " + count + " items");
        }
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static String text(JsonNode node, String path) {
        if (!node.isTextual()) {
            throw wrong(path, node, "文字", "text");
        }
        return Literals.text(node.textValue(), () -> 1);
    }

    static Problem.BadRequest wrong(String path, JsonNode found, String zh, String en) {
        String shown = found.isMissingNode() ? "" : Refusal.quoted(found.toString());
        return Refusal.of(
                path + " 应为" + zh + (shown.isEmpty() ? "。" : "，却是 " + shown + "。"),
                path + " should be " + en + (shown.isEmpty() ? "." : "; it is " + shown + "."));
    }
}

package org.greenplan.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.catalogue.Label;
import org.greenplan.compare.Comparison;
import org.greenplan.compare.Difference;
import org.greenplan.compare.Prepared;
import org.greenplan.compare.Repeats;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Words;
import org.greenplan.recognise.Taking;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** What an import would do, layer by layer, as the page shows it: counts, what is mended and refused, shapes by their state. */
final class PreparedJson {
    private static final int ITEMS = 2000;
    private static final int REFUSED = 100;
    /** So many of those that have a reason in common are named one by one. */
    private static final int FIRST = 20;

    private static final int LONG = 300;
    private static final double SKETCH_DEG = 2e-6;

    private PreparedJson() {}

    static void write(JsonGenerator json, Intake intake, List<Prepared> prepared) throws IOException {
        json.writeStartArray();
        for (Prepared layer : prepared) {
            json.writeStartObject();
            json.writeNumberField("source", layer.choice().source());
            json.writeStringField("target", layer.layer().id());
            counts(json, layer);
            grouped(json, layer);
            refused(json, layer);
            repeated(json, layer);
            if (!layer.choice().points().isEmpty()) {
                json.writeFieldName("residualsM");
                JsonText.value(json, intake.fit(layer.choice()).residualsM());
            }
            items(json, layer);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What the records that are taken would write, with their whole shapes. */
    static void shapes(JsonGenerator json, Prepared layer) throws IOException {
        for (Prepared.Wish wish : layer.wished()) {
            if (wish.change() instanceof Change.Create create) {
                json.writeStartObject();
                json.writeNumberField("source", layer.choice().source());
                json.writeNumberField("number", wish.number());
                json.writeStringField("layer", create.layer());
                json.writeObjectFieldStart("feature");
                json.writeStringField("type", "Feature");
                json.writeFieldName("properties");
                JsonText.value(json, create.attributes());
                json.writeFieldName("geometry");
                GeoJsonText.write(json, create.geometry(), GeoJsonText.FULL_PRECISION);
                json.writeEndObject();
                json.writeEndObject();
            }
        }
    }

    private static void counts(JsonGenerator json, Prepared layer) throws IOException {
        json.writeObjectFieldStart("counts");
        for (Difference.State state : Difference.State.values()) {
            json.writeNumberField(state.name().toLowerCase(Locale.ROOT), count(layer, state));
        }
        json.writeNumberField("refused", layer.refused().size());
        json.writeNumberField(
                "open", layer.refused().stream().filter(Taking.Refused::open).count());
        json.writeNumberField(
                "outside",
                layer.refused().stream().filter(Taking.Refused::outside).count());
        json.writeNumberField("already", layer.already().size());
        json.writeNumberField("repeated", layer.again().size());
        json.writeEndObject();
    }

    /** What was done to shapes, each kind once with how many and the first of them; which values were dropped, each sentence once. */
    private static void grouped(JsonGenerator json, Prepared layer) throws IOException {
        Map<String, Map<Long, Words>> mended = new LinkedHashMap<>();
        Map<Words, Integer> dropped = new LinkedHashMap<>();
        layer.differences().stream()
                .map(Difference::taken)
                .filter(Objects::nonNull)
                .forEach(taken -> {
                    taken.notes().forEach(note -> mended.computeIfAbsent(note.kind(), k -> new LinkedHashMap<>())
                            .putIfAbsent(taken.number(), note.words()));
                    taken.warnings().forEach(w -> dropped.merge(w, 1, Integer::sum));
                });
        json.writeArrayFieldStart("mended");
        for (var kind : mended.entrySet()) {
            json.writeStartObject();
            json.writeStringField("kind", kind.getKey());
            listed(json, kind.getValue().values().iterator().next(), kind.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        counted(json, "dropped", dropped);
        noPieces(json, layer);
    }

    /** What stands for all, how many there are, and the first of them by number. */
    private static void listed(JsonGenerator json, Words all, Map<Long, Words> each) throws IOException {
        JsonText.words(json, "words", all);
        json.writeNumberField("count", each.size());
        json.writeArrayFieldStart("first");
        for (var one : each.entrySet().stream().limit(FIRST).toList()) {
            json.writeStartObject();
            json.writeNumberField("number", one.getKey());
            JsonText.words(json, "words", one.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Why plots would be no pieces for a target: each cause once, with how many and the first of them. */
    private static void noPieces(JsonGenerator json, Prepared layer) throws IOException {
        Map<Words, Map<Long, Words>> causes = new LinkedHashMap<>();
        new TreeMap<>(layer.noPieces())
                .forEach((number, all) ->
                        all.forEach(one -> causes.computeIfAbsent(one.cause(), c -> new LinkedHashMap<>())
                                .put(number, one.why())));
        json.writeArrayFieldStart("noPieces");
        for (var cause : causes.entrySet()) {
            json.writeStartObject();
            listed(json, cause.getKey(), cause.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void counted(JsonGenerator json, String name, Map<Words, Integer> counted) throws IOException {
        json.writeArrayFieldStart(name);
        for (var entry : counted.entrySet().stream().limit(REFUSED).toList()) {
            json.writeStartObject();
            JsonText.words(json, "words", entry.getKey());
            json.writeNumberField("count", entry.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void refused(JsonGenerator json, Prepared layer) throws IOException {
        json.writeArrayFieldStart("refused");
        for (Taking.Refused refused : layer.refused().stream().limit(REFUSED).toList()) {
            json.writeStartObject();
            json.writeNumberField("number", refused.number());
            json.writeStringField("name", refused.name());
            JsonText.words(json, "reason", refused.reason());
            json.writeFieldName("place");
            JsonText.value(json, refused.place());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Which records have the shape of an earlier one. */
    private static void repeated(JsonGenerator json, Prepared layer) throws IOException {
        json.writeArrayFieldStart("repeated");
        for (Repeats.Repeat repeat : layer.repeats().stream().limit(REFUSED).toList()) {
            json.writeStartObject();
            json.writeNumberField("number", repeat.first());
            json.writeNumberField("times", repeat.again().size() + 1L);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void items(JsonGenerator json, Prepared layer) throws IOException {
        json.writeArrayFieldStart("items");
        // What has to be decided is told whatever the number, what is the same comes last.
        List<Difference> shown = layer.differences().stream()
                .sorted(Comparator.comparing(PreparedJson::rank))
                .limit(Math.max(ITEMS, count(layer, Difference.State.CONFLICT)))
                .toList();
        Set<Long> again = layer.again();
        for (Difference difference : shown) {
            item(json, layer, again, difference);
        }
        json.writeEndArray();
    }

    private static int rank(Difference difference) {
        return switch (difference.state()) {
            case CONFLICT -> 0;
            case NEW, CHANGED, VANISHED -> 1;
            case SAME -> 2;
        };
    }

    private static long count(Prepared layer, Difference.State state) {
        return layer.differences().stream().filter(d -> d.state() == state).count();
    }

    private static void item(JsonGenerator json, Prepared layer, Set<Long> again, Difference difference)
            throws IOException {
        Taking.Taken taken = difference.taken();
        Feature before = difference.before();
        json.writeStartObject();
        json.writeStringField("state", difference.state().name().toLowerCase(Locale.ROOT));
        if (taken != null) {
            json.writeNumberField("number", taken.number());
        }
        // What is in the plan already goes by its name there: a drawing often has none.
        if (before != null) {
            json.writeStringField(
                    "label",
                    Label.of(layer.layer(), before.attributes(), before.ref().id()));
        } else if (taken != null) {
            json.writeStringField("label", Label.of(layer.layer(), taken.attributes(), taken.number()));
        }
        if (difference.ref() != null) {
            json.writeNumberField("id", difference.ref().id());
        }
        if (taken != null && layer.already().containsKey(taken.number())) {
            json.writeBooleanField("already", true);
        }
        if (taken != null && difference.state() == Difference.State.NEW && again.contains(taken.number())) {
            json.writeBooleanField("repeats", true);
        }
        twoSides(json, difference, taken, before);
        Geometry shape = taken != null ? taken.shape() : before == null ? null : before.geometry();
        if (shape != null) {
            json.writeFieldName("geometry");
            GeoJsonText.write(json, sketch(shape), GeoJsonText.FOR_VIEWING);
        }
        json.writeEndObject();
    }

    /** What the plan has and what the file has, where they differ; or that one of them has it no longer. */
    private static void twoSides(
            JsonGenerator json, Difference difference, Taking.@Nullable Taken taken, @Nullable Feature before)
            throws IOException {
        boolean conflict = difference.state() == Difference.State.CONFLICT;
        if (!conflict && difference.state() != Difference.State.CHANGED) {
            return;
        }
        if (conflict && (taken == null || before == null)) {
            json.writeStringField("deletedIn", taken == null ? "file" : "plan");
        }
        if (taken != null && before != null) {
            json.writeBooleanField("shapeChanged", difference.shapeChanged());
            json.writeObjectFieldStart("attributes");
            for (String name : difference.attributesChanged()) {
                json.writeArrayFieldStart(name);
                JsonText.value(json, before.attributes().get(name));
                JsonText.value(json, Comparison.value(taken, name));
                json.writeEndArray();
            }
            json.writeEndObject();
            if (difference.shapeChanged()) {
                json.writeFieldName("before");
                GeoJsonText.write(json, sketch(before.geometry()), GeoJsonText.FOR_VIEWING);
            }
        }
    }

    private static Geometry sketch(Geometry shape) {
        return shape.getNumPoints() > LONG ? TopologyPreservingSimplifier.simplify(shape, SKETCH_DEG * 20) : shape;
    }
}

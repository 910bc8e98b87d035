package org.greenplan.reshape;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Geometry;

/** Numbers proposed for plots; nothing is written. */
public record NumberingApi(PlanDesk desk) {
    private static final Words NOWHERE = Words.of("区外", "outside");

    /** A plot, the attribute that holds its number, and the number it would have. */
    private record Proposed(Feature feature, Attribute code, String number) {}

    /** POST /api/numbering {@code {plots, pattern, first}}: for each plot its number so far and the one it would have. */
    public void propose(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        List<FeatureRef> refs = body.refs("plots");
        String pattern = body.text("pattern").strip();
        int first = body.has("first") ? (int) body.number("first") : 1;
        String text = desk.database().read(session -> {
            List<Proposed> proposed = proposed(session, refs, pattern, first);
            return JsonText.of(json -> {
                json.writeStartObject();
                json.writeArrayFieldStart("numbers");
                for (Proposed one : proposed) {
                    write(json, session, one);
                }
                json.writeEndArray();
                json.writeEndObject();
            });
        });
        ctx.contentType("application/json").result(text);
    }

    private List<Proposed> proposed(Session session, List<FeatureRef> refs, String pattern, int first) {
        var corners = new Corners(desk.crs(session));
        List<Geometry> zones = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Feature> chosen = new ArrayList<>();
        Set<FeatureRef> wanted = new HashSet<>(refs);
        for (LayerType layer : session.catalogue().layers()) {
            if (layer.role() == Role.ZONE) {
                for (Feature zone : new FeatureStore(session).all(layer)) {
                    zones.add(corners.toPlane(zone.geometry()));
                    names.add(zone.label(layer));
                }
            } else if (layer.find(AttributeRole.CODE).isPresent()) {
                for (Feature one : new FeatureStore(session).all(layer)) {
                    if (wanted.contains(one.ref())) {
                        chosen.add(one);
                    } else {
                        taken.add(Objects.toString(layer.value(AttributeRole.CODE, one.attributes()), ""));
                    }
                }
            }
        }
        if (chosen.isEmpty()) {
            throw new Problem.Invalid(
                    Words.of("所选要素的图层没有编号。", "The layers of what is selected have no codes."), "plots");
        }
        List<Numbering.Plot> plots = chosen.stream()
                .map(one -> plot(session, one, corners.toPlane(one.geometry()), zones, names))
                .toList();
        List<String> numbers = Numbering.of(pattern, plots, taken, first);
        List<Proposed> proposed = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Feature one = chosen.get(i);
            LayerType layer = session.catalogue().get(one.ref().layer());
            proposed.add(new Proposed(one, layer.find(AttributeRole.CODE).orElseThrow(), numbers.get(i)));
        }
        return proposed;
    }

    private Numbering.Plot plot(
            Session session, Feature feature, Geometry plane, List<Geometry> zones, List<String> names) {
        LayerType layer = session.catalogue().get(feature.ref().layer());
        Geometry inside = plane.getInteriorPoint();
        String zone = NOWHERE.zh();
        for (int i = 0; i < zones.size(); i++) {
            if (zones.get(i).intersects(inside)) {
                zone = names.get(i);
                break;
            }
        }
        Object year = layer.value(AttributeRole.YEAR, feature.attributes());
        return new Numbering.Plot(
                feature.ref().toString(),
                zone,
                layer.title().zh(),
                Objects.toString(year, Integer.toString(desk.profile(session).year())),
                plane.getEnvelopeInternal());
    }

    private static void write(JsonGenerator json, Session session, Proposed one) throws IOException {
        Feature feature = one.feature();
        LayerType layer = session.catalogue().get(feature.ref().layer());
        json.writeStartObject();
        json.writeStringField("layer", feature.ref().layer());
        json.writeNumberField("id", feature.ref().id());
        json.writeNumberField("version", feature.version());
        json.writeStringField("label", feature.label(layer));
        json.writeStringField("attribute", one.code().name());
        json.writeStringField(
                "was", Objects.toString(feature.attributes().get(one.code().name()), ""));
        json.writeStringField("number", one.number());
        json.writeEndObject();
    }
}

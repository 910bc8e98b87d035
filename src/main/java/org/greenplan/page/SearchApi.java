package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.CoordinatePair;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.filter.Naming;
import org.greenplan.format.text.WrittenPlace;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

/** Finds features by name, number or the first letters of their names, and places by coordinates as people copy them. */
public record SearchApi(PlanDesk desk) {
    private static final int MOST = 20;

    /** GET /api/search?q= */
    public void search(Context ctx) {
        String words = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        Optional<LonLat> place =
                WrittenPlace.of(words).flatMap(pair -> CoordinatePair.place(pair.x, pair.y, desk.crs()));
        List<Feature> found = words.isEmpty() || place.isPresent() ? List.of() : named(words);
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartArray();
            if (place.isPresent()) {
                place(json, words, place.get());
            }
            for (Feature feature : found) {
                feature(json, feature);
            }
            json.writeEndArray();
        }));
    }

    private List<Feature> named(String words) {
        return desk.database().read(session -> {
            List<Feature> found = new ArrayList<>();
            for (LayerType layer : desk.catalogue().layers()) {
                var naming = new Naming(words).of(layer, session.dialect());
                if (naming.isPresent() && found.size() < MOST) {
                    new FeatureStore(session)
                            .stream(
                                    layer,
                                    new FeatureQuery(null, List.of(), MOST - found.size(), 0, naming.get()),
                                    found::add);
                }
            }
            return found;
        });
    }

    private static void place(JsonGenerator json, String words, LonLat place) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "place");
        json.writeStringField("label", words);
        json.writeNumberField("lon", place.lonDeg());
        json.writeNumberField("lat", place.latDeg());
        json.writeEndObject();
    }

    private void feature(JsonGenerator json, Feature feature) throws IOException {
        Envelope box = feature.geometry().getEnvelopeInternal();
        Point inside = feature.geometry().getInteriorPoint();
        json.writeStartObject();
        json.writeStringField("kind", "feature");
        json.writeStringField(
                "label", feature.label(desk.catalogue().get(feature.ref().layer())));
        json.writeStringField("layer", feature.ref().layer());
        json.writeNumberField("id", feature.ref().id());
        json.writeNumberField("lon", inside.getX());
        json.writeNumberField("lat", inside.getY());
        json.writeFieldName("bbox");
        JsonText.value(json, List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        json.writeEndObject();
    }
}

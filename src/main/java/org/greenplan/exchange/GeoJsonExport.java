package org.greenplan.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Label;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.ledger.Areas;
import org.greenplan.plan.Feature;
import org.greenplan.plan.FeatureQuery;
import org.greenplan.plan.FeatureStore;
import org.greenplan.plan.HistoryStore;
import org.greenplan.plan.LedgerStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Hands features over as GeoJSON (RFC 7946), as a stream, whatever their number. Every feature carries its number, version and
 * label beside its attributes, and plots carry their areas from the ledger, so that the same plot is known again in every file.
 */
public record GeoJsonExport(Session session, PlanProfile profile) {
    private static final JsonFactory JSON = new JsonFactory();
    /** Ledger lines are read for so many features at a time. */
    private static final int BATCH = 500;

    private static final double MU_PER_M2 = 3 / 2000.0;

    /** Refuses a selection that names features which are not there, before anything is written. */
    public void check(Selection selection) {
        for (var wanted : selection.layers().entrySet()) {
            if (!wanted.getValue().isEmpty()) {
                Set<Long> missing = new HashSet<>(wanted.getValue());
                new FeatureStore(session)
                        .stream(
                                wanted.getKey(),
                                FeatureQuery.of(wanted.getValue()),
                                f -> missing.remove(f.ref().id()));
                if (!missing.isEmpty()) {
                    String list = String.join(
                            ", ",
                            missing.stream().sorted().map(Object::toString).toList());
                    String layer = wanted.getKey().id();
                    throw new Problem.Missing(Words.of(
                            "图层 " + layer + " 中已没有编号 " + list + " 的要素,请刷新后重新选择。",
                            "The layer " + layer + " no longer has feature " + list + ". Refresh and select again."));
                }
            }
        }
    }

    /** Writes a FeatureCollection, leaves the stream open, and tells how many features it wrote. */
    public long write(Selection selection, ExportCrs crs, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        head(json, crs);
        json.writeArrayFieldStart("features");
        long count = 0;
        boolean oneLayer = selection.layers().size() == 1;
        try {
            for (var wanted : selection.layers().entrySet()) {
                count += layer(
                        new Target(json, new ShapeText(json, crs), wanted.getKey(), oneLayer),
                        wanted.getValue(),
                        selection);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
        return count;
    }

    private void head(JsonGenerator json, ExportCrs crs) throws IOException {
        json.writeStringField("name", profile.title().zh());
        if (!crs.isRfc7946()) {
            json.writeObjectFieldStart("crs");
            json.writeStringField("type", "name");
            json.writeObjectFieldStart("properties");
            json.writeStringField("name", "urn:ogc:def:crs:EPSG::" + crs.epsg());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeObjectFieldStart("greenplan");
        json.writeStringField("plan", profile.id());
        json.writeNumberField("lastChangeset", new HistoryStore(session).lastNumber());
        json.writeStringField(
                "exportedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeBooleanField("illustrative", profile.illustrative());
        json.writeStringField("coordinates", crs.note().zh() + " " + crs.note().en());
        json.writeStringField("planeForAreas", "EPSG:" + profile.planeEpsg());
        json.writeEndObject();
    }

    private record Target(JsonGenerator json, ShapeText shapes, LayerType layer, boolean oneLayer) {}

    private long layer(Target target, List<Long> ids, Selection selection) throws IOException {
        Envelope box = selection.lonLat();
        Geometry area = box == null ? null : new org.locationtech.jts.geom.GeometryFactory().toGeometry(box);
        var touches = area == null ? null : PreparedGeometryFactory.prepare(area);
        List<Feature> batch = new ArrayList<>();
        long[] count = {0};
        new FeatureStore(session).stream(target.layer(), new FeatureQuery(box, ids, null, 0), feature -> {
            if (touches == null || touches.intersects(feature.geometry())) {
                batch.add(feature);
                count[0]++;
            }
            if (batch.size() >= BATCH) {
                writeBatch(target, batch);
                batch.clear();
            }
        });
        writeBatch(target, batch);
        return count[0];
    }

    private void writeBatch(Target target, List<Feature> batch) {
        Map<Long, LedgerStore.Row> ledger = new HashMap<>();
        if (target.layer().addsGreen()) {
            new LedgerStore(session)
                    .rows(target.layer(), batch.stream().map(f -> f.ref().id()).toList())
                    .forEach(row -> ledger.put(row.ref().id(), row));
        }
        try {
            for (Feature feature : batch) {
                feature(target, feature, ledger.get(feature.ref().id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void feature(Target target, Feature feature, LedgerStore.@Nullable Row row) throws IOException {
        JsonGenerator json = target.json();
        long id = feature.ref().id();
        String label = Label.of(target.layer(), feature.attributes(), id);
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        if (target.oneLayer()) {
            json.writeNumberField("id", id);
        } else {
            json.writeStringField("id", target.layer().id() + "." + id);
        }
        json.writeStringField("layer", target.layer().id());
        json.writeNumberField("version", feature.version());
        json.writeStringField("label", label);
        json.writeObjectFieldStart("properties");
        for (var attribute : feature.attributes().entrySet()) {
            json.writeFieldName(attribute.getKey());
            value(json, attribute.getValue());
        }
        json.writeStringField("gp_layer", target.layer().id());
        json.writeNumberField("gp_id", id);
        json.writeNumberField("gp_version", feature.version());
        json.writeStringField("gp_label", label);
        if (row != null) {
            areas(json, "gross", row.gross());
            areas(json, "net", row.net());
            if (row.grossLengthM() > 0) {
                number(json, "gp_gross_length_m", row.grossLengthM());
                number(json, "gp_length_m", row.lengthM());
            }
        }
        json.writeEndObject();
        json.writeFieldName("geometry");
        target.shapes().write(feature.geometry());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void areas(JsonGenerator json, String what, Areas areas) throws IOException {
        number(json, "gp_" + what + "_plane_m2", areas.planeM2());
        number(json, "gp_" + what + "_plane_mu", areas.planeM2() * MU_PER_M2);
        number(json, "gp_" + what + "_ellipsoid_m2", areas.ellipsoidM2());
        number(json, "gp_" + what + "_ellipsoid_mu", areas.ellipsoidM2() * MU_PER_M2);
    }

    /** Four decimals: a square centimetre, and the fraction of a mu that rounds back to it. */
    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(ShapeText.plain(value, 4));
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}

package org.greenplan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Label;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRow;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.format.geojson.GeoJsonWriter;
import org.greenplan.geo.Crs;
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
    /** Ledger lines are read for so many features at a time. */
    private static final int BATCH = 500;

    private static final double MU_PER_M2 = 3 / 2000.0;

    /** What plots carry from the ledger. */
    private static final List<String> FIGURES = List.of(
            "gp_gross_plane_m2",
            "gp_gross_plane_mu",
            "gp_gross_ellipsoid_m2",
            "gp_gross_ellipsoid_mu",
            "gp_net_plane_m2",
            "gp_net_plane_mu",
            "gp_net_ellipsoid_m2",
            "gp_net_ellipsoid_mu",
            "gp_gross_length_m",
            "gp_length_m");

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
    public long write(Selection selection, Crs crs, OutputStream out) throws IOException {
        TargetPlan plan = new TargetPlan(
                profile,
                session.catalogue(),
                crs.epsg(),
                CrsNote.decimals(crs),
                CrsNote.of(crs),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                new HistoryStore(session).lastNumber(),
                selection.layers().keySet().stream().map(GeoJsonExport::target).toList());
        TargetRows rows = (layer, to) -> each(new Wanted(layer.type(), selection, crs, to));
        return new GeoJsonWriter().write(plan, rows, WriteOptions.NONE, out);
    }

    private static TargetLayer target(LayerType layer) {
        List<TargetField> fields = new ArrayList<>();
        layer.attributes().forEach(a -> fields.add(new TargetField(a.name(), a.name(), a.title(), a.type())));
        FIGURES.forEach(name -> fields.add(new TargetField(name, name, Words.of(name, name), AttributeType.REAL)));
        return new TargetLayer(layer, fields);
    }

    private record Wanted(LayerType layer, Selection selection, Crs crs, TargetRows.Sink to) {}

    private long each(Wanted wanted) throws IOException {
        Envelope box = wanted.selection().lonLat();
        Geometry area = box == null ? null : new org.locationtech.jts.geom.GeometryFactory().toGeometry(box);
        var touches = area == null ? null : PreparedGeometryFactory.prepare(area);
        List<Long> ids = wanted.selection().layers().getOrDefault(wanted.layer(), List.of());
        List<Feature> batch = new ArrayList<>();
        long[] count = {0};
        try {
            new FeatureStore(session).stream(wanted.layer(), new FeatureQuery(box, ids, null, 0), feature -> {
                if (touches == null || touches.intersects(feature.geometry())) {
                    batch.add(feature);
                    count[0]++;
                }
                if (batch.size() >= BATCH) {
                    give(wanted, batch);
                    batch.clear();
                }
            });
            give(wanted, batch);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count[0];
    }

    private void give(Wanted wanted, List<Feature> batch) {
        Map<Long, LedgerStore.Row> ledger = new HashMap<>();
        if (wanted.layer().addsGreen()) {
            new LedgerStore(session)
                    .rows(wanted.layer(), batch.stream().map(f -> f.ref().id()).toList())
                    .forEach(row -> ledger.put(row.ref().id(), row));
        }
        try {
            for (Feature feature : batch) {
                wanted.to().row(row(wanted, feature, ledger.get(feature.ref().id())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TargetRow row(Wanted wanted, Feature feature, LedgerStore.@Nullable Row row) {
        long id = feature.ref().id();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(feature.attributes());
        if (row != null) {
            areas(values, "gross", row.gross());
            areas(values, "net", row.net());
            if (row.grossLengthM() > 0) {
                values.put("gp_gross_length_m", row.grossLengthM());
                values.put("gp_length_m", row.lengthM());
            }
        }
        return new TargetRow(
                wanted.layer().id() + "." + id,
                id,
                feature.version(),
                Label.of(wanted.layer(), feature.attributes(), id),
                row == null ? null : row.net().planeM2(),
                values,
                wanted.crs().shape(feature.geometry()));
    }

    private static void areas(Map<String, @Nullable Object> values, String what, Areas areas) {
        values.put("gp_" + what + "_plane_m2", areas.planeM2());
        values.put("gp_" + what + "_plane_mu", areas.planeM2() * MU_PER_M2);
        values.put("gp_" + what + "_ellipsoid_m2", areas.ellipsoidM2());
        values.put("gp_" + what + "_ellipsoid_mu", areas.ellipsoidM2() * MU_PER_M2);
    }
}

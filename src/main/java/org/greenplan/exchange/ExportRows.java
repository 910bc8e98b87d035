package org.greenplan.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.greenplan.catalogue.Label;
import org.greenplan.count.Taken;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.format.PlotId;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetRow;
import org.greenplan.format.TargetRows;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.WhoTook;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Reads the features of an order from the store while they are written, however many; plots with their line of the ledger and what
 * took the difference.
 */
record ExportRows(Session session, PlanCrs plane, ExportOrder order, List<Leaving> layers) implements TargetRows {
    /** Ledger lines are read, and who took what is asked, for so many features at a time. */
    private static final int BATCH = 500;

    @Override
    public long each(TargetLayer target, Sink to) throws IOException {
        Leaving layer = layers.stream()
                .filter(l -> l.target().equals(target))
                .findFirst()
                .orElseThrow();
        var batch = new Batch(layer, to);
        Envelope box = order.selection().lonLat();
        PreparedGeometry area =
                box == null ? null : PreparedGeometryFactory.prepare(new GeometryFactory().toGeometry(box));
        try {
            new FeatureStore(session).stream(layer.source(), query(layer), feature -> {
                if (area == null || area.intersects(feature.geometry())) {
                    batch.add(feature);
                }
            });
            batch.give();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return batch.given;
    }

    private FeatureQuery query(Leaving layer) {
        Selection selection = order.selection();
        List<Long> ids = selection.layers().getOrDefault(layer.source(), List.of());
        return new FeatureQuery(selection.lonLat(), ids, null, 0, selection.condition(session, layer.source(), plane));
    }

    private final class Batch {
        private final Leaving layer;
        private final Sink to;
        private final Function<List<LedgerStore.Row>, Map<FeatureRef, List<Taken>>> whoTook;
        private final List<Feature> waiting = new ArrayList<>();
        private long given;

        private Batch(Leaving layer, Sink to) {
            this.layer = layer;
            this.to = to;
            boolean told = layer.source().addsGreen() && order.format().hasColumns();
            this.whoTook = told ? new WhoTook(session, plane).portions() : rows -> Map.of();
        }

        private void add(Feature feature) {
            waiting.add(feature);
            if (waiting.size() >= BATCH) {
                give();
            }
        }

        private void give() {
            Map<Long, LedgerStore.Row> ledger = new HashMap<>();
            Map<FeatureRef, List<Taken>> taken = Map.of();
            if (layer.source().addsGreen()) {
                List<Long> ids = waiting.stream().map(f -> f.ref().id()).toList();
                List<LedgerStore.Row> rows = new LedgerStore(session).rows(layer.source(), ids);
                rows.forEach(row -> ledger.put(row.ref().id(), row));
                taken = whoTook.apply(rows);
            }
            try {
                for (Feature feature : waiting) {
                    Geometry shape = layer.shape(feature.geometry(), feature.attributes(), plane);
                    if (!layer.belts() || !shape.isEmpty()) {
                        to.row(row(
                                feature,
                                ledger.get(feature.ref().id()),
                                taken.getOrDefault(feature.ref(), List.of()),
                                shape));
                        given++;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            waiting.clear();
        }

        private TargetRow row(Feature feature, LedgerStore.@Nullable Row row, List<Taken> taken, Geometry shape) {
            long id = feature.ref().id();
            String plotId = layer.target().type().id() + "." + id;
            String label = Label.of(layer.source(), feature.attributes(), id);
            Map<String, @Nullable Object> values = new LinkedHashMap<>(feature.attributes());
            values.put(PlotId.FIELD, plotId);
            values.put(TargetFields.VERSION, (long) feature.version());
            values.put(TargetFields.LABEL, label);
            values.putAll(TargetFields.figures(row, taken));
            return new TargetRow(
                    plotId,
                    id,
                    feature.version(),
                    label,
                    row == null ? null : row.net().planeM2(),
                    values,
                    order.crs().shape(shape));
        }
    }
}

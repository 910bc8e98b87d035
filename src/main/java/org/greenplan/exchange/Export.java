package org.greenplan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.format.TargetPlan;
import org.greenplan.history.HistoryStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;

/**
 * Hands features over in any format, as a stream, whatever their number. Every feature carries its number, version and label
 * beside its attributes, and plots carry their areas from the ledger, so that the same plot is known again in every file.
 */
public record Export(Session session, PlanProfile profile) {
    /** Writes what was ordered, leaves the stream open, and tells how many features it wrote. */
    public long write(ExportOrder order, OutputStream out) throws IOException {
        return write(order, out, note -> {});
    }

    /** The same, and tells what the format could not hold of these features. */
    public long write(ExportOrder order, OutputStream out, Consumer<Words> notes) throws IOException {
        check(order.selection());
        List<Leaving> layers = Leaving.of(order.selection().layers().keySet(), order.belts());
        TargetPlan plan = new TargetPlan(
                profile,
                session.catalogue(),
                order.crs(),
                CrsNote.decimals(order.crs()),
                CrsNote.of(order.crs()),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                new HistoryStore(session).lastNumber(),
                new HistoryStore(session).lastStamp(),
                layers.stream().map(Leaving::target).toList());
        return order.format().write(plan, new ExportRows(session, plane(), order, layers), order.options(), out, notes);
    }

    /** Refuses features that are not there and filters that do not fit a layer, before the first byte. */
    private void check(Selection selection) {
        selection.layers().forEach((layer, ids) -> {
            selection.condition(session, layer, plane());
            if (!ids.isEmpty()) {
                requireThere(layer, ids);
            }
        });
    }

    private void requireThere(LayerType layer, List<Long> ids) {
        Set<Long> missing = new HashSet<>(ids);
        new FeatureStore(session)
                .stream(layer, FeatureQuery.of(ids), f -> missing.remove(f.ref().id()));
        if (!missing.isEmpty()) {
            String list = String.join(
                    ", ", missing.stream().sorted().map(Object::toString).toList());
            throw new Problem.Missing(Words.of(
                    "图层 " + layer.id() + " 中已没有编号 " + list + " 的要素，请刷新后重新选择。",
                    "The layer " + layer.id() + " no longer has feature " + list + ". Refresh and select again."));
        }
    }

    private PlanCrs plane() {
        return PlanCrs.of(profile.plane());
    }
}

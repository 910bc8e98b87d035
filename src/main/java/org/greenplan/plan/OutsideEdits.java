package org.greenplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Ground;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.LastStateStore;
import org.greenplan.history.OutsideRow;
import org.greenplan.history.OutsideRowStore;
import org.greenplan.history.OutsideStore;
import org.greenplan.history.Pending;
import org.greenplan.history.Told;
import org.greenplan.problem.Words;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes what other programs (QGIS, GDAL, SQL) wrote into the layer tables through the same door as everything else, feature by feature:
 * values checked, shapes mended, versions counted up, each feature before and after for the history. Exactly the notes that were read
 * are removed; rows that another program is still writing are passed over with their notes.
 */
final class OutsideEdits {
    private static final Words NOT_COUNTED = Words.of("无法计入台账。", "It cannot be counted.");
    static final String COMMENT = "外部编辑 / edited outside";

    private final Session session;
    private final PlanCrs crs;
    private final int planYear;
    private final FeatureStore store;
    private final List<HistoryEntry.Step> steps = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    /** Of a plan as the transaction finds it. */
    OutsideEdits(Ground before) {
        this.session = before.session();
        this.crs = before.crs();
        this.planYear = before.settings().year();
        this.store = new FeatureStore(session);
    }

    /**
     * A portion that was taken in.
     *
     * @param edits the edits whose notes are gone
     * @param told what is to be told of it, also where nothing changed in the end
     */
    record Taken(List<Pending.Edit> edits, List<HistoryEntry.Step> steps, List<Told> told) {
        Taken {
            edits = List.copyOf(edits);
            steps = List.copyOf(steps);
            told = List.copyOf(told);
        }

        boolean changedNothing() {
            return steps.isEmpty() && told.isEmpty();
        }
    }

    /**
     * Takes in those that are wanted, the oldest first.
     *
     * @param most so many features at once
     * @param shapesFit whether shapes are taken at all; where one made the count fail, its feature is taken once more without it
     */
    Taken take(Predicate<Pending.Edit> wanted, int most, boolean shapesFit) {
        List<Pending.Edit> all = new OutsideStore(session)
                .pending().edits().values().stream().filter(wanted).toList();
        List<Pending.Edit> taken = new ArrayList<>();
        // Where all of a portion are held by somebody the next one is taken.
        for (int from = 0; from < all.size() && taken.isEmpty(); from += most) {
            portion(all.subList(from, Math.min(all.size(), from + most)), shapesFit, taken);
        }
        return new Taken(taken, steps, told);
    }

    private void portion(List<Pending.Edit> edits, boolean shapesFit, List<Pending.Edit> taken) {
        Map<String, List<Pending.Edit>> byLayer = new TreeMap<>();
        edits.forEach(edit -> byLayer.computeIfAbsent(edit.ref().layer(), l -> new ArrayList<>())
                .add(edit));
        byLayer.forEach((id, those) -> {
            Set<Long> held =
                    session.holdFree(id, those.stream().map(e -> e.ref().id()).toList());
            List<Pending.Edit> free =
                    those.stream().filter(e -> !held.contains(e.ref().id())).toList();
            new OutsideStore(session).drop(free);
            take(session.catalogue().get(id), free, shapesFit);
            taken.addAll(free);
        });
    }

    private void take(LayerType layer, List<Pending.Edit> edits, boolean shapesFit) {
        List<Long> ids = edits.stream().map(e -> e.ref().id()).toList();
        Map<FeatureRef, LastStateStore.Last> last = new LastStateStore(session).of(layer, ids);
        Map<FeatureRef, OutsideRow> rows = new OutsideRowStore(session).of(layer, ids);
        for (Pending.Edit edit : edits) {
            FeatureRef ref = edit.ref();
            LastStateStore.Last known = last.getOrDefault(ref, new LastStateStore.Last(null, 0));
            OutsideRow row = rows.get(ref);
            if (row != null) {
                take(layer, row, known, shapesFit);
            } else if (known.feature() != null && layer.id().equals(PlanRecords.IDENTITY)) {
                putBack(known.feature());
            } else if (known.feature() != null) {
                steps.add(new HistoryEntry.Step(ref, known.feature(), null));
            }
        }
        if (steps.stream().anyMatch(s -> s.before() == null && s.ref().layer().equals(layer.id()))) {
            store.advance(layer);
        }
    }

    private void take(LayerType layer, OutsideRow row, LastStateStore.Last known, boolean shapesFit) {
        Feature before = known.feature();
        if (before != null && row.is(before)) {
            return;
        }
        var intake = new RowIntake(session.catalogue(), crs, planYear, layer, row, before);
        Geometry shape = shapesFit || layer.isRecord() ? intake.shape() : intake.refused(NOT_COUNTED);
        Map<String, @Nullable Object> attributes = intake.attributes();
        FeatureRef ref = row.ref();
        if (layer.isRecord()) {
            var record = new OutsideRecord(session, crs, layer, ref);
            Words against = shapesFit ? record.against(attributes).orElse(null) : NOT_COUNTED;
            if (against != null) {
                intake.refusedRecord(against);
                shape = before == null ? null : shape;
            }
            attributes = against == null || before == null ? record.kept(attributes) : before.attributes();
        }
        told.addAll(intake.told());
        if (shape == null) {
            store.deleteAll(layer, List.of(ref.id()));
        } else if (before == null && strange(ref)) {
            renumber(layer, ref, attributes, shape);
        } else if (before == null) {
            steps.add(new HistoryEntry.Step(
                    ref, null, store.update(new Change.Replace(ref, known.version(), attributes, shape))));
        } else {
            boolean same = attributes.equals(before.attributes()) && shape.equalsExact(before.geometry());
            // A row that says the same in other words, or whose edit was not taken, stands again as it stood.
            int version = same ? before.version() - 1 : before.version();
            Feature after = store.update(new Change.Replace(ref, version, attributes, shape));
            if (!same) {
                steps.add(new HistoryEntry.Step(ref, before, after));
            }
        }
    }

    /** A plan is nobody's without its identity. */
    private void putBack(Feature identity) {
        store.insert(new Change.Create(
                identity.ref().layer(),
                identity.ref().id(),
                identity.version(),
                identity.attributes(),
                identity.geometry()));
        told.add(new Told(identity.ref(), Told.Kind.REFUSED, OutsideRecord.ONE_IDENTITY, null));
    }

    /** Numbers above are not whole in a browser; below 1 there are none of ours. */
    static boolean strange(FeatureRef ref) {
        return ref.id() < 1 || ref.id() > Dialect.GREATEST_NUMBER;
    }

    private void renumber(LayerType layer, FeatureRef ref, Map<String, @Nullable Object> attributes, Geometry shape) {
        store.deleteAll(layer, List.of(ref.id()));
        store.rewind(layer);
        Feature made = store.insert(new Change.Create(layer.id(), null, 1, attributes, shape));
        steps.add(new HistoryEntry.Step(made.ref(), null, made));
        told.add(new Told(
                made.ref(),
                Told.Kind.NUMBER,
                Words.of(
                        "编号 " + ref.id() + " 不能使用，新编号为 " + made.ref().id() + "。",
                        "The number " + ref.id() + " cannot be used; the feature got "
                                + made.ref().id() + "."),
                null));
    }
}

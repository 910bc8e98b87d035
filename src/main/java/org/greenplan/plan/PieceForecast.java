package org.greenplan.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.count.PlotKey;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Turn;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.Milestones;
import org.greenplan.ledger.LedgerDelta;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.problem.Problem;
import org.greenplan.programme.NoPiece;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Tells before many changes are written which of the plots they make no target of pieces would count, and why, by the very code that
 * counts them when they are saved; nothing is written.
 */
record PieceForecast(Ground ground, PlanMemory memory) {
    /** By place in the list of changes; a change that cannot be saved, and what counts, has no entry. */
    Map<Integer, List<NoPiece>> of(List<Change> changes) {
        Map<PlotKey, Integer> places = new HashMap<>();
        List<HistoryEntry.Step> steps = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Wanted.look();
            HistoryEntry.Step step = step(changes, i);
            if (step != null) {
                steps.add(step);
                places.put(PlotShapes.key(step.ref()), i);
            }
        }
        Deltas deltas = memory.followers().follow(Turn.of(ground, steps, Milestones.UNWATCHED));
        TargetSums sums = deltas.of(memory.targets()).orElseThrow().before();
        Map<Integer, List<NoPiece>> none = new HashMap<>();
        List<LedgerStore.Row> rows =
                deltas.of(memory.ledger()).map(LedgerDelta::after).orElse(List.of());
        for (LedgerStore.Row row : rows) {
            Integer place = places.get(PlotShapes.key(row.ref()));
            List<NoPiece> why = place == null ? List.of() : sums.noPieces(row);
            if (place != null && !why.isEmpty()) {
                none.put(place, why);
            }
        }
        return none;
    }

    /** New plots stand behind all others of their rank, one behind the other, as they will when they get their numbers. */
    private HistoryEntry.@Nullable Step step(List<Change> changes, int place) {
        Change change;
        try {
            change = new ChangeIntake(ground.catalogue(), ground.crs())
                    .draft(changes.get(place))
                    .changes()
                    .get(0);
        } catch (Problem e) {
            return null;
        }
        if (!ground.catalogue().get(change.layer()).addsGreen()) {
            return null;
        }
        if (change instanceof Change.Create create) {
            var ref = new FeatureRef(create.layer(), Long.MAX_VALUE - changes.size() + place);
            return new HistoryEntry.Step(ref, null, new Feature(ref, 1, create.attributes(), create.geometry()));
        }
        if (change instanceof Change.Replace replace) {
            Feature stored =
                    new FeatureStore(ground.session()).find(replace.ref()).orElse(null);
            var after = new Feature(replace.ref(), replace.baseVersion() + 1, replace.attributes(), replace.geometry());
            return new HistoryEntry.Step(replace.ref(), stored, after);
        }
        return null;
    }
}

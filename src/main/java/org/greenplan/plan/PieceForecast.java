package org.greenplan.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.count.PlotKey;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Turn;
import org.greenplan.history.ChangeWriter;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.Milestones;
import org.greenplan.ledger.LedgerDelta;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.problem.Problem;
import org.greenplan.programme.NoPiece;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Wanted;

/**
 * Tells before many changes are written which of the plots they make no target of pieces would count, and why, by the very code that
 * counts them when they are saved; nothing is written.
 */
record PieceForecast(Ground ground, PlanMemory memory, Milestones milestones) {
    /** By place in the list of changes; a change that cannot be saved, and what counts, has no entry. */
    Map<Integer, List<NoPiece>> of(List<Change> changes) {
        if (ground.settings().targets().stream().noneMatch(line -> line.measure() == TargetLine.Measure.COUNT)) {
            return Map.of();
        }
        Map<PlotKey, Integer> places = new HashMap<>();
        List<HistoryEntry.Step> steps = steps(changes, places);
        Deltas deltas = memory.followers().follow(Turn.of(ground, steps, milestones));
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

    /** The steps of those that make or change plots, with the place of each in the list. */
    private List<HistoryEntry.Step> steps(List<Change> changes, Map<PlotKey, Integer> places) {
        Map<Integer, Change> fit = new LinkedHashMap<>();
        var intake = ChangeIntake.of(ground);
        for (int i = 0; i < changes.size(); i++) {
            Wanted.look();
            int place = i;
            fit(intake, changes.get(i)).ifPresent(change -> fit.put(place, change));
        }
        Map<FeatureRef, Feature> stored = stored(fit.values());
        List<HistoryEntry.Step> steps = new ArrayList<>();
        fit.forEach((place, change) -> {
            HistoryEntry.Step step = step(change, Long.MAX_VALUE - changes.size() + place, stored);
            steps.add(step);
            places.put(PlotShapes.key(step.ref()), place);
        });
        return steps;
    }

    private Optional<Change> fit(ChangeIntake intake, Change change) {
        try {
            Change fit = intake.draft(change).changes().get(0);
            boolean isPlot = !(fit instanceof Change.Delete)
                    && ground.catalogue().get(fit.layer()).addsGreen();
            return isPlot ? Optional.of(fit) : Optional.empty();
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    private Map<FeatureRef, Feature> stored(Collection<Change> changes) {
        Map<FeatureRef, Feature> stored = new HashMap<>();
        ChangeWriter.named(List.copyOf(changes)).forEach((layer, ids) -> new FeatureStore(ground.session())
                .findAll(ground.catalogue().get(layer), ids)
                .forEach(feature -> stored.put(feature.ref(), feature)));
        return stored;
    }

    /** New plots stand behind all others of their rank, one behind the other, as they will when they get their numbers. */
    private static HistoryEntry.Step step(Change change, long newNumber, Map<FeatureRef, Feature> stored) {
        if (change instanceof Change.Replace replace) {
            var after = new Feature(replace.ref(), replace.baseVersion() + 1, replace.attributes(), replace.geometry());
            return new HistoryEntry.Step(replace.ref(), stored.get(replace.ref()), after);
        }
        var create = (Change.Create) change;
        var ref = new FeatureRef(create.layer(), newNumber);
        return new HistoryEntry.Step(ref, null, new Feature(ref, 1, create.attributes(), create.geometry()));
    }
}

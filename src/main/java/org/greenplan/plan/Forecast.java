package org.greenplan.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.greenplan.count.Areas;
import org.greenplan.count.PlotKey;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.findings.Finding;
import org.greenplan.findings.PlanRules;
import org.greenplan.findings.SureSums;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Turn;
import org.greenplan.geo.Mask;
import org.greenplan.history.ChangeWriter;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.Milestones;
import org.greenplan.ledger.LedgerDelta;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.ledger.Surroundings;
import org.greenplan.problem.Problem;
import org.greenplan.programme.NoPiece;
import org.greenplan.programme.TargetDelta;
import org.greenplan.programme.TargetState;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Wanted;
import org.locationtech.jts.geom.Geometry;

/**
 * What many changes would do if they were written now, together.
 *
 * @param plots how many plots they make or change
 * @param gross what these cover
 * @param net what these would count, less what those of them that are there already count today
 * @param outside how many of them reach beyond the district
 * @param findings what rules have against them, the hardest first, and of what they can say nothing
 * @param sure what of each target would lie where no rule keeps green from, by its id, in its unit; empty where none would be reached
 * @param noPieces the plots that are no pieces for a target, by place in the list of changes, and why
 */
public record Forecast(
        int plots,
        Areas gross,
        Areas net,
        int outside,
        List<Finding> findings,
        List<TargetState> before,
        List<TargetState> after,
        Map<String, Double> sure,
        Map<Integer, List<NoPiece>> noPieces) {
    public Forecast {
        findings = List.copyOf(findings);
        before = List.copyOf(before);
        after = List.copyOf(after);
        sure = Map.copyOf(sure);
        noPieces = Map.copyOf(noPieces);
    }

    /**
     * Tells before many changes are written what they would count and do to the targets, what they meet, and which of the plots they make no
     * target of pieces would count, by the very code that counts them when they are saved; nothing is written.
     */
    record Making(Ground ground, PlanMemory memory, Milestones milestones) {
        /** Beyond the district by less than this is how two offices draw one border. */
        private static final double LEAST_M2 = 0.1;

        /** A change that cannot be saved adds nothing. */
        Forecast of(List<Change> changes) {
            Map<PlotKey, Integer> places = new HashMap<>();
            List<HistoryEntry.Step> steps = steps(changes, places);
            Turn turn = Turn.of(ground, steps, milestones);
            Deltas deltas = memory.followers().follow(turn);
            TargetDelta targets = deltas.of(memory.targets()).orElseThrow();
            Optional<LedgerDelta> ledger = deltas.of(memory.ledger());
            List<LedgerStore.Row> rows = own(ledger.map(LedgerDelta::after), places);
            List<LedgerStore.Row> had = own(ledger.map(LedgerDelta::before), places);
            Surroundings around = memory.ledger().surroundings(turn);
            List<Feature> features = steps.stream()
                    .flatMap(step -> Optional.ofNullable(step.after()).stream())
                    .toList();
            List<Geometry> plots = features.stream()
                    .map(feature -> around.plot(feature).shape().area())
                    .toList();
            var district = new Mask(around.district());
            return new Forecast(
                    plots.size(),
                    sum(rows, LedgerStore.Row::gross),
                    sum(rows, LedgerStore.Row::net).minus(sum(had, LedgerStore.Row::net)),
                    (int) plots.stream()
                            .filter(plot -> district.polygonsBeyond(plot).getArea() >= LEAST_M2)
                            .count(),
                    Finding.of(new PlanRules(ground, turn.is()).of(features), ground.crs()),
                    targets.before().states(),
                    targets.after().states(),
                    sure(turn, targets.after().states(), ledger),
                    noPieces(rows, targets.before(), places));
        }

        private Map<String, Double> sure(Turn turn, List<TargetState> after, Optional<LedgerDelta> ledger) {
            if (!SureSums.matters(after)) {
                return Map.of();
            }
            List<LedgerStore.Row> stored = new LedgerStore(ground.session()).rows();
            return new SureSums(ground)
                    .of(turn.is(), ledger.map(lines -> lines.applied(stored)).orElse(stored));
        }

        private static List<LedgerStore.Row> own(Optional<List<LedgerStore.Row>> rows, Map<PlotKey, Integer> places) {
            return rows.orElse(List.of()).stream()
                    .filter(row -> places.containsKey(PlotShapes.key(row.ref())))
                    .toList();
        }

        private static Areas sum(List<LedgerStore.Row> rows, Function<LedgerStore.Row, Areas> of) {
            return rows.stream().map(of).reduce(Areas.ZERO, Areas::plus);
        }

        private static Map<Integer, List<NoPiece>> noPieces(
                List<LedgerStore.Row> rows, TargetSums sums, Map<PlotKey, Integer> places) {
            Map<Integer, List<NoPiece>> none = new HashMap<>();
            for (LedgerStore.Row row : rows) {
                Integer place = places.get(PlotShapes.key(row.ref()));
                List<NoPiece> why = sums.noPieces(row);
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
                var after =
                        new Feature(replace.ref(), replace.baseVersion() + 1, replace.attributes(), replace.geometry());
                return new HistoryEntry.Step(replace.ref(), stored.get(replace.ref()), after);
            }
            var create = (Change.Create) change;
            var ref = new FeatureRef(create.layer(), newNumber);
            return new HistoryEntry.Step(ref, null, new Feature(ref, 1, create.attributes(), create.geometry()));
        }
    }
}

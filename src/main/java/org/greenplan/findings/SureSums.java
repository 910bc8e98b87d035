package org.greenplan.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.count.Areas;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotKey;
import org.greenplan.count.Share;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.ledger.LedgerFollower;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.programme.TargetState;
import org.greenplan.programme.TargetSums;
import org.greenplan.sweep.AreaKernel;
import org.locationtech.jts.geom.Geometry;

/**
 * What the targets have on ground from which no rule keeps green. Until rules say what of the rest may count, none of the rest is sure: of an area
 * the part that lies there, of a line or a piece all of it.
 */
public record SureSums(Ground ground) {
    /** Less than this is how two offices draw one line. */
    private static final double LEAST_M2 = 0.1;

    /**
     * What of each target is sure, by its id, in square metres, metres or pieces. What is bound is counted as if it were green
     * already, so the plan is swept once, however many plots and constraints there are.
     *
     * @param plan the plan as it is, or as it would be
     * @param lines its lines of the ledger
     */
    public Map<String, Double> of(Neighbourhood plan, Collection<LedgerStore.Row> lines) {
        List<Geometry> bound = new PlanRules(ground, plan).ground();
        Map<String, Double> sure = new LinkedHashMap<>();
        TargetSums.of(ground.settings(), ground.catalogue(), bound.isEmpty() ? lines : free(plan, bound, lines))
                .states()
                .forEach(target -> sure.put(target.line().id(), target.planned()));
        return sure;
    }

    /** Whether any target is reached, so that it matters what of it is sure. */
    public static boolean matters(List<TargetState> targets) {
        return targets.stream()
                .anyMatch(target -> target.fault() == null
                        && !target.line().isOpen()
                        && target.line().value() > 0
                        && target.missing() <= 0);
    }

    private List<LedgerStore.Row> free(Neighbourhood plan, List<Geometry> bound, Collection<LedgerStore.Row> lines) {
        LedgerInput all = LedgerFollower.input(plan, ground.lineToleranceM(), plot -> {});
        List<Geometry> taken = new ArrayList<>(all.baseline());
        taken.addAll(bound);
        Map<PlotKey, List<Share>> free = new AreaKernel(plan.crs())
                .shares(new LedgerInput(all.plots(), taken, all.district(), all.zones(), all.lineToleranceM()));
        return lines.stream()
                .map(row -> free(
                        row,
                        free.getOrDefault(PlotShapes.key(row.ref()), List.of()).stream()
                                .map(Share::net)
                                .reduce(Areas.ZERO, Areas::plus)))
                .toList();
    }

    private static LedgerStore.Row free(LedgerStore.Row row, Areas free) {
        boolean bound = row.net().planeM2() - free.planeM2() >= LEAST_M2;
        return !bound
                ? row
                : new LedgerStore.Row(
                        row.ref(),
                        row.version(),
                        row.attributes(),
                        row.gross(),
                        free,
                        0,
                        row.grossLengthM(),
                        0,
                        List.of());
    }
}

package org.greenplan.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.count.Areas;
import org.greenplan.count.Millionths;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * The sums behind the targets, which never change: a change of the plan gives new sums by taking lines of the ledger out and
 * putting their successors in, so that a shape under the hand costs its neighbourhood and not the whole plan. They are whole numbers
 * (square millimetres, micrometres, pieces), so that a sum by difference is the sum counted anew, to the last digit.
 */
public final class TargetSums {
    /** A plot that adds less than a square metre is no piece, where a target names no least size. */
    private static final double LEAST_M2 = 1;

    private final PlanProfile profile;
    private final Catalogue catalogue;
    /** Which plots each target looks at. */
    private final List<TargetChoice> choices;

    private final List<String> statuses;
    /** By target, then by status; what has no known status comes last. */
    private final long[][] sums;

    private TargetSums(
            PlanProfile profile,
            Catalogue catalogue,
            List<TargetChoice> choices,
            List<String> statuses,
            long[][] sums) {
        this.profile = profile;
        this.catalogue = catalogue;
        this.choices = choices;
        this.statuses = statuses;
        this.sums = sums;
    }

    public static TargetSums of(PlanProfile profile, Catalogue catalogue, Collection<LedgerStore.Row> rows) {
        List<String> statuses = catalogue.statuses().stream().map(c -> c.code()).toList();
        var sums = new long[profile.targets().size()][statuses.size() + 1];
        var all = new TargetSums(profile, catalogue, TargetChoice.all(profile, catalogue), statuses, sums);
        all.add(rows, 1);
        return all;
    }

    /** Refuses a programme with a target whose filter does not fit the catalogue. */
    public static void requireFilters(PlanProfile profile, Catalogue catalogue) {
        for (TargetChoice choice : TargetChoice.all(profile, catalogue)) {
            choice.fault().ifPresent(words -> {
                throw new Problem.BadRequest(words, "filter");
            });
        }
    }

    /** The programme whose sums these are. */
    PlanProfile programme() {
        return profile;
    }

    /** The sums after some lines of the ledger were replaced by others. */
    public TargetSums with(Collection<LedgerStore.Row> without, Collection<LedgerStore.Row> instead) {
        var copy = new long[sums.length][];
        for (int i = 0; i < sums.length; i++) {
            copy[i] = sums[i].clone();
        }
        var changed = new TargetSums(profile, catalogue, choices, statuses, copy);
        changed.add(without, -1);
        changed.add(instead, 1);
        return changed;
    }

    /** The sums with amounts added to one target, each with its status. */
    TargetSums with(int target, List<Map.Entry<String, Long>> amounts) {
        TargetSums changed = with(List.of(), List.of());
        for (var amount : amounts) {
            changed.sums[target][column(amount.getKey())] += amount.getValue();
        }
        return changed;
    }

    /** Where each target stands, in the order of the programme. */
    public List<TargetState> states() {
        List<TargetState> states = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            TargetLine line = profile.targets().get(i);
            Map<String, Double> byStatus = new LinkedHashMap<>();
            long planned = 0;
            for (int s = 0; s < sums[i].length; s++) {
                planned += sums[i][s];
                if (s < statuses.size()) {
                    byStatus.put(statuses.get(s), inUnit(line, sums[i][s]));
                } else if (sums[i][s] != 0) {
                    byStatus.put(TargetState.UNKNOWN, inUnit(line, sums[i][s]));
                }
            }
            double made = inUnit(line, planned);
            Words fault = choices.get(i).fault().orElse(null);
            double missing = fault == null ? Math.max(0, Millionths.rounded(line.value() - made)) : 0;
            states.add(new TargetState(line, made, byStatus, missing, fault));
        }
        return states;
    }

    /** The targets that a line of the ledger adds to, by id. */
    public List<String> targetsOf(LedgerStore.Row row) {
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).takes(row) && amount(i, row) > 0)
                .mapToObj(i -> profile.targets().get(i).id())
                .toList();
    }

    /** Why a plot that the targets of pieces look at is none, in words for its planner; nothing where it counts or none asks. */
    public List<NoPiece> noPieces(LedgerStore.Row row) {
        return IntStream.range(0, choices.size())
                .filter(i -> profile.targets().get(i).measure() == TargetLine.Measure.COUNT)
                .filter(i -> choices.get(i).takes(row) && piece(i, row) == 0)
                .mapToObj(i -> noPiece(i, row))
                .toList();
    }

    /** What a plot is to each target of the programme, in its order. */
    public List<Contribution> contributions(LedgerStore.Row row) {
        return IntStream.range(0, choices.size())
                .mapToObj(i -> contribution(i, row))
                .toList();
    }

    private Contribution contribution(int target, LedgerStore.Row row) {
        TargetLine line = profile.targets().get(target);
        TargetChoice choice = choices.get(target);
        Words fault = choice.fault().orElse(null);
        if (fault != null) {
            return new Contribution(line, 0, fault);
        }
        var why = new WhyNot(catalogue, line);
        if (!choice.looksAt(layer(row))) {
            return new Contribution(line, 0, why.otherLayers());
        }
        if (!choice.takes(row)) {
            return new Contribution(line, 0, why.filtered(choice, row));
        }
        long amount = amount(target, row);
        if (amount > 0) {
            return new Contribution(line, inUnit(line, amount), null);
        }
        boolean pieces = line.measure() == TargetLine.Measure.COUNT;
        return new Contribution(line, 0, pieces ? noPiece(target, row).reason() : why.nothing(isUpgrade(row), row));
    }

    private NoPiece noPiece(int target, LedgerStore.Row row) {
        TargetLine line = profile.targets().get(target);
        return NoPiece.of(line, isUpgrade(row), asksForUpgrades(target), row.ownPlaneMm2(), leastMm2(line));
    }

    /** The choice of a target. */
    TargetChoice choice(int target) {
        return choices.get(target);
    }

    /** The least area, in square millimetres, by which a plot is a piece for a target. */
    static long leastMm2(TargetLine line) {
        return Millionths.of(Objects.requireNonNullElse(line.minAreaM2(), LEAST_M2));
    }

    private void add(Collection<LedgerStore.Row> rows, int sign) {
        for (LedgerStore.Row row : rows) {
            int column = column(String.valueOf(layer(row).value(AttributeRole.STATUS, row.attributes())));
            for (int i = 0; i < sums.length; i++) {
                if (choices.get(i).takes(row)) {
                    sums[i][column] += sign * amount(i, row);
                }
            }
        }
    }

    private int column(String status) {
        int known = statuses.indexOf(status);
        return known < 0 ? statuses.size() : known;
    }

    private long amount(int target, LedgerStore.Row row) {
        TargetLine line = profile.targets().get(target);
        return switch (line.measure()) {
            case NET_AREA -> area(line, row.net());
            case LENGTH -> Millionths.of(row.lengthM());
            case COUNT -> piece(target, row);
        };
    }

    /** Square metres, metres or pieces of a sum. */
    private static double inUnit(TargetLine line, long sum) {
        return line.measure() == TargetLine.Measure.COUNT ? sum : Millionths.value(sum);
    }

    /**
     * A plot is a piece once, by the area that is its own: copies, plots outside the district, on existing green or inside another
     * plot are none. One that only upgrades what is there is no new piece, unless the target asks for it by its effect.
     */
    private long piece(int target, LedgerStore.Row row) {
        if (isUpgrade(row) && !asksForUpgrades(target)) {
            return 0;
        }
        return row.ownPlaneMm2() >= leastMm2(profile.targets().get(target)) ? 1 : 0;
    }

    private boolean isUpgrade(LedgerStore.Row row) {
        return catalogue.isUpgrade(layer(row), row.attributes());
    }

    private LayerType layer(LedgerStore.Row row) {
        return catalogue.get(row.ref().layer());
    }

    private boolean asksForUpgrades(int target) {
        return choices.get(target).asksFor(AttributeRole.EFFECT);
    }

    private static long area(TargetLine line, Areas areas) {
        return line.method() == TargetLine.AreaMethod.PLANE ? areas.planeMm2() : areas.ellipsoidMm2();
    }
}

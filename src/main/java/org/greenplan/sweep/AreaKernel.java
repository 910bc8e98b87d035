package org.greenplan.sweep;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.greenplan.count.Areas;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Share;
import org.greenplan.count.Taken;
import org.greenplan.crs.PlanCrs;

/**
 * Measures what every plot of a plan adds, per sub-district, on the plane and on the ellipsoid, without building one shape.
 *
 * <p>The plane is cut into strips and cells; each cell is swept slab by slab, and every trapezoid goes to the plot of highest
 * precedence that covers it, if it lies in the district and no green was there. Area is continuous in the coordinates, so no
 * input can make it fail. Memory is linear, strips run in parallel, and the result does not depend on either.
 */
public record AreaKernel(PlanCrs crs) {
    /** What each plot adds, by plot; plots that add nothing have no shares. Lengths are 0: they are measured on shapes. */
    public Map<PlotKey, List<Share>> shares(LedgerInput input) {
        List<PlotShape> plots = input.plots().stream()
                .filter(PlotShape::addsArea)
                .sorted(PlotShape.BY_PRECEDENCE)
                .toList();
        TallySheet sheet = new TallySheet(plots.size(), input.zones(), tallies(new SweepPlan(plots, input)));
        List<List<Share>> ofPlots =
                IntStream.range(0, plots.size()).parallel().mapToObj(sheet::of).toList();
        Map<PlotKey, List<Share>> shares = new HashMap<>(input.plots().size() * 2);
        input.plots().forEach(p -> shares.put(p.key(), List.of()));
        for (int i = 0; i < plots.size(); i++) {
            shares.put(plots.get(i).key(), ofPlots.get(i));
        }
        return shares;
    }

    /** What all plots add together. */
    public Areas total(LedgerInput input) {
        return shares(input).values().stream()
                .flatMap(List::stream)
                .map(Share::net)
                .reduce(Areas.ZERO, Areas::plus);
    }

    /**
     * What of some plots does not count for them, by who has it: what lies outside the district, then what is green already, then
     * what the net areas of other plots take; an upgrade counts nothing of what lies inside. The parts of a plot and its net area
     * are its gross area. Only plots and green that touch the ones asked for matter, so a neighbourhood gives the whole answer.
     */
    public Map<PlotKey, List<Taken>> taken(LedgerInput input, Set<PlotKey> of) {
        List<PlotShape> plots = input.plots().stream()
                .sorted(Comparator.comparing((PlotShape p) -> !p.addsArea()).thenComparing(PlotShape.BY_PRECEDENCE))
                .toList();
        boolean[] subjects = new boolean[plots.size()];
        int adding = 0;
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = of.contains(plots.get(i).key());
            adding += plots.get(i).addsArea() ? 1 : 0;
        }
        TallySheet sheet =
                new TallySheet(plots.size(), List.of(), tallies(new SweepPlan(plots, adding, input, subjects)));
        Map<PlotKey, List<Taken>> taken = new HashMap<>();
        for (int i = 0; i < subjects.length; i++) {
            if (subjects[i]) {
                taken.put(plots.get(i).key(), sheet.taken(i, plots));
            }
        }
        return taken;
    }

    private List<Tally> tallies(SweepPlan plan) {
        // A sweep's tables grow to the size of a strip; whoever is done with one strip leaves them to the next.
        Queue<StripSweep> idle = new ConcurrentLinkedQueue<>();
        return IntStream.range(0, plan.strips())
                .parallel()
                .mapToObj(strip -> {
                    StripSweep spare = idle.poll();
                    StripSweep sweep = spare == null ? new StripSweep(plan, crs.projection()) : spare;
                    Tally tally = sweep.tally(strip);
                    idle.add(sweep);
                    return tally;
                })
                .toList();
    }
}

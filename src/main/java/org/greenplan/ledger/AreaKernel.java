package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.greenplan.geo.PlanCrs;

/**
 * Measures what every plot of a plan adds, per sub-district, on the plane and on the ellipsoid, without building one shape.
 *
 * <p>The plane is cut into strips and cells; each cell is swept slab by slab, and every trapezoid goes to the plot of highest
 * precedence that covers it, if it lies in the district and no green was there. Area is continuous in the coordinates, so no
 * input can make it fail. Memory is linear, strips run in parallel, and the result does not depend on either.
 */
public record AreaKernel(PlanCrs crs) {
    /** Below this a figure is rounding, not land, square metres. */
    private static final double ROUNDING_M2 = 1e-6;

    /** What each plot adds, by plot; plots that add nothing have no shares. Lengths are 0: they are measured on shapes. */
    public Map<PlotKey, List<Share>> shares(LedgerInput input) {
        List<PlotShape> plots = input.plots().stream()
                .filter(PlotShape::addsArea)
                .sorted(PlotShape.BY_PRECEDENCE)
                .toList();
        List<Map<Integer, Areas>> sums = sums(plots, input);
        Map<PlotKey, List<Share>> shares = new HashMap<>(input.plots().size() * 2);
        input.plots().forEach(p -> shares.put(p.key(), List.of()));
        for (int i = 0; i < plots.size(); i++) {
            List<Share> ofPlot = new ArrayList<>();
            sums.get(i).forEach((zone, areas) -> {
                if (areas.planeM2() > ROUNDING_M2) {
                    ofPlot.add(new Share(
                            zone == 0 ? 0 : input.zones().get(zone - 1).id(), areas, 0));
                }
            });
            shares.put(plots.get(i).key(), List.copyOf(ofPlot));
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

    private List<Map<Integer, Areas>> sums(List<PlotShape> plots, LedgerInput input) {
        SweepPlan plan = new SweepPlan(plots, input);
        List<Tally> tallies = IntStream.range(0, plan.strips())
                .parallel()
                .mapToObj(strip -> StripSweep.of(plan, strip, crs.projection()))
                .toList();
        List<Map<Integer, Areas>> sums = new ArrayList<>(plots.size());
        plots.forEach(p -> sums.add(new HashMap<>(4)));
        for (Tally tally : tallies) {
            for (int i = 0; i < tally.size; i++) {
                sums.get(tally.plot[i])
                        .merge(tally.zone[i], new Areas(tally.planeM2[i], tally.ellipsoidM2[i]), Areas::plus);
            }
        }
        return sums;
    }
}

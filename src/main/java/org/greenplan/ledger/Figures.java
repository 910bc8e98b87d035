package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.count.Areas;
import org.greenplan.count.Borders;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.ShapeKernel;
import org.greenplan.count.Share;
import org.greenplan.crs.PlanCrs;
import org.greenplan.sweep.AreaKernel;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The figures of all plots without one net shape, for a draft that touches them all and is not put: areas by the sweep, which needs no
 * topology, lengths as they are always counted.
 *
 * @param stillWanted what this throws, on any thread, ends the counting
 */
record Figures(PlanCrs crs, Runnable stillWanted) {
    /** Lines in the order of the plots, with empty shapes and no shares. */
    List<NetPlot> of(LedgerInput input) {
        var sweep = new AreaKernel(crs);
        Map<PlotKey, List<Share>> net = sweep.shares(input);
        stillWanted.run();
        Map<PlotKey, List<Share>> own = sweep.shares(upgrades(input));
        STRtree lines = new STRtree();
        input.plots().stream()
                .filter(plot -> plot.centreLine() != null)
                .forEach(plot -> lines.insert(plot.reach(input.lineToleranceM()), plot));
        lines.build();
        Borders borders = Borders.of(input.district(), input.zones());
        var kernel = new ShapeKernel(crs);
        return input.plots().parallelStream()
                .map(plot -> {
                    stillWanted.run();
                    return kernel.figures(
                            plot,
                            sum(net, plot),
                            sum(own, plot).planeMm2(),
                            near(lines, plot, input.lineToleranceM()),
                            input.lineToleranceM(),
                            borders);
                })
                .toList();
    }

    /** Upgrades as if they were all there is: what each has inside the district that no earlier one covers is its own. */
    static LedgerInput upgrades(LedgerInput input) {
        List<PlotShape> upgrades = input.plots().stream()
                .filter(p -> !p.addsArea())
                .map(p -> new PlotShape(p.key(), p.precedence(), p.area(), null, true))
                .toList();
        return new LedgerInput(upgrades, List.of(), input.district(), List.of());
    }

    private static Areas sum(Map<PlotKey, List<Share>> shares, PlotShape plot) {
        return shares.getOrDefault(plot.key(), List.of()).stream()
                .map(Share::net)
                .reduce(Areas.ZERO, Areas::plus);
    }

    private static List<PlotShape> near(STRtree lines, PlotShape plot, double lineToleranceM) {
        List<PlotShape> near = new ArrayList<>();
        if (plot.centreLine() != null) {
            lines.query(plot.reach(lineToleranceM), item -> near.add((PlotShape) item));
        }
        return near;
    }
}

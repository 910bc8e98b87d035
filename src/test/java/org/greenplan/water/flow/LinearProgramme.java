package org.greenplan.water.flow;

import java.math.BigDecimal;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** The same network as a linear programme for a library that knows nothing of networks. */
final class LinearProgramme {
    private LinearProgramme() {}

    /** The lowest cost, NaN where no flow keeps all bounds. */
    static double lowestCost(GainNetwork network, double[] cost) {
        var model = new ExpressionsBasedModel();
        for (int a = 0; a < network.arcs(); a++) {
            var variable = model.newVariable("x" + a).lower(BigDecimal.valueOf(network.low(a)));
            if (network.high(a) < Double.POSITIVE_INFINITY) {
                variable.upper(BigDecimal.valueOf(network.high(a)));
            }
            variable.weight(BigDecimal.valueOf(cost[a]));
        }
        for (int i = 0; i < network.nodes(); i++) {
            var row = model.newExpression("n" + i).level(BigDecimal.valueOf(-network.supply(i)));
            for (int a = 0; a < network.arcs(); a++) {
                if (network.from(a) == i) {
                    row.add(a, BigDecimal.ONE.negate());
                } else if (network.to(a) == i) {
                    row.add(a, BigDecimal.valueOf(network.gain(a)));
                }
            }
        }
        Optimisation.Result result = model.minimise();
        return result.getState().isFeasible() ? result.getValue() : Double.NaN;
    }
}

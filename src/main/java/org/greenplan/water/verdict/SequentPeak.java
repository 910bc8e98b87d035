package org.greenplan.water.verdict;

import java.util.List;

/** The storage that carries a demand through a series of inflows, run through twice. */
public final class SequentPeak {
    private SequentPeak() {}

    /** The least storage with which the demand is met in every step; infinite where the inflow is not enough in the whole. */
    public static double storage(List<Double> inflow, double demand) {
        if (inflow.stream().mapToDouble(Double::doubleValue).sum() < demand * inflow.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double lacking = 0;
        double most = 0;
        for (int cycle = 0; cycle < 2; cycle++) {
            for (double come : inflow) {
                lacking = Math.max(0, lacking + demand - come);
                most = Math.max(most, lacking);
            }
        }
        return most;
    }
}

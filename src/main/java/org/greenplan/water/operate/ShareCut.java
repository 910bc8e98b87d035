package org.greenplan.water.operate;

/**
 * What a cut says of the shares of one level: the sum of them, each weighed, is no larger than a bound, whatever the network does.
 * It stays true while demands are fixed one after another. Demands are told by their places in the level.
 */
final class ShareCut {
    /** A demand that weighs less is not held back by the cut. */
    private static final double HELD = 1e-7;

    /** By demand; 0 where it is not held back, or fixed. */
    private final double[] weights;

    private int members;
    private double weight;
    private double bound;

    /** @param demands of the level */
    ShareCut(int demands) {
        weights = new double[demands];
    }

    /**
     * A demand of the level.
     *
     * @param following how much of a little more share it would get
     * @param share to which it was cut
     */
    void add(int demand, double following, double share) {
        bound -= following * share;
        weight += 1 - following;
        if (following < 1 - HELD) {
            weights[demand] = 1 - following;
            members++;
        }
    }

    /** What all of them got together. */
    void served(double shares) {
        bound += shares;
    }

    /** The largest share that all demands of the cut can have. */
    double share() {
        return members == 0 ? Double.POSITIVE_INFINITY : bound / weight;
    }

    /** Leaves the cut of the others, when these have been given their share. */
    void fix(int[] fixed, double share) {
        for (int i = fixed.length - 1; i >= 0; i--) {
            double weighed = weights[fixed[i]];
            if (weighed > 0) {
                bound -= weighed * share;
                weight -= weighed;
                weights[fixed[i]] = 0;
                members--;
            }
        }
    }

    boolean isSpent() {
        return members == 0;
    }

    boolean holds(int demand) {
        return weights[demand] > 0;
    }
}

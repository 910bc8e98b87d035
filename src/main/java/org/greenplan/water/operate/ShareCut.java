package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a cut says of the shares of one level: the sum of them, each weighed, is no larger than a bound, whatever the network does.
 * It stays true while demands are fixed one after another.
 */
final class ShareCut {
    /** A demand that weighs less is not held back by the cut. */
    private static final double HELD = 1e-7;

    private final List<Target> members;
    private final List<Double> weights;
    private double weight;
    private double bound;

    ShareCut(int demands) {
        members = new ArrayList<>(demands);
        weights = new ArrayList<>(demands);
    }

    /**
     * A demand of the level.
     *
     * @param following how much of a little more share it would get
     * @param share to which it was cut
     */
    void add(Target target, double following, double share) {
        bound -= following * share;
        weight += 1 - following;
        if (following < 1 - HELD) {
            members.add(target);
            weights.add(1 - following);
        }
    }

    /** What all of them got together. */
    void served(double shares) {
        bound += shares;
    }

    /** The largest share that all demands of the cut can have. */
    double share() {
        return members.isEmpty() ? Double.POSITIVE_INFINITY : bound / weight;
    }

    /** The cut of the others, when these have been given their share. */
    ShareCut without(Set<Target> fixed, double share) {
        for (int i = members.size() - 1; i >= 0; i--) {
            if (fixed.contains(members.get(i))) {
                bound -= weights.get(i) * share;
                weight -= weights.get(i);
                members.remove(i);
                weights.remove(i);
            }
        }
        return this;
    }

    boolean isSpent() {
        return members.isEmpty();
    }

    Stream<Target> members() {
        return members.stream();
    }
}

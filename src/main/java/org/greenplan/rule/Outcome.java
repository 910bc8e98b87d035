package org.greenplan.rule;

import java.util.List;
import org.greenplan.count.Areas;
import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What one rule says of one plot. What is hit, unknown and clear is what was drawn, to the last square millimetre.
 *
 * @param names what the plot meets, by name, where it meets something
 * @param shape the offending polygons, or lines where a line offends, in the plan's plane; empty where nothing does
 * @param hit how much of the plot offends
 * @param unknown how much of it nothing can be said of
 * @param lengthM how many metres of its line offend
 * @param note what was measured, or why nothing can be said; null where there is nothing to add
 */
public record Outcome(
        Rule rule,
        FeatureRef plot,
        State state,
        List<String> names,
        Geometry shape,
        Areas drawn,
        Areas hit,
        Areas unknown,
        double lengthM,
        @Nullable Words note) {
    public Outcome {
        names = List.copyOf(names);
    }

    /** How much of the plot the rule has nothing against. */
    public Areas clear() {
        return drawn.minus(hit).minus(unknown);
    }

    /** What a rule can say. */
    public enum State {
        PASS,
        HIT,
        /** Nothing can be said: the rule asks for what the plan does not have. */
        NOT_CHECKED,
        /** The rule does not bind the plot, or not on its day. */
        NOT_APPLICABLE
    }
}

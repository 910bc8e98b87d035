package org.greenplan.network;

import java.util.List;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something in the drawing that keeps water from running, or an answer from being given.
 *
 * @param id what it is of what: the same as long as the same is wrong
 * @param feature the feature on which it is mended
 * @param attribute the attribute that lacks a value, or null
 * @param others further features that it is about
 * @param x the place in the plane, east, metres
 * @param y the same, north
 * @param what what is wrong, with figures
 * @param remedy what can be done
 */
public record Finding(
        String id,
        Type type,
        String feature,
        @Nullable String attribute,
        List<String> others,
        double x,
        double y,
        Words what,
        Words remedy) {
    /** What can be wrong. */
    public enum Type {
        /** A line ends at nothing. */
        LOOSE_END,
        /** A structure stands beside everything. */
        APART,
        /** A line is so short, or lies so, that it leads nowhere. */
        LEADS_NOWHERE,
        /** Two lines cross without a node. */
        CROSSING,
        /** All water runs into a node, or out of it. */
        CONTRADICTION,
        /** Without a pump from a lower level to a higher one. */
        UPHILL,
        /** Water ought to run in a circle, and nothing lifts it. */
        LOOP,
        NO_OUTLET,
        NO_SPILL,
        /** A drain leads sewage into water and not to a sewage works. */
        UNTREATED,
        /** A value that the answers need. */
        MISSING,
        /** A lake's survey whose rows do not rise. */
        SURVEY,
        /** A work that is not built yet, on basic farmland. */
        FARMLAND
    }

    public Finding {
        others = List.copyOf(others);
    }

    /** The same where the attribute is called otherwise. */
    public Finding with(String otherAttribute) {
        return new Finding(id, type, feature, otherAttribute, others, x, y, what, remedy);
    }
}

package org.greenplan.catalogue;

import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * One value of a code list.
 *
 * @param parent code of the group it belongs to, or null
 * @param rank place in an order of precedence, 1 first (only where the list is ordered, such as the status)
 * @param colour CSS hex colour for the legend, or null
 * @param darkColour the same on a dark page, or null where it is the same
 * @param addsGreen false for an effect that improves green without adding any
 * @param severity what a constraint of this kind means to a plot on it, or null where the code is of no constraint
 */
public record Code(
        String code,
        Words title,
        @Nullable String parent,
        int rank,
        @Nullable String colour,
        @Nullable String darkColour,
        boolean addsGreen,
        @Nullable Severity severity) {
    /** What a constraint means to a plot that lies on it, the hardest first. */
    public enum Severity {
        /** No plot may lie there. */
        PROHIBITED,
        /** Somebody has to agree, or something has to be done first. */
        CAUTION,
        /** It binds no more. */
        NONE
    }

    public Code(String code, Words title, @Nullable String parent, int rank, @Nullable String colour) {
        this(code, title, parent, rank, colour, null, true, null);
    }
}

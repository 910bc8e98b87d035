package org.greenplan.cql2;

import java.util.List;
import java.util.stream.Stream;

/**
 * How two times lie to each other (OGC 21-065r2, temporal functions), said with their ends: a is the first time, b the second, 0
 * the beginning, 1 the end. An instant is an interval whose two ends are the same.
 */
public enum TemporalRelation {
    AFTER("a0 > b1"),
    BEFORE("a1 < b0"),
    CONTAINS("a0 < b0, a1 > b1"),
    DISJOINT("not a1 >= b0, a0 <= b1"),
    DURING("a0 > b0, a1 < b1"),
    EQUALS("a0 = b0, a1 = b1"),
    FINISHEDBY("a0 < b0, a1 = b1"),
    FINISHES("a0 > b0, a1 = b1"),
    INTERSECTS("a1 >= b0, a0 <= b1"),
    MEETS("a1 = b0"),
    METBY("a0 = b1"),
    OVERLAPPEDBY("a0 > b0, a0 < b1, a1 > b1"),
    OVERLAPS("a0 < b0, a1 > b0, a1 < b1"),
    STARTEDBY("a0 = b0, a1 > b1"),
    STARTS("a0 = b0, a1 < b1");

    private final String said;

    TemporalRelation(String said) {
        this.said = said;
    }

    /** The comparisons, all of which hold, or of which (negated) one at least does not. */
    public Ends ends() {
        boolean negated = said.startsWith("not ");
        String steps = negated ? said.substring(4) : said;
        return new Ends(Stream.of(steps.split(", ", -1)).map(Step::of).toList(), negated);
    }

    /** What is asked of the four ends. */
    public record Ends(List<Step> steps, boolean negated) {}

    /** One end of the first time (a) compared with one of the second (b): 0 is the beginning, 1 the end. */
    public record Step(boolean firstAtEnd, String sign, boolean secondAtEnd) {
        static Step of(String text) {
            String[] parts = text.split(" ", -1);
            return new Step(parts[0].equals("a1"), parts[1], parts[2].equals("b1"));
        }
    }
}

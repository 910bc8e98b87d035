package org.greenplan.rule;

import java.util.List;
import java.util.Map;
import org.greenplan.cql2.Filter;
import org.jspecify.annotations.Nullable;

/** How a rule is tested: one of a few ways, each with its numbers. Lengths in metres, areas in square metres on the plan's plane. */
public sealed interface RuleTest {
    /** The choices of features without which nothing can be said: where one of them holds nothing. */
    List<Choice> asks();

    /** The choices of features that it looks at. */
    default List<Choice> looksAt() {
        return asks();
    }

    /** How far beside a plot a feature may lie and still matter. */
    default double reachM() {
        return 0;
    }

    /** What lies on some features is a hit. */
    record Overlap(Choice ground) implements RuleTest {
        @Override
        public List<Choice> asks() {
            return List.of(ground);
        }
    }

    /**
     * What does not lie on some features is a hit.
     *
     * @param share how much of a plot may lie beside them, 0 to 1
     */
    record Within(Choice ground, double share) implements RuleTest {
        @Override
        public List<Choice> asks() {
            return List.of(ground);
        }
    }

    /** What lies nearer to a way's land than so many metres, by the way's class, is a hit; a class without a number has no zone. */
    record Distance(Ways ways, Map<String, Double> zonesM) implements RuleTest {
        public Distance {
            zonesM = Map.copyOf(zonesM);
        }

        @Override
        public List<Choice> asks() {
            return List.of(ways.choice());
        }

        @Override
        public double reachM() {
            return ways.widestM() + widest(zonesM);
        }
    }

    /** What lies on some ground farther than so many metres from a way's land is a hit; a class without a number is no way here. */
    record Beyond(Choice ground, Ways ways, Map<String, Double> widthsM) implements RuleTest {
        public Beyond {
            widthsM = Map.copyOf(widthsM);
        }

        @Override
        public List<Choice> asks() {
            return List.of(ground, ways.choice());
        }

        @Override
        public double reachM() {
            return ways.widestM() + widest(widthsM);
        }
    }

    /**
     * An area outside bounds is a hit.
     *
     * @param leastM2 0 where there is no such bound
     * @param mostM2 infinite where there is no such bound
     * @param contiguous whether each piece of a plot by itself has to be so large; what is too small is the hit
     */
    record Size(double leastM2, double mostM2, boolean contiguous) implements RuleTest {
        @Override
        public List<Choice> asks() {
            return List.of();
        }
    }

    /**
     * What is narrower than so many metres is a hit, if it is more than a share of the plot.
     *
     * @param share 0 to 1
     */
    record Width(double leastM, double share) implements RuleTest {
        @Override
        public List<Choice> asks() {
            return List.of();
        }
    }

    /** A plot of which a filter says no is a hit; where it does not know, nothing can be said. */
    record Stated(Filter must) implements RuleTest {
        @Override
        public List<Choice> asks() {
            return List.of();
        }
    }

    /**
     * The belt along a line: on each side that has a width, so many metres of it outside the land of the ways, over a share of the length.
     *
     * @param share of the line's length, 0 to 1
     * @param stepM how far apart the line is looked at
     */
    record Profile(List<Ways> ways, double widthM, double share, double stepM) implements RuleTest {
        public Profile {
            ways = List.copyOf(ways);
        }

        @Override
        public List<Choice> asks() {
            return ways.stream().map(Ways::choice).toList();
        }

        @Override
        public double reachM() {
            return 2 * ways.stream().mapToDouble(Ways::widestM).max().orElse(0);
        }
    }

    /**
     * What no plots of a kind cover is a hit, of land up to a size.
     *
     * @param by the plots
     * @param share of the land that has to be covered, 0 to 1
     * @param mostMu the largest land that has to be covered, compared in mu rounded to 0.001; null for any
     */
    record Covered(Choice by, double share, @Nullable Double mostMu) implements RuleTest {
        @Override
        public List<Choice> asks() {
            return List.of();
        }

        @Override
        public List<Choice> looksAt() {
            return List.of(by);
        }
    }

    /**
     * Roads or railways, whose land is as wide as their class has it: lines alone are mapped, so that the edge is reckoned.
     *
     * @param by the attribute with the class
     * @param halfWidthsM from the line to the edge of the way's land, by class
     */
    record Ways(Choice choice, String by, Map<String, Double> halfWidthsM) {
        public Ways {
            halfWidthsM = Map.copyOf(halfWidthsM);
        }

        /** Half the width of a way's land; 0 for a class of which nothing is said. */
        double halfM(@Nullable Object code) {
            return halfWidthsM.getOrDefault(String.valueOf(code), 0.0);
        }

        double widestM() {
            return widest(halfWidthsM);
        }
    }

    private static double widest(Map<String, Double> byClass) {
        return byClass.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}

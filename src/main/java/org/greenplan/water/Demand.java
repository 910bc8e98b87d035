package org.greenplan.water;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody needs of the network. Level 1 comes first; a shortage inside a level is shared. */
public sealed interface Demand {
    /** At most so many levels. */
    int LEVELS = 8;

    /** Its name in the plan. */
    String id();

    /** 1 to 8. */
    int level();

    /** Where it is: a lake, a junction, or a link. */
    String at();

    /** Taken out of a lake or junction. */
    record Use(String id, int level, String at, Monthly m3PerDay) implements Demand {}

    /** Flow that a link ought to lead and that stays in the network: an ecological flow. */
    record LinkFlow(String id, int level, String at, Monthly m3PerDay) implements Demand {}

    /**
     * Water that ought to stand in a lake at the end of the month.
     *
     * @param shareOfNormal of the normal volume, by month
     */
    record Storage(String id, int level, String at, Monthly shareOfNormal) implements Demand {}

    /**
     * Water that ought to leave a lake through its links, so that the lake is renewed.
     *
     * @param days in which the normal volume passes once
     * @param notBy links that leave where water comes in: what takes them has not passed the lake
     */
    record Turnover(String id, int level, String at, Given days, Set<String> notBy) implements Demand {
        public Turnover {
            notBy = Set.copyOf(notBy);
        }

        /** By whatever link. */
        public Turnover(String id, int level, String at, Given days) {
            this(id, level, at, days, Set.of());
        }

        /** The same where only these links are there. */
        Turnover among(Set<String> links) {
            return links.containsAll(notBy)
                    ? this
                    : new Turnover(
                            id,
                            level,
                            at,
                            days,
                            notBy.stream().filter(links::contains).collect(Collectors.toSet()));
        }
    }

    /** Links that leave a lake without renewing it, as the demands of its turnover say. */
    static Set<String> notRenewing(Collection<Demand> demands, String lake) {
        Set<String> links = new HashSet<>();
        for (Demand demand : demands) {
            if (demand instanceof Turnover turnover && demand.at().equals(lake)) {
                links.addAll(turnover.notBy());
            }
        }
        return links;
    }
}

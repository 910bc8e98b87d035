package org.greenplan.water;

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
     */
    record Turnover(String id, int level, String at, Given days) implements Demand {}
}

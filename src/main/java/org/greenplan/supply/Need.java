package org.greenplan.supply;

import java.util.Locale;
import org.greenplan.problem.Words;

/** What is wanted of the water, in the order in which it is served where a plan names no other. */
public enum Need {
    /** Flow that ought to arrive at the lower end of a reach. */
    ECOLOGICAL_FLOW(1, Double.NaN),
    /** The least that ought to stand in a lake. */
    MINIMUM_LEVEL(2, 60),
    /** Irrigation that somebody named for a lake. */
    IRRIGATION(3, Double.NaN),
    /** Water for the plan's own new green. */
    GREEN_IRRIGATION(3, Double.NaN),
    /** What ought to stand in a lake. */
    NORMAL_LEVEL(4, 90),
    /** That a lake is renewed. */
    TURNOVER(5, Double.NaN);

    private final int level;
    private final double sharePercent;

    Need(int level, double sharePercent) {
        this.level = level;
        this.sharePercent = sharePercent;
    }

    /** What wants it in the kernel's network: the last word of its id. */
    public static Need of(String demand) {
        return valueOf(demand.substring(demand.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT));
    }

    /** What people call it. */
    public Words title() {
        return switch (this) {
            case ECOLOGICAL_FLOW -> Words.of("生态流量", "ecological flow");
            case MINIMUM_LEVEL -> Words.of("最低水位", "minimum level");
            case IRRIGATION -> Words.of("湖泊灌溉", "irrigation");
            case GREEN_IRRIGATION -> Words.of("绿地灌溉", "irrigation of new green");
            case NORMAL_LEVEL -> Words.of("正常水位", "normal level");
            case TURNOVER -> Words.of("换水", "turnover");
        };
    }

    /** As the catalogue writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The usual level, 1 first. */
    int level() {
        return level;
    }

    /** The usual share of the normal volume. */
    double sharePercent() {
        return sharePercent;
    }
}

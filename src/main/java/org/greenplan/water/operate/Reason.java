package org.greenplan.water.operate;

/**
 * One piece of the cut that keeps a demand short in a month.
 *
 * @param at id of the link, source, licence, lake or demand; of the place that is short where no way leads to it
 * @param boundM3 what it lets through, holds or keeps back in the month
 * @param gainPerM3 what the short demand would get of one m³ more here (or less, where something keeps it back)
 * @param tenPercentM3 what the short demand would get if it were a tenth more, computed anew; NaN where a tenth more means nothing
 * @param rangeM3 how much more can be had here before the next m³ gives less; NaN like {@code tenPercentM3}
 */
public record Reason(Kind kind, String at, double boundM3, double gainPerM3, double tenPercentM3, double rangeM3) {
    /** What kind of piece. */
    public enum Kind {
        /** A link leads all that it can. */
        LINK_FULL,
        /** A link is closed in this month. */
        LINK_CLOSED,
        /** The lake stood below the link's sill when the month began. */
        BELOW_SILL,
        /** A source brings all that is to be had. */
        SOURCE_FULL,
        /** A source is shut in this month. */
        SOURCE_SHUT,
        /** The licence's share of this month is used up. */
        LICENCE,
        /** The lake is at its dead volume, or empty. */
        LAKE_AT_FLOOR,
        /** Water is promised to another demand, of an earlier level or the fair share of the same. */
        PROMISED,
        /** No link and no source leads here: no work in the network would help by being larger. */
        NO_WAY
    }
}

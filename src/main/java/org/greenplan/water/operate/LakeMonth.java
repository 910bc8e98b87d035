package org.greenplan.water.operate;

/**
 * A lake's month, m³. Before and everything that comes, less everything that goes, is after.
 *
 * @param linksInM3 what arrived through links, losses on the way taken off
 * @param naturalM3 inflow by itself and runoff of the land
 * @param skyM3 rain less evaporation and seepage; less than nothing in a dry month
 * @param spilledInM3 what other lakes could not hold
 */
public record LakeMonth(
        double beforeM3,
        double linksInM3,
        double sourcesM3,
        double naturalM3,
        double skyM3,
        double spilledInM3,
        double linksOutM3,
        double usesM3,
        double spilledM3,
        double afterM3) {
    /** What is wrong with the sum; 0 but for rounding. */
    public double gapM3() {
        double came = linksInM3 + sourcesM3 + naturalM3 + skyM3 + spilledInM3;
        return beforeM3 + came - linksOutM3 - usesM3 - spilledM3 - afterM3;
    }
}

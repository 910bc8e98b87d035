package org.greenplan.water.operate;

/**
 * What a demand wanted in a month and what it got.
 *
 * @param demand its id
 */
public record Served(String demand, int level, double wantedM3, double servedM3) {
    /** A demand below this share has failed. */
    public static final double ENOUGH = 0.999;

    /** 0 to 1; one that wants nothing is served. */
    public double share() {
        return wantedM3 <= 0 ? 1 : Math.min(1, servedM3 / wantedM3);
    }

    /** Whether it got less than 99.9 %. */
    public boolean failed() {
        return share() < ENOUGH;
    }
}

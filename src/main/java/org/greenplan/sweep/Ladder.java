package org.greenplan.sweep;

import java.util.Arrays;

/**
 * Sorted, different numbers between two ends, found again in constant time where they lie about evenly, and by halving where they
 * crowd: the span is cut into as many equal buckets as there are numbers.
 */
final class Ladder {
    private static final int FEW = 12;

    /** The numbers, rising. */
    double[] rung = new double[64];

    int rungs;

    private double[] given = new double[64];
    private int givenCount;
    private double[] spread = new double[64];
    private int[] bucketStart = new int[66];
    private int buckets;
    private double bottom;
    private double bucketsPerUnit;

    void clear() {
        givenCount = 0;
    }

    /** Gives a number. */
    void add(double value) {
        if (givenCount == given.length) {
            given = Arrays.copyOf(given, givenCount * 2);
        }
        given[givenCount++] = value;
    }

    /** Sorts what was given; it is found fastest where it lies between these ends. */
    void build(double lowEnd, double highEnd) {
        buckets = Math.max(1, givenCount);
        bottom = lowEnd;
        bucketsPerUnit = highEnd > lowEnd ? buckets / (highEnd - lowEnd) : 0;
        if (bucketStart.length < buckets + 2) {
            bucketStart = new int[buckets * 2 + 2];
        }
        if (spread.length < givenCount) {
            spread = new double[given.length];
            rung = new double[given.length];
        }
        distribute();
        rungs = 0;
        int from = 0;
        for (int b = 0; b < buckets; b++) {
            int to = bucketStart[b + 1];
            sort(spread, from, to);
            bucketStart[b] = rungs;
            for (int i = from; i < to; i++) {
                if (rungs == 0 || rung[rungs - 1] != spread[i]) {
                    rung[rungs++] = spread[i];
                }
            }
            from = to;
        }
        bucketStart[buckets] = rungs;
    }

    /** The place of the highest number that is not above this one; −1 if all are. */
    int floor(double value) {
        int bucket = bucket(value);
        int low = bucketStart[bucket];
        int high = bucketStart[bucket + 1];
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (rung[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        while (low < high && rung[low] <= value) {
            low++;
        }
        return low - 1;
    }

    private int bucket(double value) {
        return Math.max(0, Math.min((int) ((value - bottom) * bucketsPerUnit), buckets - 1));
    }

    /** Puts the numbers into their buckets; afterwards bucket b ends at {@code bucketStart[b + 1]}. */
    private void distribute() {
        Arrays.fill(bucketStart, 0, buckets + 2, 0);
        for (int i = 0; i < givenCount; i++) {
            bucketStart[bucket(given[i]) + 2]++;
        }
        for (int b = 2; b < buckets + 2; b++) {
            bucketStart[b] += bucketStart[b - 1];
        }
        for (int i = 0; i < givenCount; i++) {
            spread[bucketStart[bucket(given[i]) + 1]++] = given[i];
        }
    }

    private static void sort(double[] values, int from, int to) {
        if (to - from > FEW) {
            Arrays.sort(values, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            double value = values[i];
            int j = i;
            for (; j > from && values[j - 1] > value; j--) {
                values[j] = values[j - 1];
            }
            values[j] = value;
        }
    }
}

package org.greenplan.sweep;

import java.util.Arrays;

/** Sums by pairs of small numbers, such as plot and taker: a growing table with open addressing, for as many pairs as there are. */
final class PairSums {
    private static final long FREE = -1;

    private long[] keys = new long[64];
    private double[] planeM2 = new double[64];
    private double[] excessM2 = new double[64];
    private int size;

    PairSums() {
        Arrays.fill(keys, FREE);
    }

    void add(int first, int second, double plane, double excess) {
        if (2 * size >= keys.length) {
            grow();
        }
        long key = ((long) first << 32) | second;
        int at = place(key);
        if (keys[at] == FREE) {
            keys[at] = key;
            size++;
        }
        planeM2[at] += plane;
        excessM2[at] += excess;
    }

    void clear() {
        Arrays.fill(keys, FREE);
        Arrays.fill(planeM2, 0);
        Arrays.fill(excessM2, 0);
        size = 0;
    }

    /** Takes every pair with its sums. */
    interface Visitor {
        void pair(int first, int second, double planeM2, double excessM2);
    }

    void each(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                visitor.pair((int) (keys[i] >> 32), (int) keys[i], planeM2[i], excessM2[i]);
            }
        }
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[at] != FREE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldPlane = planeM2;
        double[] oldExcess = excessM2;
        keys = new long[oldKeys.length * 2];
        planeM2 = new double[keys.length];
        excessM2 = new double[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                planeM2[at] = oldPlane[i];
                excessM2[at] = oldExcess[i];
            }
        }
    }
}

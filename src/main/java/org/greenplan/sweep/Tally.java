package org.greenplan.sweep;

import java.util.Arrays;

/** The figures of one strip as they are found: plot, zone, plane and ellipsoidal square metres. */
final class Tally {
    int[] plot;
    int[] zone;
    double[] planeM2;
    double[] ellipsoidM2;
    int size;

    Tally(int expected) {
        plot = new int[expected];
        zone = new int[expected];
        planeM2 = new double[expected];
        ellipsoidM2 = new double[expected];
    }

    void add(int ofPlot, int inZone, double plane, double ellipsoid) {
        if (size == plot.length) {
            int length = Math.max(16, size * 2);
            plot = Arrays.copyOf(plot, length);
            zone = Arrays.copyOf(zone, length);
            planeM2 = Arrays.copyOf(planeM2, length);
            ellipsoidM2 = Arrays.copyOf(ellipsoidM2, length);
        }
        plot[size] = ofPlot;
        zone[size] = inZone;
        planeM2[size] = plane;
        ellipsoidM2[size++] = ellipsoid;
    }
}

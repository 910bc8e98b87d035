package org.greenplan.ledger;

import java.util.Arrays;

/** The figures of one strip as they are found: plot, zone, plane and ellipsoidal square metres. */
final class Tally {
    int[] plot = new int[256];
    int[] zone = new int[256];
    double[] planeM2 = new double[256];
    double[] ellipsoidM2 = new double[256];
    int size;

    void add(int ofPlot, int inZone, double plane, double ellipsoid) {
        if (size == plot.length) {
            int length = size * 2;
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

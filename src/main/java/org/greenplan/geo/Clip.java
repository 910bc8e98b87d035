package org.greenplan.geo;

/** A stretch of a leg, in metres from the leg's start, that conditions make shorter and shorter. */
public final class Clip {
    private double fromM;
    private double toM;

    public Clip(double lengthM) {
        fromM = 0;
        toM = lengthM;
    }

    /** Keeps where {@code at + slope · s ≤ most}. */
    public Clip most(double at, double slope, double most) {
        if (Math.abs(slope) < 1e-14) {
            if (at > most) {
                toM = Double.NEGATIVE_INFINITY;
            }
        } else if (slope > 0) {
            toM = Math.min(toM, (most - at) / slope);
        } else {
            fromM = Math.max(fromM, (most - at) / slope);
        }
        return this;
    }

    /** Keeps where {@code at + slope · s ≥ least}. */
    public Clip least(double at, double slope, double least) {
        return most(-at, -slope, -least);
    }

    /** Keeps what of a leg lies within so many metres of a place. */
    public Clip within(Leg leg, double px, double py, double radiusM) {
        double middle = leg.along(px, py);
        double beside = leg.left(px, py);
        double square = radiusM * radiusM - beside * beside;
        if (square < 0) {
            toM = Double.NEGATIVE_INFINITY;
        } else {
            double half = Math.sqrt(square);
            fromM = Math.max(fromM, middle - half);
            toM = Math.min(toM, middle + half);
        }
        return this;
    }

    public boolean isEmpty() {
        return !(fromM <= toM);
    }

    public double fromM() {
        return fromM;
    }

    public double toM() {
        return toM;
    }
}

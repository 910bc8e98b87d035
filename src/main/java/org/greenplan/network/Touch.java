package org.greenplan.network;

/**
 * Where two features meet. It depends on these two and on nothing else.
 *
 * @param a a drain before a line before a lake before a structure; of two lines the one whose id comes first
 * @param x a place of it in the plane, east, metres
 * @param y the same, north
 * @param amount how far the two are apart where they join, metres; how much lies on farmland, m² or m or pieces
 */
public record Touch(How how, Place a, Place b, double x, double y, double amount) {
    /** What it means that they meet. */
    public enum How {
        /** They are one place of the network. */
        JOINS,
        /** They cross, and neither ends there: water does not change from one to the other. */
        CROSSES,
        /** The first is a drain, and its lower end is at the second. */
        DISCHARGES,
        /** The first is to be built on the second. */
        COVERS
    }

    /**
     * A place of a feature.
     *
     * @param part of a line, from 0; 0 for all else
     * @param fromM on a line, metres from the start of its part; 0 for all else
     * @param toM the same; another where the line runs through a lake from here to there
     */
    public record Place(String id, int part, double fromM, double toM) {
        static Place on(String id, int part, double atM) {
            return new Place(id, part, atM, atM);
        }

        static Place of(String id) {
            return new Place(id, 0, 0, 0);
        }

        /** To the micrometre. */
        private String text() {
            return id + "." + part + "@" + Math.round(fromM * 1e6) + "-" + Math.round(toM * 1e6);
        }
    }

    /** By what it is told from other touches. */
    public String key() {
        return how + " " + a.text() + " " + b.text();
    }

    /** Whether this is a touch of that feature. */
    public boolean isOf(String id) {
        return a.id().equals(id) || b.id().equals(id);
    }
}

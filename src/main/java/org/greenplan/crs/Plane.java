package org.greenplan.crs;

import org.greenplan.problem.Words;

/**
 * A plane in metres on which a plan is measured and drawings are made: a Gauss–Krüger zone of the registry, or a local plane.
 * Numbers are easting before northing.
 */
public sealed interface Plane permits Zone, LocalPlane {
    /** How it is stored and spoken of, as {@link PlaneText} reads it: {@code EPSG:4552}, {@code +proj=tmerc …}. */
    default String text() {
        return PlaneText.of(this);
    }

    /** From longitude and latitude to the plane's numbers and back; a zone number before the easting is part of them. */
    GaussKruger projection();

    /** True where a zone number stands before the six digits of the easting. */
    boolean prefixed();

    /** What people choose it by. */
    Words title();

    /** What it is, as a report says it in the middle of a sentence. */
    Words described();

    /**
     * The same plane without a zone number before the easting, which moves nothing and costs digits: what a plan is counted on.
     */
    Plane bare();
}

package org.greenplan.cql2;

import org.locationtech.jts.geom.Coordinate;

/** The coordinate system in which the shapes of a filter are written. */
@FunctionalInterface
public interface FilterCrs {
    /** Longitude before latitude, degrees: what a filter means that names no coordinate system (CRS84). */
    FilterCrs LON_LAT = Coordinate::new;

    /** Longitude (x) and latitude (y) in degrees of a position as it is written, first and second axis. */
    Coordinate lonLat(double first, double second);
}

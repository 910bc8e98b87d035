package org.greenplan.crs;

import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;

/**
 * The plane on which a plan is counted, never with a zone number before the easting. Storage is lon/lat (EPSG:4490, x = longitude,
 * y = latitude, degrees); the plane is x = easting, y = northing, metres.
 */
public record PlanCrs(Plane plane, GaussKruger projection) {
    /** The plane of a plan; a zone number before the easting is left away. */
    public static PlanCrs of(Plane plane) {
        return new PlanCrs(plane.bare(), plane.bare().projection());
    }

    /** The plane of that text, such as {@code EPSG:4552}; refuses any that is no plane. */
    public static PlanCrs of(String text) {
        return of(Planes.of(text));
    }

    /** A copy in the plane; straight edges between vertices stay straight. */
    public Geometry toPlane(Geometry lonLat) {
        return VertexMap.moved(lonLat, (lon, lat) -> {
            var p = projection.forward(lon, lat);
            return new CoordinateXY(p.eastM(), p.northM());
        });
    }

    /** A copy in lon/lat degrees. */
    public Geometry toLonLat(Geometry plane) {
        return VertexMap.moved(plane, (east, north) -> {
            var p = projection.inverse(east, north);
            return new CoordinateXY(p.lonDeg(), p.latDeg());
        });
    }
}

package org.greenplan.reshape;

import java.util.HashMap;
import java.util.Map;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.VertexMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The way from degrees to the plan's plane and back on which no corner moves: one that was there before comes back bit for bit, so that what
 * shares it goes on sharing it.
 */
final class Corners {
    private final PlanCrs crs;
    private final Map<Coordinate, Coordinate> lonLat = new HashMap<>();

    Corners(PlanCrs crs) {
        this.crs = crs;
    }

    /** A copy in the plane, metres. */
    Geometry toPlane(Geometry degrees) {
        return VertexMap.moved(degrees, (lon, lat) -> {
            var p = crs.projection().forward(lon, lat);
            var plane = new Coordinate(p.eastM(), p.northM());
            lonLat.putIfAbsent(plane, new Coordinate(lon, lat));
            return plane;
        });
    }

    /** A copy in degrees. */
    Geometry toLonLat(Geometry plane) {
        return VertexMap.moved(plane, (east, north) -> toLonLat(new Coordinate(east, north)));
    }

    /** A place in degrees. */
    Coordinate toLonLat(Coordinate plane) {
        Coordinate known = lonLat.get(plane);
        if (known != null) {
            return known;
        }
        var p = crs.projection().inverse(plane.x, plane.y);
        return new Coordinate(p.lonDeg(), p.latDeg());
    }
}

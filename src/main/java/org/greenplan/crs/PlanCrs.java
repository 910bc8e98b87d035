package org.greenplan.crs;

import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;

/**
 * The plan's plane: a CGCS2000 3-degree Gauss–Krüger zone without prefix. Storage is lon/lat (EPSG:4490, x = longitude, y =
 * latitude, degrees); the plane is x = easting, y = northing, metres.
 */
public record PlanCrs(int epsg, GaussKruger projection) {
    /** EPSG:4547, CGCS2000 / 3-degree Gauss–Krüger CM 114E: Shangjie's plane. */
    public static final PlanCrs EPSG_4547 = of(4547);

    /** The 3-degree zones without prefix are EPSG:4534 (CM 75E) to EPSG:4554 (CM 135E). */
    public static PlanCrs of(int epsg) {
        if (epsg < 4534 || epsg > 4554) {
            throw new IllegalArgumentException("not a CGCS2000 3-degree zone without prefix: EPSG:" + epsg);
        }
        return new PlanCrs(epsg, new GaussKruger(75 + 3.0 * (epsg - 4534), 500_000));
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

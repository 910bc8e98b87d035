package org.greenplan.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
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
        return mapped(lonLat, true);
    }

    /** A copy in lon/lat degrees. */
    public Geometry toLonLat(Geometry plane) {
        return mapped(plane, false);
    }

    private Geometry mapped(Geometry geometry, boolean forward) {
        Geometry copy = geometry.copy();
        copy.apply(new VertexMap(projection, forward));
        return copy;
    }

    private record VertexMap(GaussKruger projection, boolean forward) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence seq, int i) {
            if (forward) {
                var p = projection.forward(seq.getX(i), seq.getY(i));
                seq.setOrdinate(i, 0, p.eastM());
                seq.setOrdinate(i, 1, p.northM());
            } else {
                var p = projection.inverse(seq.getX(i), seq.getY(i));
                seq.setOrdinate(i, 0, p.lonDeg());
                seq.setOrdinate(i, 1, p.latDeg());
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}

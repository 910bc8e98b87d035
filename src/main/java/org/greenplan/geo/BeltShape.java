package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** The green belt along a line: so many metres to its left, so many to its right, cut straight at its ends. */
public final class BeltShape {
    private static final int QUADRANT_SEGMENTS = 8;

    private BeltShape() {}

    /**
     * The belt of a line in the plane.
     *
     * @param planeLine lineal, metres
     * @param leftM width to the left seen along the line, metres, ≥ 0
     * @param rightM width to the right, metres, ≥ 0
     * @return polygonal, empty where both widths are 0
     */
    public static MultiPolygon of(Geometry planeLine, double leftM, double rightM) {
        List<Geometry> sides = new ArrayList<>();
        for (int i = 0; i < planeLine.getNumGeometries(); i++) {
            Geometry line = planeLine.getGeometryN(i);
            if (line.getLength() == 0) {
                continue;
            }
            double both = Math.min(leftM, rightM);
            if (both > 0) {
                sides.add(buffer(line, both, false));
            }
            if (leftM > both) {
                sides.add(buffer(line, leftM, true));
            }
            if (rightM > both) {
                sides.add(buffer(line, -rightM, true));
            }
        }
        return sides.isEmpty() ? planeLine.getFactory().createMultiPolygon() : Overlay.polygons(Overlay.union(sides));
    }

    private static Geometry buffer(Geometry line, double widthM, boolean oneSided) {
        var parameters = new BufferParameters(
                QUADRANT_SEGMENTS,
                BufferParameters.CAP_FLAT,
                BufferParameters.JOIN_ROUND,
                BufferParameters.DEFAULT_MITRE_LIMIT);
        parameters.setSingleSided(oneSided);
        return BufferOp.bufferOp(line, widthM, parameters);
    }
}

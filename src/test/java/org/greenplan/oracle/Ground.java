package org.greenplan.oracle;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** An area of the plane, asked point by point; what lies on its border to a millimetre is inside. */
final class Ground {
    static final double BORDER_M = 1e-3;

    private final IndexedPointInAreaLocator locator;
    private final IndexedFacetDistance border;
    private final Geometry area;

    Ground(Geometry area) {
        this.area = area;
        this.locator = new IndexedPointInAreaLocator(area);
        this.border = new IndexedFacetDistance(area);
    }

    boolean contains(Coordinate at) {
        return locator.locate(at) != Location.EXTERIOR
                || border.isWithinDistance(area.getFactory().createPoint(at), BORDER_M);
    }

    /** The number of the first that contains the point, -1 if none does. */
    static int first(List<Ground> grounds, Coordinate at) {
        for (int i = 0; i < grounds.size(); i++) {
            if (grounds.get(i).contains(at)) {
                return i;
            }
        }
        return -1;
    }
}

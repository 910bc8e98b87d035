package org.greenplan.geo;

import org.greenplan.crs.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * How large a shape may be that is counted. Figures are whole millionths of square metres and metres, which are exact up to nine thousand
 * million; one shape of a wrong coordinate beyond that would make every sum wrong that it stands in.
 */
public final class PlotSize {
    /** 9,000 km²; a belt of 1,000 km and the largest widths is smaller. */
    private static final double MOST_M2 = 9e9;

    private static final double MOST_M = 1e6;

    private PlotSize() {}

    /** Refuses, with a place of it, a plot or a corridor's line that is larger; lon/lat degrees. */
    public static void require(Geometry lonLat, PlanCrs crs) {
        Geometry plane = crs.toPlane(lonLat);
        if (plane.getDimension() == 2 && !(plane.getArea() <= MOST_M2)) {
            throw at(lonLat.getCoordinate(), OutlineWords.tooLarge());
        }
        if (plane.getDimension() == 1 && !(plane.getLength() <= MOST_M)) {
            throw at(lonLat.getCoordinate(), OutlineWords.tooLong());
        }
    }

    private static Problem.Invalid at(Coordinate place, Words words) {
        return Problem.Invalid.at(words, null, place.x, place.y);
    }
}

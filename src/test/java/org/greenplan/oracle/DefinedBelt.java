package org.greenplan.oracle;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A belt by its definition: for each leg its rectangles, on the outer side of each bend, and where a closed line closes, a sector of that
 * side's width, flat ends; all of it united. Arcs are cut into equal steps whose corners lie so far out that the sector's area is right.
 */
public final class DefinedBelt {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private DefinedBelt() {}

    /**
     * The belt of a line of the plane, all lengths in metres.
     *
     * @param stepsAQuarter of a circle
     */
    public static Geometry of(Geometry line, double leftM, double rightM, int stepsAQuarter) {
        List<Geometry> pieces = new ArrayList<>();
        for (int i = 0; i < line.getNumGeometries(); i++) {
            part(distinct(line.getGeometryN(i).getCoordinates()), leftM, rightM, stepsAQuarter, pieces);
        }
        return pieces.isEmpty() ? SHAPES.createMultiPolygon() : OverlayNGRobust.union(SHAPES.buildGeometry(pieces));
    }

    private static void part(Coordinate[] at, double leftM, double rightM, int steps, List<Geometry> into) {
        for (int i = 1; i < at.length; i++) {
            rectangle(at[i - 1], at[i], leftM, rightM, into);
            if (i + 1 < at.length) {
                sector(at[i - 1], at[i], at[i + 1], leftM, rightM, steps, into);
            }
        }
        int last = at.length - 1;
        if (last > 2 && at[0].equals2D(at[last])) {
            sector(at[last - 1], at[0], at[1], leftM, rightM, steps, into);
        }
    }

    private static void rectangle(Coordinate a, Coordinate b, double leftM, double rightM, List<Geometry> into) {
        if (leftM + rightM == 0) {
            return;
        }
        double east = -(b.y - a.y) / a.distance(b);
        double north = (b.x - a.x) / a.distance(b);
        into.add(SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(a.x + leftM * east, a.y + leftM * north),
            new Coordinate(b.x + leftM * east, b.y + leftM * north),
            new Coordinate(b.x - rightM * east, b.y - rightM * north),
            new Coordinate(a.x - rightM * east, a.y - rightM * north),
            new Coordinate(a.x + leftM * east, a.y + leftM * north)
        }));
    }

    private static void sector(
            Coordinate a, Coordinate at, Coordinate b, double leftM, double rightM, int steps, List<Geometry> into) {
        double in = Math.atan2(at.y - a.y, at.x - a.x);
        double turn = Math.IEEEremainder(Math.atan2(b.y - at.y, b.x - at.x) - in, 2 * Math.PI);
        double widthM = turn > 0 ? rightM : leftM;
        if (widthM == 0 || Math.abs(turn) < 1e-9) {
            return;
        }
        double first = turn > 0 ? in - Math.PI / 2 : in + Math.PI / 2;
        int count = Math.max(1, (int) Math.ceil(Math.abs(turn) / (Math.PI / 2) * steps - 1e-9));
        double step = turn / count;
        double radius = widthM * Math.sqrt(step / Math.sin(step));
        Coordinate[] ring = new Coordinate[count + 3];
        ring[0] = at;
        for (int i = 0; i <= count; i++) {
            double angle = first + i * step;
            ring[i + 1] = new Coordinate(at.x + radius * Math.cos(angle), at.y + radius * Math.sin(angle));
        }
        ring[count + 2] = at;
        into.add(SHAPES.createPolygon(ring));
    }

    static Coordinate[] distinct(Coordinate[] all) {
        List<Coordinate> kept = new ArrayList<>();
        for (Coordinate c : all) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(c)) {
                kept.add(c);
            }
        }
        return kept.toArray(Coordinate[]::new);
    }
}

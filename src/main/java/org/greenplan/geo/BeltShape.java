package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenplan.crs.VertexMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Length;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/**
 * The green belt along a line: so many metres to its left, so many to its right.
 *
 * <p>For each leg and each side a rectangle of that side's width, on the outer side of each bend, and where a closed line closes, a
 * sector of that side's width; the belt is their union. Every part ends flat. Sectors have the area of true ones.
 */
public final class BeltShape {
    /** Arcs of equal area need no more: a finer one gives the same area and a larger file. */
    private static final int STEPS_A_QUARTER = 16;

    /** Points nearer to the one before than this are that one again (metres). */
    private static final double REPEATED_M = 1e-3;

    /** So many legs at a time of a line whose outline is tangled: their own outline is not. */
    private static final int PIECE_LEGS = 16;

    private static final double TANGLED = 20;

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
        return of(planeLine, leftM, rightM, STEPS_A_QUARTER);
    }

    static MultiPolygon of(Geometry planeLine, double leftM, double rightM, int stepsAQuarter) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < planeLine.getNumGeometries() && (leftM > 0 || rightM > 0); i++) {
            Coordinate[] line = planeLine.getGeometryN(i).getCoordinates();
            if (line.length > 0) {
                part(line, leftM, rightM, stepsAQuarter, parts);
            }
        }
        return parts.isEmpty() ? planeLine.getFactory().createMultiPolygon() : Overlay.polygons(Overlay.union(parts));
    }

    private static void part(Coordinate[] line, double leftM, double rightM, int stepsAQuarter, List<Geometry> to) {
        // Whole metres: what is added is the number that was taken away, to the last bit.
        double east = Math.rint(line[0].x);
        double north = Math.rint(line[0].y);
        Coordinate[] points = distinct(line, east, north);
        if (points.length < 2) {
            return;
        }
        MultiPolygon seen = seen(points, leftM, rightM, stepsAQuarter);
        List<MultiPolygon> belts = seen != null ? List.of(seen) : noded(points, leftM, rightM, stepsAQuarter);
        belts.forEach(belt -> to.add(VertexMap.moved(belt, (x, y) -> new CoordinateXY(x + east, y + north))));
    }

    /** The quick way; null where legs run upon legs. */
    static @Nullable MultiPolygon seen(Coordinate[] points, double leftM, double rightM, int stepsAQuarter) {
        var outline = new BeltOutline(points, leftM, rightM, stepsAQuarter);
        return UnionBorder.of(outline.curves(), outline.pieces());
    }

    /** The way that always ends: belts whose union is the belt. */
    static List<MultiPolygon> noded(Coordinate[] points, double leftM, double rightM, int stepsAQuarter) {
        var outline = new BeltOutline(points, leftM, rightM, stepsAQuarter);
        if (!isTangled(outline.curves(), points, leftM + rightM)) {
            return List.of(noded(outline));
        }
        return pieces(points).stream()
                .map(piece -> noded(new BeltOutline(piece, leftM, rightM, stepsAQuarter)))
                .toList();
    }

    private static MultiPolygon noded(BeltOutline outline) {
        MultiPolygon wound = WoundArea.of(outline.curves());
        return wound != null ? wound : united(outline);
    }

    /** The definition word by word. */
    static MultiPolygon united(BeltOutline outline) {
        return Overlay.polygons(Overlay.union(
                outline.pieces().stream().map(p -> (Geometry) p.shape()).toList()));
    }

    /**
     * Whether an outline crosses itself much more often than it has corners: that of a track that shakes on the spot goes from side to
     * side at every bend. So many lines of such a length in such an area cross about as often as the square of their length over it.
     */
    private static boolean isTangled(List<Coordinate[]> outline, Coordinate[] line, double widthM) {
        double walkedM = outline.stream()
                .mapToDouble(c -> Length.ofLine(new CoordinateArraySequence(c)))
                .sum();
        double advanceM = widthM;
        for (int i = PIECE_LEGS; i < line.length; i += PIECE_LEGS) {
            advanceM += line[i - PIECE_LEGS].distance(line[i]);
        }
        return line.length > 2 * PIECE_LEGS && walkedM * walkedM / (advanceM * widthM) > TANGLED * line.length;
    }

    /** Short pieces of a line that share a leg, so that each bend, also that of a closed line where it closes, lies in one of them. */
    private static List<Coordinate[]> pieces(Coordinate[] line) {
        List<Coordinate[]> pieces = new ArrayList<>();
        int last = line.length - 1;
        for (int from = 0; from < last - 1; from += PIECE_LEGS - 1) {
            pieces.add(Arrays.copyOfRange(line, from, Math.min(last, from + PIECE_LEGS) + 1));
        }
        if (line[0].equals2D(line[last])) {
            pieces.add(new Coordinate[] {line[last - 1], line[0], line[1]});
        }
        return pieces;
    }

    /** The points of a line without repeated ones, seen from a place near them; the last is always kept. */
    private static Coordinate[] distinct(Coordinate[] line, double east, double north) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            Coordinate point = new CoordinateXY(line[i].x - east, line[i].y - north);
            int last = points.size() - 1;
            if (last < 0 || points.get(last).distance(point) > REPEATED_M) {
                points.add(point);
            } else if (i == line.length - 1 && last > 0) {
                points.set(last, point);
            }
        }
        return points.toArray(Coordinate[]::new);
    }
}

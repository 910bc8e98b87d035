package org.greenplan.geo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenplan.crs.LonLatRange;
import org.greenplan.crs.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes a drawn or imported shape fit for the ledger: mends what has one sensible reading and says so, refuses the rest and
 * says where. The result is a MultiPolygon with counter-clockwise shells, a MultiLineString or a Point, in two dimensions.
 */
public final class GeometryRepair {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Once around the earth is 40,000 km; beside the two places that the plane has no numbers for, numbers have no end. */
    private static final double MOST_PLANE_M = 3e7;

    private final Map<String, GeometryNote> notes = new LinkedHashMap<>();
    private final PlanCrs crs;

    private GeometryRepair(PlanCrs crs) {
        this.crs = crs;
    }

    /** A shape fit for storing, and what was done to it. */
    public record Repaired(Geometry geometry, List<GeometryNote> notices) {
        public Repaired {
            notices = List.copyOf(notices);
        }
    }

    private enum Kind {
        POINT,
        LINE,
        POLYGON
    }

    /** The one point of a shape; lon/lat degrees, as everywhere here, whatever the plane that areas are looked at in. */
    public static Repaired point(Geometry geometry, PlanCrs crs) {
        return of(geometry, Kind.POINT, crs);
    }

    /** The lines of a shape. */
    public static Repaired line(Geometry geometry, PlanCrs crs) {
        return of(geometry, Kind.LINE, crs);
    }

    /** The polygons of a shape. */
    public static Repaired polygon(Geometry geometry, PlanCrs crs) {
        return of(geometry, Kind.POLYGON, crs);
    }

    /** Whether polygons need no mending in the plane; looking stops early. Any other shape needs none. */
    public static boolean isValid(Geometry lonLat, PlanCrs crs) {
        return lonLat.getDimension() < 2 || OutlineRepair.isValid(crs.toPlane(lonLat));
    }

    private static Repaired of(Geometry geometry, Kind kind, PlanCrs crs) {
        var repair = new GeometryRepair(crs);
        var parts = new ArrayList<Geometry>();
        repair.collect(geometry, kind, parts);
        if (parts.isEmpty()) {
            throw new Problem.Invalid(Words.of("图形是空的。请在地图上画出它。", "The shape is empty. Draw it on the map."), null);
        }
        Geometry whole =
                switch (kind) {
                    case POINT -> repair.point(parts);
                    case LINE -> repair.lines(parts);
                    case POLYGON -> repair.polygons(parts);
                };
        return new Repaired(whole, List.copyOf(repair.notes.values()));
    }

    /** Takes collections apart and refuses parts of another kind. */
    private void collect(Geometry geometry, Kind kind, List<Geometry> parts) {
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i), kind, parts);
            }
            return;
        }
        boolean fits =
                switch (kind) {
                    case POINT -> geometry instanceof Point;
                    case LINE -> geometry instanceof LineString;
                    case POLYGON -> geometry instanceof Polygon;
                };
        if (!fits) {
            throw wrongType(geometry, kind);
        }
        if (!geometry.isEmpty()) {
            parts.add(geometry);
        }
    }

    private Geometry point(List<Geometry> parts) {
        if (parts.size() > 1) {
            Coordinate second = parts.get(1).getCoordinate();
            throw at(second, "一个要素只能有一个点。请分别保存。", "A feature has one point. Save the others as features of their own.");
        }
        return FACTORY.createPoint(clean(parts.get(0).getCoordinates(), false)[0]);
    }

    private Geometry lines(List<Geometry> parts) {
        var lines = new ArrayList<LineString>();
        for (Geometry part : parts) {
            Coordinate[] coordinates = clean(part.getCoordinates(), false);
            if (coordinates.length >= 2) {
                lines.add(FACTORY.createLineString(coordinates));
            } else {
                note("part-dropped", "已去掉长度为零的线段。", "A line of no length was dropped.");
            }
        }
        if (lines.isEmpty()) {
            throw at(
                    parts.get(0).getCoordinate(),
                    "线的长度为零。请至少画两个不同的点。",
                    "The line has no length. Draw two different points.");
        }
        Geometry whole = FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
        requireOnPlane(whole, crs.toPlane(whole));
        Crossings crossings =
                Crossings.ofLines(lines.stream().map(LineString::getCoordinates).toList());
        Coordinate first = crossings.first();
        if (crossings.tooMany() && first != null) {
            Words words = OutlineWords.tooMany(crossings.count() > Crossings.MOST);
            throw Problem.Invalid.at(words, null, first.x, first.y);
        }
        return whole;
    }

    /** Refuses a place that the plane cannot measure. */
    static void requireOnPlane(Geometry lonLat, Geometry plane) {
        Coordinate[] metres = plane.getCoordinates();
        for (int i = 0; i < metres.length; i++) {
            if (!(Math.abs(metres[i].x) <= MOST_PLANE_M && Math.abs(metres[i].y) <= MOST_PLANE_M)) {
                Coordinate place = lonLat.getCoordinates()[i];
                throw Problem.Invalid.at(OutlineWords.offThePlane(), null, place.x, place.y);
            }
        }
    }

    private Geometry polygons(List<Geometry> parts) {
        var shells = new ArrayList<LinearRing>();
        var holes = new ArrayList<List<LinearRing>>();
        List<LinearRing> homeless = new ArrayList<>();
        for (Geometry part : parts) {
            var polygon = (Polygon) part;
            List<LinearRing> own = new ArrayList<>();
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i)).ifPresent(own::add);
            }
            ring(polygon.getExteriorRing())
                    .ifPresentOrElse(
                            shell -> {
                                shells.add(shell);
                                holes.add(own);
                            },
                            () -> homeless.addAll(own));
        }
        if (shells.isEmpty()) {
            throw at(
                    parts.get(0).getCoordinate(),
                    "面没有面积：各点在一条线上。请重新绘制。",
                    "The polygon has no area: its points lie on one line. Draw it again.");
        }
        // A hole cuts, whatever became of the outline that it was written with.
        holes.get(0).addAll(homeless);
        var polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = FACTORY.createPolygon(shells.get(i), holes.get(i).toArray(new LinearRing[0]));
        }
        var repair = new OutlineRepair(crs, note -> notes.putIfAbsent(note.kind(), note));
        return repair.mended(FACTORY.createMultiPolygon(polygons));
    }

    /** Nothing where a ring has fewer than three corners. */
    private Optional<LinearRing> ring(LinearRing ring) {
        Coordinate[] coordinates = clean(ring.getCoordinates(), true);
        if (coordinates.length < 4) {
            note("part-dropped", "已去掉没有面积的部分。", "A part of no area was dropped.");
            return Optional.empty();
        }
        return Optional.of(FACTORY.createLinearRing(coordinates));
    }

    /** Without heights, repeated points and, for rings, spikes: places where the outline runs out and back on itself. */
    private Coordinate[] clean(Coordinate[] coordinates, boolean ring) {
        var kept = new ArrayList<Coordinate>(coordinates.length);
        for (Coordinate c : coordinates) {
            LonLatRange.require(c.x, c.y, null);
            if (!Double.isNaN(c.getZ())) {
                note(
                        "height-dropped",
                        "已去掉高程或 M 值，只保留经纬度。",
                        "Heights or M values were dropped; only longitude and latitude are kept.");
            }
            add(kept, new CoordinateXY(c.x, c.y), ring);
        }
        if (ring) {
            trimClosingSpike(kept);
        }
        return kept.toArray(new Coordinate[0]);
    }

    private void add(List<Coordinate> kept, Coordinate next, boolean ring) {
        while (ring && kept.size() > 1 && last(kept, 2).equals2D(next)) {
            spikeNote();
            kept.remove(kept.size() - 1);
        }
        if (!kept.isEmpty() && last(kept, 1).equals2D(next)) {
            if (!notes.containsKey("spikes-dropped")) {
                GeometryNote note = OutlineWords.duplicates();
                notes.putIfAbsent(note.kind(), note);
            }
        } else {
            kept.add(next);
        }
    }

    private static Coordinate last(List<Coordinate> list, int fromEnd) {
        return list.get(list.size() - fromEnd);
    }

    /** The start of a ring may itself be the tip of a spike. */
    private void trimClosingSpike(List<Coordinate> ring) {
        while (ring.size() > 3 && ring.get(ring.size() - 2).equals2D(ring.get(1))) {
            spikeNote();
            ring.remove(ring.size() - 1);
            ring.remove(0);
            if (!ring.get(0).equals2D(ring.get(ring.size() - 1))) {
                ring.add(ring.get(0).copy());
            }
        }
    }

    /** RFC 7946: shells counter-clockwise, holes clockwise. */
    static Geometry oriented(Geometry polygonal) {
        var polygons = new Polygon[polygonal.getNumGeometries()];
        for (int i = 0; i < polygons.length; i++) {
            var polygon = (Polygon) polygonal.getGeometryN(i);
            var holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int h = 0; h < holes.length; h++) {
                holes[h] = wound(polygon.getInteriorRingN(h), false);
            }
            polygons[i] = FACTORY.createPolygon(wound(polygon.getExteriorRing(), true), holes);
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private static LinearRing wound(LinearRing ring, boolean counterClockwise) {
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise ? ring : ring.reverse();
    }

    private static Problem.Invalid wrongType(Geometry geometry, Kind kind) {
        String zh = Map.of(Kind.POINT, "点", Kind.LINE, "线", Kind.POLYGON, "面").getOrDefault(kind, "");
        return new Problem.Invalid(
                Words.of(
                        "该图层只接受" + zh + "，收到的是 " + geometry.getGeometryType() + "。请换图层或重新绘制。",
                        "This layer takes " + kind.name().toLowerCase(Locale.ROOT) + "s, not a "
                                + geometry.getGeometryType() + ". Choose another layer or draw it again."),
                null);
    }

    private void spikeNote() {
        note("spikes-dropped", "已去掉没有面积的尖刺。", "Spikes of no area were dropped.");
    }

    private void note(String kind, String zh, String en) {
        notes.putIfAbsent(kind, new GeometryNote(kind, Words.of(zh, en)));
    }

    private static Problem.Invalid at(Coordinate place, String zh, String en) {
        return Problem.Invalid.at(Words.of(zh, en), null, place.x, place.y);
    }
}

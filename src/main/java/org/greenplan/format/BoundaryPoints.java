package org.greenplan.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.geo.GeometryNote;
import org.greenplan.geo.RingNesting;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;

/**
 * The boundary points of a plot as they come, parted into rings: a new ring begins with a new ring number, after a ring has closed,
 * and where the numbering of the points starts again.
 */
public final class BoundaryPoints {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<List<Coordinate>> rings = new ArrayList<>();
    private final Map<String, GeometryNote> notes = new LinkedHashMap<>();
    private List<Coordinate> current = new ArrayList<>();
    private String ring = "";
    private String firstPoint = "";
    private int vertices;
    private int closingPoints;

    /** A shape, or null where the points make none, and what was mended. */
    public record Shaped(@Nullable Geometry geometry, List<GeometryNote> notes) {}

    /** How many there were. */
    public int vertices() {
        return vertices;
    }

    /** How many of the vertices repeat the first of their ring. */
    public int closingPoints() {
        return closingPoints;
    }

    /** One more point. */
    public void vertex(String point, String ringNumber, double east, double north) {
        Coordinate at = new CoordinateXY(east, north);
        vertices++;
        if (!current.isEmpty() && startsRing(point, ringNumber, at)) {
            end();
        }
        if (current.isEmpty()) {
            ring = ringNumber;
            firstPoint = point;
            current.add(at);
        } else if (!at.equals2D(current.get(current.size() - 1))) {
            current.add(at);
            closingPoints += closed() ? 1 : 0;
        } else {
            note("point-repeated", "已去掉连续重复的界址点。", "Boundary points that repeated the one before were dropped.");
        }
    }

    private boolean startsRing(String point, String ringNumber, Coordinate at) {
        if (!ringNumber.equals(ring)) {
            return true;
        }
        if (closed()) {
            return !at.equals2D(current.get(0));
        }
        return current.size() >= 3 && !point.isEmpty() && point.equals(firstPoint) && !at.equals2D(current.get(0));
    }

    private boolean closed() {
        return current.size() >= 4 && current.get(0).equals2D(current.get(current.size() - 1));
    }

    private void end() {
        rings.add(current);
        current = new ArrayList<>();
    }

    /** @param kind 面, 线 or 点; areas unless it says otherwise */
    public Shaped shape(String kind) {
        if (!current.isEmpty()) {
            end();
        }
        Geometry shape = kind.equals("点") ? points() : kind.equals("线") ? lines() : areas();
        if (shape == null) {
            note("no-shape", "该地块没有可用的图形。", "The parcel has no usable outline.");
        }
        return new Shaped(shape, List.copyOf(notes.values()));
    }

    private @Nullable Geometry points() {
        Coordinate[] all = rings.stream().flatMap(List::stream).toArray(Coordinate[]::new);
        return all.length == 0
                ? null
                : all.length == 1 ? FACTORY.createPoint(all[0]) : FACTORY.createMultiPointFromCoords(all);
    }

    private @Nullable Geometry lines() {
        LineString[] lines = rings.stream()
                .filter(r -> r.size() > 1)
                .map(r -> FACTORY.createLineString(r.toArray(new Coordinate[0])))
                .toArray(LineString[]::new);
        return lines.length == 0 ? null : lines.length == 1 ? lines[0] : FACTORY.createMultiLineString(lines);
    }

    private @Nullable Geometry areas() {
        List<LinearRing> closed = new ArrayList<>();
        for (List<Coordinate> points : rings) {
            boolean open = !points.get(0).equals2D(points.get(points.size() - 1));
            if (points.size() < (open ? 3 : 4)) {
                note("ring-dropped", "已去掉不足三点的圈。", "A ring of fewer than three points was dropped.");
                continue;
            }
            List<Coordinate> ringPoints = new ArrayList<>(points);
            if (open) {
                ringPoints.add(points.get(0).copy());
                note("ring-closed", "图形未闭合，已自动闭合。", "A ring was open and has been closed.");
            }
            closed.add(FACTORY.createLinearRing(ringPoints.toArray(new Coordinate[0])));
        }
        if (closed.isEmpty()) {
            return null;
        }
        RingNesting nesting = RingNesting.of(closed).orElse(null);
        if (nesting == null) {
            note(
                    "too-many-rings",
                    "该地块的圈太多且层层嵌套，未能判断。请拆分。",
                    "The parcel has too many rings within rings and was not taken. Split it.");
            return null;
        }
        if (nesting.twice() > 0) {
            note("part-dropped", "已去掉重复的圈。", "A ring that stood twice was dropped.");
        }
        return nesting.polygons(FACTORY);
    }

    private void note(String kind, String zh, String en) {
        notes.putIfAbsent(kind, new GeometryNote(kind, Words.of(zh, en)));
    }
}

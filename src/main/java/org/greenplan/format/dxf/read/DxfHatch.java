package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.greenplan.format.dxf.DxfEntity;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/** The area that a HATCH fills: its boundary paths, of polylines or of edges, those inside others as holes. */
final class DxfHatch {
    private static final int POLYLINE = 2;
    private static final int TEXT_BOX = 8;

    private final DxfEntity entity;
    private final double tolerance;
    private final Runnable curved;
    private final List<LinearRing> rings = new ArrayList<>();

    DxfHatch(DxfEntity entity, double tolerance, Runnable curved) {
        this.entity = entity;
        this.tolerance = tolerance;
        this.curved = curved;
    }

    @Nullable
    Geometry shape() {
        int i = entity.find(91);
        while (i >= 0 && i < entity.size() && entity.code(i) < 1000) {
            if (entity.code(i) == 92) {
                int end = pathEnd(i + 1);
                int flags = entity.integer(i);
                if ((flags & TEXT_BOX) == 0) {
                    path((flags & POLYLINE) != 0 ? polyline(i + 1, end) : edges(i + 1, end));
                }
                i = end;
            } else {
                i++;
            }
        }
        return rings.isEmpty() ? null : DxfRings.polygons(rings);
    }

    /** A path ends where the next one begins or where the style follows. */
    private int pathEnd(int from) {
        int i = from;
        while (i < entity.size() && entity.code(i) != 92 && entity.code(i) != 75 && entity.code(i) < 1000) {
            i++;
        }
        return i;
    }

    private void path(List<Coordinate> all) {
        List<Coordinate> points = new ArrayList<>(all.size() + 1);
        for (Coordinate point : all) {
            if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
                points.add(point);
            }
        }
        if (points.size() < 3) {
            return;
        }
        if (!points.get(0).equals2D(points.get(points.size() - 1))) {
            points.add(points.get(0).copy());
        }
        if (points.size() >= 4) {
            rings.add(DxfShapes.FACTORY.createLinearRing(points.toArray(new Coordinate[0])));
        }
    }

    private List<Coordinate> polyline(int from, int end) {
        List<Coordinate> points = new ArrayList<>();
        List<Double> bulges = new ArrayList<>();
        for (int i = from; i < end; i++) {
            int code = entity.code(i);
            if (code == 10) {
                points.add(new CoordinateXY(entity.real(i), 0));
                bulges.add(0.0);
            } else if (code == 20 && !points.isEmpty()) {
                points.get(points.size() - 1).y = entity.real(i);
            } else if (code == 42 && !points.isEmpty()) {
                bulges.set(bulges.size() - 1, entity.real(i));
            } else if (code == 97) {
                break;
            }
        }
        List<Coordinate> path = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (path.isEmpty()) {
                path.add(points.get(0));
            }
            if (bulges.get(i) != 0) {
                curved.run();
            }
            DxfCurves.bulge(path, points.get((i + 1) % points.size()).copy(), bulges.get(i), tolerance);
        }
        return path;
    }

    /** Edges follow each other; some programs turn single ones round, so each is put with its nearer end. */
    private List<Coordinate> edges(int from, int end) {
        List<Coordinate> path = new ArrayList<>();
        int i = from;
        while (i < end) {
            if (entity.code(i) == 72) {
                int next = i + 1;
                while (next < end && entity.code(next) != 72) {
                    next++;
                }
                append(path, edge(entity.integer(i), i + 1, next));
                i = next;
            } else {
                i++;
            }
        }
        return path;
    }

    private static void append(List<Coordinate> path, List<Coordinate> edge) {
        if (edge.isEmpty()) {
            return;
        }
        if (!path.isEmpty()) {
            Coordinate end = path.get(path.size() - 1);
            Coordinate first = edge.get(0);
            Coordinate last = edge.get(edge.size() - 1);
            double toPath = Math.min(end.distance(first), end.distance(last));
            double fromStart = Math.min(path.get(0).distance(first), path.get(0).distance(last));
            if (fromStart < toPath) {
                Collections.reverse(path);
                end = path.get(path.size() - 1);
            }
            if (end.distance(last) < end.distance(first)) {
                Collections.reverse(edge);
            }
        }
        path.addAll(edge);
    }

    private List<Coordinate> edge(int kind, int from, int end) {
        List<Coordinate> points = new ArrayList<>();
        var centre = new CoordinateXY(value(10, from, end), value(20, from, end));
        var other = new CoordinateXY(value(11, from, end), value(21, from, end));
        double turn = value(73, from, end) == 0 ? -1 : 1;
        double start = Math.toRadians(value(50, from, end));
        double sweep = DxfCurves.turn(start, Math.toRadians(value(51, from, end)));
        switch (kind) {
            case 1 -> {
                points.add(centre);
                points.add(other);
            }
            case 2 -> {
                curved.run();
                double radius = Math.abs(value(40, from, end));
                DxfCurves.arc(points, centre, radius, turn * start, turn * sweep, tolerance);
            }
            case 3 -> {
                curved.run();
                DxfCurves.ellipse(
                        points, centre, other.x, other.y, value(40, from, end), turn * start, turn * sweep, tolerance);
            }
            case 4 -> {
                curved.run();
                DxfSplineReader.read(entity, from, end).path(points, tolerance);
            }
            default -> {
                // no such edge; the path closes across it
            }
        }
        return points;
    }

    private double value(int code, int from, int end) {
        for (int i = from; i < end; i++) {
            if (entity.code(i) == code) {
                return entity.real(i);
            }
        }
        return 0;
    }
}

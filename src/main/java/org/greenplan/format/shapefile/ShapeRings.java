package org.greenplan.format.shapefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes polygons of rings by what lies in what: a ring in no other is an outline, one inside it a hole, one inside the hole an
 * island. The direction in which a ring runs is a hint that many programs get wrong, so it decides nothing.
 */
final class RingNesting {
    /** Tests of a ring against others; enough for any map, too few to keep a machine busy with a file made for that. */
    private static final long MOST_TESTS = 3_000_000;

    private RingNesting() {}

    private static final class Ring {
        final LinearRing line;
        final double area;
        int depth;
        int parent = -1;
        boolean twice;

        @Nullable
        IndexedPointInAreaLocator locator;

        Ring(LinearRing line) {
            this.line = line;
            this.area = Area.ofRing(line.getCoordinateSequence());
        }

        int locate(Coordinate place) {
            if (locator == null) {
                locator = new IndexedPointInAreaLocator(line);
            }
            return locator.locate(place);
        }
    }

    static @Nullable Geometry polygons(
            List<Coordinate[]> parts, GeometryFactory factory, List<GeometryNote> notes, String file, long number) {
        List<Ring> rings = rings(parts, factory, notes);
        if (rings.isEmpty()) {
            return null;
        }
        if (rings.size() == 1) {
            return factory.createPolygon(rings.get(0).line);
        }
        rings.sort(Comparator.comparingDouble((Ring r) -> r.area).reversed());
        nest(rings, notes, file, number);
        return assembled(rings, factory, notes);
    }

    private static List<Ring> rings(List<Coordinate[]> parts, GeometryFactory factory, List<GeometryNote> notes) {
        List<Ring> rings = new ArrayList<>();
        boolean closed = false;
        boolean dropped = false;
        for (Coordinate[] part : parts) {
            Coordinate[] ring = part;
            if (!part[0].equals2D(part[part.length - 1])) {
                ring = Arrays.copyOf(part, part.length + 1);
                ring[part.length] = new CoordinateXY(part[0].x, part[0].y);
                closed = true;
            }
            if (ring.length < 4) {
                dropped = true;
            } else {
                rings.add(new Ring(factory.createLinearRing(ring)));
            }
        }
        if (closed) {
            notes.add(
                    new GeometryNote("ring-closed", Words.of("图形未闭合,已自动闭合。", "A ring was open and has been closed.")));
        }
        if (dropped) {
            notes.add(new GeometryNote("part-dropped", Words.of("已去掉没有面积的部分。", "A part of no area was dropped.")));
        }
        return rings;
    }

    /** Finds for each ring the smallest that holds it; rings come largest first, so that a parent's depth is known. */
    private static void nest(List<Ring> rings, List<GeometryNote> notes, String file, long number) {
        STRtree tree = new STRtree();
        for (int i = 0; i < rings.size(); i++) {
            tree.insert(rings.get(i).line.getEnvelopeInternal(), i);
        }
        Budget budget = new Budget(MOST_TESTS, file, number);
        for (int i = 0; i < rings.size(); i++) {
            Ring ring = rings.get(i);
            int self = i;
            tree.query(ring.line.getEnvelopeInternal(), item -> {
                budget.spend();
                int other = (Integer) item;
                if (other < self && other > ring.parent && rings.get(other).depth >= 0) {
                    consider(rings.get(other), other, ring, budget);
                }
            });
            if (ring.twice) {
                ring.depth = -1;
                notes.add(
                        new GeometryNote("part-dropped", Words.of("已去掉重复的环。", "A ring that stood twice was dropped.")));
            } else if (ring.parent >= 0) {
                ring.depth = rings.get(ring.parent).depth + 1;
            }
        }
    }

    private static void consider(Ring outer, int number, Ring ring, Budget budget) {
        if (outer.line.getEnvelopeInternal().covers(ring.line.getEnvelopeInternal())) {
            int where = where(ring.line.getCoordinates(), outer, budget);
            if (where != Location.EXTERIOR) {
                ring.parent = number;
                ring.twice |= where == Location.BOUNDARY;
            }
        }
    }

    /** The first corner of the inner ring that does not touch the outer one decides; on the boundary is a ring drawn twice. */
    private static int where(Coordinate[] inner, Ring outer, Budget budget) {
        for (Coordinate place : inner) {
            budget.spend();
            int where = outer.locate(place);
            if (where != Location.BOUNDARY) {
                return where;
            }
        }
        for (int i = 1; i < inner.length; i++) {
            budget.spend();
            int where = outer.locate(
                    new CoordinateXY((inner[i - 1].x + inner[i].x) / 2, (inner[i - 1].y + inner[i].y) / 2));
            if (where != Location.BOUNDARY) {
                return where;
            }
        }
        return Location.BOUNDARY;
    }

    private static Geometry assembled(List<Ring> rings, GeometryFactory factory, List<GeometryNote> notes) {
        List<List<LinearRing>> holes = new ArrayList<>();
        boolean wrongDirection = false;
        for (Ring ring : rings) {
            holes.add(new ArrayList<>());
            if (ring.depth % 2 == 1) {
                holes.get(ring.parent).add(ring.line);
                wrongDirection |= Orientation.isCCW(ring.line.getCoordinateSequence())
                        == Orientation.isCCW(rings.get(ring.parent).line.getCoordinateSequence());
            }
        }
        if (wrongDirection) {
            notes.add(new GeometryNote(
                    "hole-by-containment",
                    Words.of(
                            "内环与外环方向相同,按包含关系作为洞。",
                            "A ring inside another runs the same way; it was taken as a hole.")));
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            if (rings.get(i).depth >= 0 && rings.get(i).depth % 2 == 0) {
                polygons.add(
                        factory.createPolygon(rings.get(i).line, holes.get(i).toArray(LinearRing[]::new)));
            }
        }
        return polygons.size() == 1 ? polygons.get(0) : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static final class Budget {
        private final String file;
        private final long number;
        private long left;

        Budget(long tests, String file, long number) {
            this.left = tests;
            this.file = file;
            this.number = number;
        }

        void spend() {
            if (--left < 0) {
                throw ShapefileFault.record(
                        file,
                        number,
                        "的环太多且层层嵌套,无法分清内外。请在 GIS 软件中拆分为单部件后再上传。",
                        "has too many rings within rings. Split it into single parts and upload that.");
            }
        }
    }
}

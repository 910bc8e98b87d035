package org.greenplan.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.VertexMap;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Looks at polygons where they are measured, in the plan's plane, and mends there what crosses or overlaps itself: an edge of a
 * kilometre that is straight in the plane is up to centimetres beside the one that is straight in degrees. What needs no
 * mending keeps its longitudes and latitudes as they are.
 */
final class OutlineRepair {
    /** No part of a plot is smaller, square metres. */
    static final double LEAST_PART_M2 = 1;

    /** A part so thin is none. */
    private static final double HAIRLINE_M = 0.01;

    /** On the finest grid that the way to degrees and back leaves valid. */
    private static final double[] GRIDS_M = {1e-6, 1e-5, 1e-4, 1e-3};

    private static final int MOST_ROUNDS = 50;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final PlanCrs crs;
    private final Consumer<GeometryNote> notes;

    /**
     * Repairs that tell what they did.
     *
     * @param notes takes a note for each kind of thing that was done
     */
    OutlineRepair(PlanCrs crs, Consumer<GeometryNote> notes) {
        this.crs = crs;
        this.notes = notes;
    }

    /**
     * Valid polygons in the plane, none smaller than a square metre; refused where nothing is left or nothing can be made of it.
     *
     * @param lonLat polygons with closed rings, degrees
     * @return in degrees, shells counter-clockwise
     */
    Geometry mended(Geometry lonLat) {
        Geometry plane = crs.toPlane(lonLat);
        List<Coordinate[]> rings = Crossings.rings(plane);
        GeometryRepair.requireOnPlane(lonLat, plane);
        Crossings crossings = Crossings.ofRings(rings);
        Coordinate first = crossings.first();
        if (crossings.tooMany() && first != null) {
            throw at(lonLat(first), OutlineWords.tooMany(crossings.count() > Crossings.MOST));
        }
        TopologyValidationError fault = new IsValidOp(plane).getValidationError();
        return settled(GeometryRepair.oriented(fault == null ? lonLat : mended(lonLat, plane, fault)));
    }

    /** Whether polygons of the plane are valid; looking stops where they cross themselves too often. */
    static boolean isValid(Geometry plane) {
        return !Crossings.ofRings(Crossings.rings(plane)).tooMany() && new IsValidOp(plane).isValid();
    }

    private Geometry mended(Geometry lonLat, Geometry plane, TopologyValidationError fault) {
        Coordinate place = lonLat(fault.getCoordinate());
        Map<Coordinate, Coordinate> surveyed = surveyed(lonLat, plane);
        for (double gridM : GRIDS_M) {
            EvenOdd.Covered covered = EvenOdd.of(plane, gridM);
            List<Polygon> parts = parts(covered.polygons());
            for (boolean keepCorners : new boolean[] {true, false}) {
                Geometry result = lonLat(parts, keepCorners ? covered.given() : Map.of(), surveyed);
                if (new IsValidOp(crs.toPlane(result)).isValid()) {
                    return told(result, covered, plane, place);
                }
            }
        }
        throw at(place, OutlineWords.hopeless());
    }

    private Geometry told(Geometry result, EvenOdd.Covered covered, Geometry plane, Coordinate place) {
        double left = crs.toPlane(result).getArea();
        double dropped = covered.polygons().getArea() - left;
        requireSize(left, place);
        boolean doubled = isDoubledOnly(plane);
        if (doubled) {
            notes.accept(OutlineWords.duplicates());
        }
        if (covered.holeOutside()) {
            notes.accept(OutlineWords.holeOutside());
        }
        boolean onlyHole = covered.holeOutside()
                && Crossings.ofRings(Crossings.rings(plane)).count() == 0;
        if (!doubled && !onlyHole) {
            notes.accept(OutlineWords.mended(place, covered.twiceM2()));
        }
        int parts = covered.polygons().getNumGeometries() - result.getNumGeometries();
        if (parts > 0 && !(doubled && dropped < 0.01)) {
            notes.accept(OutlineWords.smallParts(parts, dropped));
        }
        return result;
    }

    /** Without crumbs and corners that were set twice; what is saved again is as it was. */
    private Geometry settled(Geometry lonLat) {
        Geometry settled = lonLat;
        // A corner that goes can let another go that would have added area before.
        for (int i = 0; i < MOST_ROUNDS; i++) {
            Geometry next = large(single(settled));
            if (next.getNumPoints() == settled.getNumPoints()) {
                break;
            }
            settled = next;
        }
        return settled;
    }

    /** Without corners that were set twice, as far as that leaves a valid shape. */
    private Geometry single(Geometry lonLat) {
        Geometry single = DoubledCorners.without(lonLat, crs.toPlane(lonLat));
        if (single.getNumPoints() == lonLat.getNumPoints() || !new IsValidOp(crs.toPlane(single)).isValid()) {
            return lonLat;
        }
        notes.accept(OutlineWords.duplicates());
        return single;
    }

    /** Parts that are large enough, of a shape that is valid. */
    private Geometry large(Geometry lonLat) {
        Geometry plane = crs.toPlane(lonLat);
        List<Polygon> kept = new ArrayList<>();
        double droppedM2 = 0;
        for (int i = 0; i < plane.getNumGeometries(); i++) {
            double areaM2 = plane.getGeometryN(i).getArea();
            if (areaM2 < LEAST_PART_M2) {
                droppedM2 += areaM2;
            } else {
                kept.add((Polygon) lonLat.getGeometryN(i));
            }
        }
        int dropped = plane.getNumGeometries() - kept.size();
        if (dropped == 0) {
            return lonLat;
        }
        if (kept.isEmpty()) {
            requireSize(Math.min(droppedM2, 0.999), lonLat.getCoordinate());
        }
        notes.accept(OutlineWords.smallParts(dropped, droppedM2));
        return FACTORY.createMultiPolygon(kept.toArray(new Polygon[0]));
    }

    private static void requireSize(double areaM2, Coordinate place) {
        if (areaM2 < LEAST_PART_M2) {
            throw at(place, OutlineWords.tooSmall(areaM2));
        }
    }

    /** What is left when hairlines and crumbs are gone. */
    private static List<Polygon> parts(Geometry polygons) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var part = (Polygon) polygons.getGeometryN(i);
            double widthM = 2 * part.getArea() / part.getLength();
            if (part.getArea() >= LEAST_PART_M2 && widthM >= HAIRLINE_M) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The only fault are corners that were set twice. */
    private static boolean isDoubledOnly(Geometry plane) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < plane.getNumGeometries(); i++) {
            var polygon = (Polygon) plane.getGeometryN(i);
            Optional<LinearRing> shell = single(polygon.getExteriorRing());
            List<LinearRing> holes = new ArrayList<>();
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                single(polygon.getInteriorRingN(h)).ifPresent(holes::add);
            }
            if (shell.isPresent()) {
                polygons.add(FACTORY.createPolygon(shell.get(), holes.toArray(new LinearRing[0])));
            }
        }
        Geometry single = FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
        boolean doubled = single.getNumPoints() < plane.getNumPoints();
        return doubled && new IsValidOp(single).isValid();
    }

    /** A ring without corners that are set twice; nothing where that leaves none. */
    private static Optional<LinearRing> single(LinearRing ring) {
        List<Coordinate> corners = new ArrayList<>();
        for (Coordinate corner : ring.getCoordinates()) {
            if (corners.isEmpty() || corners.get(corners.size() - 1).distance(corner) > DoubledCorners.SAME_M) {
                corners.add(corner);
            }
        }
        while (corners.size() > 1
                && corners.get(corners.size() - 1).distance(corners.get(0)) <= DoubledCorners.SAME_M) {
            corners.remove(corners.size() - 1);
        }
        corners.add(corners.get(0));
        return corners.size() < 4
                ? Optional.empty()
                : Optional.of(FACTORY.createLinearRing(corners.toArray(new Coordinate[0])));
    }

    /** Corners that were drawn or surveyed keep their numbers. */
    private Geometry lonLat(
            List<Polygon> parts, Map<Coordinate, Coordinate> given, Map<Coordinate, Coordinate> surveyed) {
        Geometry whole = FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
        return VertexMap.moved(whole, (x, y) -> {
            Coordinate corner = given.get(new Coordinate(x, y));
            Coordinate known = corner == null ? null : surveyed.get(corner);
            return known == null ? lonLat(new Coordinate(x, y)) : known;
        });
    }

    private static Map<Coordinate, Coordinate> surveyed(Geometry lonLat, Geometry plane) {
        Map<Coordinate, Coordinate> surveyed = new HashMap<>();
        Coordinate[] from = plane.getCoordinates();
        Coordinate[] to = lonLat.getCoordinates();
        for (int i = 0; i < from.length; i++) {
            surveyed.putIfAbsent(from[i], to[i]);
        }
        return surveyed;
    }

    private Coordinate lonLat(Coordinate plane) {
        var place = crs.projection().inverse(plane.x, plane.y);
        return new Coordinate(place.lonDeg(), place.latDeg());
    }

    private static Problem.Invalid at(Coordinate place, Words words) {
        return Problem.Invalid.at(words, null, place.x, place.y);
    }
}

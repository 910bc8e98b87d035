package org.greenplan.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.oracle.TextbookPlane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What planners draw, made up: metres east and north of a corner inside Shangjie, given in degrees. */
final class FuzzShapes {
    static final double EXTENT_M = 900;
    static final TextbookPlane PLANE = TextbookPlane.EPSG_4547;
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Random random;

    FuzzShapes(Random random) {
        this.random = random;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A box, or a shape digitised around a point. */
    Geometry plot(double mostRadiusM) {
        double east = between(0, EXTENT_M);
        double north = between(0, EXTENT_M);
        double radiusM = between(6, mostRadiusM);
        int corners = random.nextInt(3) == 0 ? 4 : 5 + random.nextInt(30);
        boolean isBox = corners == 4;
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / corners;
            double r = isBox ? radiusM : radiusM * between(0.4, 1);
            ring[i] = at(east + r * Math.cos(angle), north + r * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return PLANE.toLonLat(SHAPES.createPolygon(ring));
    }

    /** A wide shape with a border as ragged as a real one. */
    Geometry boundary(double east, double north, double radiusM) {
        Coordinate[] ring = new Coordinate[61];
        for (int i = 0; i < 60; i++) {
            double angle = 2 * Math.PI * i / 60;
            double r = radiusM * between(0.85, 1);
            ring[i] = at(east + r * Math.cos(angle), north + r * Math.sin(angle));
        }
        ring[60] = ring[0];
        return PLANE.toLonLat(SHAPES.createPolygon(ring));
    }

    /** A road that wanders. */
    Geometry line() {
        List<Coordinate> at = new ArrayList<>();
        double east = between(-100, EXTENT_M);
        double north = between(-100, EXTENT_M);
        double heading = between(0, 2 * Math.PI);
        int legs = 1 + random.nextInt(7);
        at.add(at(east, north));
        for (int i = 0; i < legs; i++) {
            heading += between(-1.2, 1.2);
            double legM = between(15, 180);
            east += legM * Math.cos(heading);
            north += legM * Math.sin(heading);
            at.add(at(east, north));
        }
        return PLANE.toLonLat(SHAPES.createLineString(at.toArray(Coordinate[]::new)));
    }

    /** A line that nearly is one that is there already: shifted, reversed, with points inserted, a part of it, across it, beside it. */
    Geometry nearly(Geometry line) {
        Geometry plane = PLANE.toPlane(line.getGeometryN(random.nextInt(line.getNumGeometries())));
        Coordinate[] at = plane.getCoordinates();
        if (random.nextBoolean()) {
            double[] byM = {0, 0, 0.001, 0.002, 0.3, 1.7, 3.1, 4.6, 5.7, 8};
            double angle = between(0, 2 * Math.PI);
            double m = byM[random.nextInt(byM.length)];
            at = AffineTransformation.translationInstance(m * Math.cos(angle), m * Math.sin(angle))
                    .transform(plane)
                    .getCoordinates();
        }
        at = switch (random.nextInt(6)) {
            case 0 -> reversed(at);
            case 1 -> withPoints(at);
            case 2 -> part(at);
            case 3 -> across(at);
            case 4 -> leavingAndComingBack(at);
            default -> at;
        };
        return PLANE.toLonLat(SHAPES.createLineString(at));
    }

    /** The same shape elsewhere, not far. */
    Geometry moved(Geometry lonLat) {
        return changed(lonLat, AffineTransformation.translationInstance(between(-60, 60), between(-60, 60)));
    }

    Geometry resized(Geometry lonLat) {
        Coordinate centre = PLANE.toPlane(lonLat).getCentroid().getCoordinate();
        double by = between(0.6, 1.5);
        return changed(lonLat, AffineTransformation.scaleInstance(by, by, centre.x, centre.y));
    }

    private static Geometry changed(Geometry lonLat, AffineTransformation by) {
        return PLANE.toLonLat(by.transform(PLANE.toPlane(lonLat)));
    }

    private static Coordinate[] reversed(Coordinate[] at) {
        return SHAPES.createLineString(at).reverse().getCoordinates();
    }

    private Coordinate[] withPoints(Coordinate[] at) {
        List<Coordinate> all = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            all.add(at[i]);
            if (i + 1 < at.length) {
                all.add(on(at[i], at[i + 1], between(0.2, 0.8)));
            }
        }
        return all.toArray(Coordinate[]::new);
    }

    private Coordinate[] part(Coordinate[] at) {
        Coordinate begin = on(at[0], at[1], between(0.1, 0.5));
        Coordinate end = on(at[at.length - 2], at[at.length - 1], between(0.6, 0.9));
        Coordinate[] part = at.clone();
        part[0] = begin;
        part[at.length - 1] = end;
        return part;
    }

    private Coordinate[] across(Coordinate[] at) {
        Coordinate middle = on(at[0], at[1], 0.5);
        double along = Math.atan2(at[1].y - at[0].y, at[1].x - at[0].x);
        double angle = along + Math.toRadians(between(5, 90));
        return new Coordinate[] {
            new Coordinate(middle.x - 120 * Math.cos(angle), middle.y - 120 * Math.sin(angle)),
            new Coordinate(middle.x + 90 * Math.cos(angle), middle.y + 90 * Math.sin(angle))
        };
    }

    private Coordinate[] leavingAndComingBack(Coordinate[] at) {
        Coordinate a = on(at[0], at[1], 0.2);
        Coordinate b = on(at[0], at[1], 0.8);
        Coordinate away = on(at[0], at[1], 0.5);
        double offM = between(2, 40);
        double along = Math.atan2(at[1].y - at[0].y, at[1].x - at[0].x);
        Coordinate out = new Coordinate(away.x - offM * Math.sin(along), away.y + offM * Math.cos(along));
        return new Coordinate[] {at[0], a, out, b, at[1]};
    }

    private static Coordinate on(Coordinate a, Coordinate b, double share) {
        return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }

    private static Coordinate at(double east, double north) {
        return new Coordinate(EAST + east, NORTH + north);
    }
}

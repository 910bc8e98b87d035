package org.greenplan.recognise;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.GaussKruger.PlanePoint;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.Plane;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.geo.Overlay;
import org.greenplan.plan.PlanDesk;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** The district on the plan's plane, asked how well a handful of places fits it. */
public final class District {
    private static final double NEAR_M = 500;
    private static final GeometryFactory POINTS = new GeometryFactory();

    /** Longitude and latitude of China, for plans whose district has not been drawn yet. */
    private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

    private final PlanCrs crs;
    private final Envelope reach;
    private final @Nullable IndexedPointInAreaLocator inside;
    private final @Nullable IndexedFacetDistance boundary;
    private final LonLat middle;

    /** A district drawn on the plane; it must not be empty. */
    District(Geometry plane, PlanCrs crs) {
        this.crs = crs;
        this.reach = plane.getEnvelopeInternal().copy();
        reach.expandBy(NEAR_M);
        this.inside = new IndexedPointInAreaLocator(plane);
        this.boundary = new IndexedFacetDistance(plane.getBoundary());
        Coordinate centre = plane.getEnvelopeInternal().centre();
        this.middle = crs.projection().inverse(centre.x, centre.y);
    }

    /** No district yet: any place in China will do. */
    private District(PlanCrs crs) {
        this.crs = crs;
        this.reach = CHINA;
        this.inside = null;
        this.boundary = null;
        this.middle = new LonLat(crs.projection().centralMeridianDeg(), CHINA.centre().y);
    }

    /** The plan's district; where none has been drawn yet, all China. */
    public static District of(PlanDesk desk) {
        PlanCrs crs = desk.crs();
        List<Geometry> shapes = new ArrayList<>();
        desk.catalogue().district().ifPresent(layer -> desk.database().<Boolean>read(session -> {
            new FeatureStore(session).stream(layer, FeatureQuery.all(), f -> shapes.add(crs.toPlane(f.geometry())));
            return true;
        }));
        return shapes.isEmpty() ? new District(crs) : new District(Overlay.union(shapes), crs);
    }

    /** The plane on which the plan is counted. */
    Plane plane() {
        return crs.plane();
    }

    LonLat middle() {
        return middle;
    }

    /** How far a shape (lon/lat degrees) lies from the district, metres; 0 where it meets it, and where none has been drawn. */
    public double awayM(Geometry shape) {
        IndexedPointInAreaLocator area = inside;
        IndexedFacetDistance edge = boundary;
        if (area == null || edge == null || shape.isEmpty()) {
            return 0;
        }
        Geometry plane = crs.toPlane(shape);
        boolean around = plane.getEnvelopeInternal().contains(reach);
        return around || area.locate(plane.getCoordinate()) != Location.EXTERIOR ? 0 : edge.distance(plane);
    }

    /**
     * How well places fit.
     *
     * @param boundaryM mean distance from the boundary in metres where all places lie near it, or null
     * @param along whether they run along the boundary for at least half of the district's width or height
     */
    record Fit(double insideShare, @Nullable Double boundaryM, boolean along) {
        /** The distance from the boundary, metres; without end where not all places lie near it. */
        double awayM() {
            return boundaryM == null ? Double.POSITIVE_INFINITY : boundaryM;
        }
    }

    /** Fit of the places that a placement makes of the numbers; places that are no places count as far away. */
    Fit fit(List<Coordinate> numbers, Placement placement) {
        return inside == null || boundary == null
                ? fitOfChina(numbers, placement)
                : fit(numbers, placement, inside, boundary);
    }

    private static Fit fitOfChina(List<Coordinate> numbers, Placement placement) {
        long in = numbers.stream()
                .map(n -> placement.way().place(n.x, n.y))
                .filter(p -> CHINA.contains(p.lonDeg(), p.latDeg()))
                .count();
        return new Fit(numbers.isEmpty() ? 0 : (double) in / numbers.size(), null, false);
    }

    private Fit fit(
            List<Coordinate> numbers, Placement placement, IndexedPointInAreaLocator area, IndexedFacetDistance edge) {
        int in = 0;
        double sum = 0;
        boolean allNear = true;
        Envelope span = new Envelope();
        for (Coordinate number : numbers) {
            LonLat place = placement.way().place(number.x, number.y);
            boolean sane = Math.abs(place.lonDeg()) <= 180 && Math.abs(place.latDeg()) < 90;
            PlanePoint p = sane ? crs.projection().forward(place.lonDeg(), place.latDeg()) : new PlanePoint(0, 0);
            var at = new Coordinate(p.eastM(), p.northM());
            if (!reach.contains(at)) {
                allNear = false;
                continue;
            }
            span.expandToInclude(at);
            double away = edge.distance(POINTS.createPoint(at));
            if (away <= NEAR_M || area.locate(at) != Location.EXTERIOR) {
                in++;
            }
            sum += away;
            allNear &= away <= NEAR_M * 2;
        }
        double share = numbers.isEmpty() ? 0 : (double) in / numbers.size();
        if (!allNear || numbers.isEmpty()) {
            return new Fit(share, null, false);
        }
        boolean along = span.getWidth() > reach.getWidth() / 2 || span.getHeight() > reach.getHeight() / 2;
        return new Fit(share, sum / numbers.size(), along);
    }
}

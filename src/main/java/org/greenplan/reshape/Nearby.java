package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.geo.Overlay;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The features around a place that a verb has to do with. */
final class Nearby {
    /** An edge farther off was not meant. */
    static final double MOST_REACH_M = 50;

    private Nearby() {}

    /** Plots, and what is of one layer, as far as they are areas. */
    static List<Feature> areas(Session session, String layer, Envelope lonLat) {
        List<Feature> found = new ArrayList<>();
        for (LayerType each : session.catalogue().layers()) {
            if (each.geometry() == GeometryKind.POLYGON
                    && (each.addsGreen() || each.id().equals(layer))) {
                found.addAll(new FeatureStore(session).inBox(each, lonLat));
            }
        }
        return found;
    }

    /** All that has an edge: areas and lines of every layer, degrees. */
    static List<Geometry> edges(Session session, Envelope lonLat) {
        List<Geometry> found = new ArrayList<>();
        for (LayerType each : session.catalogue().layers()) {
            if (each.geometry() != GeometryKind.POINT) {
                new FeatureStore(session).inBox(each, lonLat).forEach(one -> found.add(one.geometry()));
            }
        }
        return found;
    }

    /** The plots that lie in an area with more than half of themselves. */
    static List<FeatureRef> inside(Session session, Corners corners, Geometry lonLat) {
        Geometry area = Overlay.union(List.of(corners.toPlane(lonLat).buffer(0)));
        var prepared = PreparedGeometryFactory.prepare(area);
        List<FeatureRef> found = new ArrayList<>();
        for (LayerType layer : session.catalogue().layers()) {
            if (!layer.addsGreen()) {
                continue;
            }
            for (Feature feature : new FeatureStore(session).inBox(layer, lonLat.getEnvelopeInternal())) {
                Geometry plane = corners.toPlane(feature.geometry());
                if (prepared.covers(plane) || (prepared.intersects(plane) && half(area, plane))) {
                    found.add(feature.ref());
                }
                if (found.size() > ReshapeBody.MOST) {
                    throw new Problem.TooLarge(Words.of(
                            "套索内的地块超过 " + ReshapeBody.MOST + " 个，请圈小一些。",
                            "More than " + ReshapeBody.MOST + " plots lie in the lasso; draw a smaller one."));
                }
            }
        }
        return found;
    }

    private static boolean half(Geometry area, Geometry plane) {
        Geometry common = plane.getDimension() == 2 ? Overlay.intersection(plane, area) : plane.intersection(area);
        return plane.getDimension() == 2
                ? common.getArea() > plane.getArea() / 2
                : common.getLength() > plane.getLength() / 2;
    }

    /** Refuses what would leave a neighbour crossing itself, by its name. */
    static void requireSound(Session session, Map<Feature, Geometry> shapes) {
        shapes.forEach((feature, shape) -> {
            if (!shape.isValid()) {
                Words called = feature.ref().called(session.catalogue(), feature);
                throw new Problem.Invalid(
                        Words.of(
                                "这样移动后，相邻的" + called.zh() + "会自相交。请少移一些，或取消“公共边一起移动”。",
                                "The neighbour " + called.en()
                                        + " would cross itself. Move less, or let neighbours stay where they are."),
                        "geometry");
            }
        });
    }
}

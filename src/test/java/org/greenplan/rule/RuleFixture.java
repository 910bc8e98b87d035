package org.greenplan.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.geo.BeltShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Plots and what lies around them as values; places are metres east and north of a corner inside Shangjie, in the plane. */
public final class RuleFixture {
    public static final Catalogue CATALOGUE = CatalogueReader.bundled();
    public static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;

    final List<Feature> features = new ArrayList<>();
    private List<Rule> rules = Rules.bundled();

    /** What all rules say of a square plot that lies on a square of a layer, of which they are not silent. */
    public static List<Outcome> judged(
            String layer, Map<String, Object> attributes, String other, Map<String, Object> othersAttributes) {
        var fixture = new RuleFixture();
        fixture.add(other, "POLYGON((-50 -50, 150 -50, 150 150, -50 150, -50 -50))", othersAttributes);
        return fixture.of(layer, "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))", attributes);
    }

    RuleFixture rules(List<Rule> others) {
        rules = others;
        return this;
    }

    RuleFixture add(String layer, String wkt, Map<String, Object> attributes) {
        features.add(feature(layer, features.size() + 1, wkt, attributes));
        return this;
    }

    List<Outcome> of(String layer, String wkt, Map<String, Object> attributes) {
        return of(feature(layer, 1000, wkt, attributes));
    }

    List<Outcome> of(Feature feature) {
        LayerType layer = CATALOGUE.layer(feature.ref().layer());
        Geometry plane = CRS.toPlane(feature.geometry());
        Geometry area = area(layer, feature);
        var subject = new Subject(feature, layer, area, plane.getDimension() == 1 ? plane : null);
        return new Judge(rules, CATALOGUE, CRS, 2019).of(List.of(subject), around(area.getEnvelopeInternal()));
    }

    Outcome one(String rule, String layer, String wkt, Map<String, Object> attributes) {
        return of(layer, wkt, attributes).stream()
                .filter(outcome -> outcome.rule().code().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    Around around(Envelope all) {
        return new Around(this::near, layer -> of(layer).isEmpty(), RuleFixture::area, all);
    }

    private List<Feature> of(LayerType layer) {
        return features.stream()
                .filter(feature -> feature.ref().layer().equals(layer.id()))
                .toList();
    }

    private List<Feature> near(LayerType layer, Envelope plane, double reachM) {
        Envelope box = new Envelope(plane);
        box.expandBy(reachM);
        return of(layer).stream()
                .filter(feature ->
                        CRS.toPlane(feature.geometry()).getEnvelopeInternal().intersects(box))
                .toList();
    }

    static Geometry area(LayerType layer, Feature feature) {
        Geometry plane = CRS.toPlane(feature.geometry());
        return layer.belt() == null
                ? plane
                : BeltShape.of(plane, width(feature, "left_width_m"), width(feature, "right_width_m"));
    }

    private static double width(Feature feature, String attribute) {
        return feature.attributes().get(attribute) instanceof Number metres ? metres.doubleValue() : 0;
    }

    static Feature feature(String layer, long id, String wkt, Map<String, @Nullable Object> attributes) {
        return new Feature(new FeatureRef(layer, id), 1, attributes, CRS.toLonLat(placed(wkt)));
    }

    public static Geometry placed(String wkt) {
        try {
            Geometry shape = new WKTReader(FACTORY).read(wkt);
            shape.apply((Coordinate c) -> {
                c.x += EAST;
                c.y += NORTH;
            });
            shape.geometryChanged();
            return shape;
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}

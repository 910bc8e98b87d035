package org.greenplan.ledger;

import java.util.Objects;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Precedence;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.geo.BeltShape;
import org.locationtech.jts.geom.Geometry;

/** Turns features into plots as the ledger sees them: in the plane, lines as belts, with their precedence. */
public record PlotShapes(Catalogue catalogue, PlanCrs crs) {
    /** A feature of a layer that adds green as a plot. */
    public PlotShape of(Feature feature) {
        LayerType layer = catalogue.get(feature.ref().layer());
        Geometry plane = crs.toPlane(feature.geometry());
        boolean isLine = layer.geometry() == GeometryKind.LINE;
        Belt belt = layer.belt();
        Geometry area = layer.geometry() == GeometryKind.POLYGON
                ? plane
                : belt == null
                        ? plane.getFactory().createMultiPolygon()
                        : BeltShape.of(plane, width(feature, belt.leftWidth()), width(feature, belt.rightWidth()));
        return new PlotShape(
                key(feature.ref()),
                Precedence.of(statusRank(layer, feature), layer.order(), key(feature.ref())),
                area,
                isLine ? plane : null,
                !catalogue.isUpgrade(layer, feature.attributes()));
    }

    /** Whether the ledger cannot tell the two apart. */
    static boolean same(PlotShape a, PlotShape b) {
        Geometry lineA = a.centreLine();
        Geometry lineB = b.centreLine();
        boolean sameLine = (lineA == null || lineB == null) ? Objects.equals(lineA, lineB) : lineA.equalsExact(lineB);
        return a.precedence().equals(b.precedence())
                && a.addsArea() == b.addsArea()
                && sameLine
                && a.area().equalsExact(b.area());
    }

    public static PlotKey key(FeatureRef ref) {
        return new PlotKey(ref.layer(), ref.id());
    }

    static FeatureRef ref(PlotKey key) {
        return new FeatureRef(key.layer(), key.id());
    }

    private static double width(Feature feature, String attribute) {
        return feature.attributes().get(attribute) instanceof Number metres ? Math.max(0, metres.doubleValue()) : 0;
    }

    /** A plot of no known status comes after all others. */
    private int statusRank(LayerType layer, Feature feature) {
        Object status = layer.value(AttributeRole.STATUS, feature.attributes());
        return catalogue.statuses().stream()
                .filter(code -> code.code().equals(Objects.toString(status, null)))
                .map(Code::rank)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}

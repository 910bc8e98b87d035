package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotShape;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Neighbourhood;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The plots and the existing green around a place, each turned into its shape once. */
public final class Surroundings {
    private static final double WIDEST_BELT_M = 2000;

    private final Neighbourhood plan;
    private final double lineToleranceM;
    private final Boundaries boundaries;
    private final PlotShapes shapes;
    private final Map<FeatureRef, Plot> plots = new HashMap<>();
    private final Map<FeatureRef, Green> greens = new HashMap<>();

    /** @param lineToleranceM how far beside a line another still runs along it */
    public Surroundings(Neighbourhood plan, double lineToleranceM, Boundaries boundaries) {
        this.plan = plan;
        this.lineToleranceM = lineToleranceM;
        this.boundaries = boundaries;
        this.shapes = new PlotShapes(plan.session().catalogue(), plan.crs());
    }

    /** A plot and its feature. */
    public record Plot(Feature feature, PlotShape shape) {}

    /** Existing green in the plane and its feature. */
    record Green(Feature feature, Geometry plane) {}

    Boundaries boundaries() {
        return boundaries;
    }

    public Plot plot(Feature feature) {
        Plot known = plots.get(feature.ref());
        // One and the same feature stands here before and after its change.
        return known != null && known.feature().equals(feature) ? known : new Plot(feature, shapes.of(feature));
    }

    /** What counts lies in it, in the plane. */
    public Geometry district() {
        return boundaries.district();
    }

    /** Plots that may touch a box of the plane. */
    List<Plot> plots(Envelope plane) {
        List<Plot> found = new ArrayList<>();
        for (LayerType layer : plan.session().catalogue().layers()) {
            if (layer.addsGreen()) {
                for (Feature feature : plan.near(layer, plane, Math.max(beltReachM(layer), lineToleranceM))) {
                    Plot plot = plots.computeIfAbsent(feature.ref(), r -> new Plot(feature, shapes.of(feature)));
                    if (reach(plot.shape()).intersects(plane)) {
                        found.add(plot);
                    }
                }
            }
        }
        return found;
    }

    /** Existing green that may touch a box of the plane. */
    List<Green> baseline(Envelope plane) {
        List<Green> found = new ArrayList<>();
        for (Feature feature : plan.near(Role.BASELINE, plane, 0)) {
            Green green = greens.computeIfAbsent(
                    feature.ref(), r -> new Green(feature, plan.crs().toPlane(feature.geometry())));
            if (green.plane().getEnvelopeInternal().intersects(plane)) {
                found.add(green);
            }
        }
        return found;
    }

    /** All that a plot's net area depends on. */
    LedgerInput around(PlotShape plot) {
        Envelope reach = reach(plot);
        return new LedgerInput(
                plots(reach).stream().map(Plot::shape).toList(),
                baseline(reach).stream().map(Green::plane).toList(),
                boundaries.district(),
                boundaries.zones(),
                lineToleranceM);
    }

    /** All that a plot may touch or take from. */
    public Envelope reach(PlotShape plot) {
        return plot.reach(lineToleranceM);
    }

    /** How far the green of any line may reach beyond it, metres. */
    static double widestBeltM(Catalogue catalogue) {
        return catalogue.layers().stream()
                .filter(LayerType::addsGreen)
                .mapToDouble(Surroundings::beltReachM)
                .max()
                .orElse(0);
    }

    /** How far a layer's green may reach beyond its lines, metres. */
    private static double beltReachM(LayerType layer) {
        Belt belt = layer.belt();
        return belt == null ? 0 : Math.max(widest(layer, belt.leftWidth()), widest(layer, belt.rightWidth()));
    }

    private static double widest(LayerType layer, String attribute) {
        return layer.find(attribute).map(Attribute::max).orElse(WIDEST_BELT_M);
    }
}

package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotShape;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.KnownFeatures;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What lies around a place, read from the store as far as it is needed, with drafts laid over what is known. */
public final class Surroundings {
    /** An edge of 40 km that is straight in the plane leaves the lon/lat box of its ends by less than this. */
    private static final double MARGIN_M = 25;

    private static final double WIDEST_BELT_M = 2000;
    private static final double METRES_PER_DEGREE = 110_500;

    private final Session session;
    private final KnownFeatures known;
    private final PlanCrs crs;
    private final double lineToleranceM;
    private final Boundaries boundaries;
    private final PlotShapes shapes;
    private final Map<FeatureRef, Optional<Feature>> drafts;
    private final Map<FeatureRef, Plot> plots = new HashMap<>();
    private final Map<FeatureRef, Green> greens = new HashMap<>();

    /**
     * @param lineToleranceM how far beside a line another still runs along it
     * @param drafts features as if they were stored so, or gone; empty for the stored state
     */
    public Surroundings(
            Session session,
            PlanCrs crs,
            double lineToleranceM,
            Boundaries boundaries,
            Map<FeatureRef, Optional<Feature>> drafts) {
        this.session = session;
        this.known = new KnownFeatures(session);
        this.crs = crs;
        this.lineToleranceM = lineToleranceM;
        this.boundaries = boundaries;
        this.shapes = new PlotShapes(session.catalogue(), crs);
        this.drafts = drafts;
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

    /** Plots that may touch a box of the plane. */
    List<Plot> plots(Envelope plane) {
        List<Plot> found = new ArrayList<>();
        for (LayerType layer : session.catalogue().layers()) {
            if (layer.addsGreen()) {
                for (Feature feature :
                        features(layer, lonLat(plane, MARGIN_M + Math.max(beltReach(layer), lineToleranceM)))) {
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
        for (LayerType layer : session.catalogue().withRole(Role.BASELINE)) {
            for (Feature feature : features(layer, lonLat(plane, MARGIN_M))) {
                Green green =
                        greens.computeIfAbsent(feature.ref(), r -> new Green(feature, crs.toPlane(feature.geometry())));
                if (green.plane().getEnvelopeInternal().intersects(plane)) {
                    found.add(green);
                }
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

    private List<Feature> features(LayerType layer, Envelope lonLat) {
        List<Feature> found = known.inBox(layer, lonLat);
        if (drafts.isEmpty()) {
            return found;
        }
        List<Feature> seen = new ArrayList<>(found);
        seen.removeIf(f -> drafts.containsKey(f.ref()));
        drafts.forEach((ref, draft) -> {
            if (ref.layer().equals(layer.id())) {
                draft.ifPresent(seen::add);
            }
        });
        return seen;
    }

    /** The box, in degrees, of all whose lines or areas may touch the green of a shape, whichever layers both are of. */
    public static Envelope reach(Catalogue catalogue, Geometry lonLat) {
        double widestM = catalogue.layers().stream()
                .filter(LayerType::addsGreen)
                .mapToDouble(Surroundings::beltReach)
                .max()
                .orElse(0);
        Envelope box = new Envelope(lonLat.getEnvelopeInternal());
        grow(box, MARGIN_M + 2 * widestM);
        return box;
    }

    /** How far a layer's green may reach beyond its lines, metres. */
    private static double beltReach(LayerType layer) {
        Belt belt = layer.belt();
        return belt == null ? 0 : Math.max(widest(layer, belt.leftWidth()), widest(layer, belt.rightWidth()));
    }

    private static double widest(LayerType layer, String attribute) {
        return layer.find(attribute).map(Attribute::max).orElse(WIDEST_BELT_M);
    }

    private Envelope lonLat(Envelope plane, double marginM) {
        Envelope box = new Envelope();
        double[] easts = {plane.getMinX(), plane.getMaxX()};
        double[] norths = {plane.getMinY(), plane.getMaxY()};
        for (double east : easts) {
            for (double north : norths) {
                var place = crs.projection().inverse(east, north);
                box.expandToInclude(new Coordinate(place.lonDeg(), place.latDeg()));
            }
        }
        grow(box, marginM);
        return box;
    }

    private static void grow(Envelope box, double marginM) {
        double latMargin = marginM / METRES_PER_DEGREE;
        double widestLat = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) + latMargin;
        box.expandBy(latMargin / Math.max(0.01, Math.cos(Math.toRadians(Math.min(widestLat, 89)))), latMargin);
    }
}

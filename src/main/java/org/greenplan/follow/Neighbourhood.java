package org.greenplan.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.KnownFeatures;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The features around a place, of any role, read from the store as far as they are needed, with some laid over what is stored. What
 * another program wrote and nobody has taken in yet is as it was before.
 */
public final class Neighbourhood {
    /** An edge of 40 km that is straight in the plane leaves the lon/lat box of its ends by less than this. */
    public static final double MARGIN_M = 25;

    private static final double METRES_PER_DEGREE = 110_500;

    private final Session session;
    private final PlanCrs crs;
    private final KnownFeatures known;
    private final Map<FeatureRef, Optional<Feature>> over;
    private final Map<String, STRtree> overByLayer = new HashMap<>();

    /** @param over features as if they were stored so, or gone */
    Neighbourhood(Session session, PlanCrs crs, KnownFeatures known, Map<FeatureRef, Optional<Feature>> over) {
        this.session = session;
        this.crs = crs;
        this.known = known;
        this.over = Collections.unmodifiableMap(new LinkedHashMap<>(over));
        over.forEach((ref, feature) -> feature.ifPresent(f -> overByLayer
                .computeIfAbsent(ref.layer(), l -> new STRtree())
                .insert(f.geometry().getEnvelopeInternal(), f)));
    }

    /** The plan as it stands. */
    public static Neighbourhood of(Session session, PlanCrs crs) {
        return new Neighbourhood(session, crs, new KnownFeatures(session), Map.of());
    }

    public Session session() {
        return session;
    }

    public PlanCrs crs() {
        return crs;
    }

    /** A feature as this view has it. */
    public Optional<Feature> find(FeatureRef ref) {
        Optional<Feature> laid = over.get(ref);
        return laid == null ? known.find(ref) : laid;
    }

    /** Features of a layer as this view has them; those that it lacks are missing. */
    public List<Feature> findAll(LayerType layer, Collection<Long> ids) {
        List<Feature> found = new ArrayList<>();
        List<Long> stored = new ArrayList<>();
        for (Long id : ids) {
            Optional<Feature> laid = over.get(new FeatureRef(layer.id(), id));
            if (laid == null) {
                stored.add(id);
            } else {
                laid.ifPresent(found::add);
            }
        }
        found.addAll(known.findAll(layer, stored));
        return found;
    }

    /**
     * Features of a role that may lie so near.
     *
     * @param plane a box of the plan's plane
     * @param reachM how far beside the box, metres
     */
    public List<Feature> near(Role role, Envelope plane, double reachM) {
        List<Feature> found = new ArrayList<>();
        session.catalogue().withRole(role).forEach(layer -> found.addAll(near(layer, plane, reachM)));
        return found;
    }

    /** The same of one layer. */
    public List<Feature> near(LayerType layer, Envelope plane, double reachM) {
        Envelope box = lonLat(plane, MARGIN_M + reachM);
        List<Feature> found = new ArrayList<>();
        for (Feature feature : known.inBox(layer, box)) {
            if (!over.containsKey(feature.ref())) {
                found.add(feature);
            }
        }
        STRtree laid = overByLayer.get(layer.id());
        if (laid != null) {
            laid.query(box, item -> found.add((Feature) item));
        }
        return found;
    }

    /** All features of a layer. */
    public void stream(LayerType layer, Consumer<Feature> to) {
        known.stream(layer, feature -> {
            if (!over.containsKey(feature.ref())) {
                to.accept(feature);
            }
        });
        over.forEach((ref, feature) -> {
            if (ref.layer().equals(layer.id())) {
                feature.ifPresent(to);
            }
        });
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

    /** Widens a box of degrees by so many metres, at least. */
    public static void grow(Envelope lonLat, double marginM) {
        double latMargin = marginM / METRES_PER_DEGREE;
        double widestLat = Math.max(Math.abs(lonLat.getMinY()), Math.abs(lonLat.getMaxY())) + latMargin;
        lonLat.expandBy(latMargin / Math.max(0.01, Math.cos(Math.toRadians(Math.min(widestLat, 89)))), latMargin);
    }
}

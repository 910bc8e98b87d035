package org.greenplan.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** What lies around the plots that are judged together: of each layer that a rule asks for, what is near all of them, found once. */
public final class Around {
    /** Features of a layer that may lie so near a box of the plane; {@code reachM} metres beside it. */
    @FunctionalInterface
    public interface Near {
        List<Feature> of(LayerType layer, Envelope plane, double reachM);
    }

    /** A feature in the plan's plane; a line that has a belt is its belt. */
    record Thing(Feature feature, Geometry plane) {}

    private final Near near;
    private final Predicate<LayerType> empty;
    private final BiFunction<LayerType, Feature, Geometry> plane;
    private final Envelope all;
    private final Map<String, Known> byLayer = new HashMap<>();

    private record Known(double reachM, STRtree tree, boolean empty) {}

    /**
     * @param empty whether a layer has no feature anywhere
     * @param plane a feature's shape in the plan's plane
     * @param all the box of all that is judged
     */
    public Around(Near near, Predicate<LayerType> empty, BiFunction<LayerType, Feature, Geometry> plane, Envelope all) {
        this.near = near;
        this.empty = empty;
        this.plane = plane;
        this.all = new Envelope(all);
    }

    /** Reads a layer as far as it is of interest, by one thread, before anybody asks for it. */
    void read(LayerType layer, double reachM) {
        Known known = byLayer.get(layer.id());
        if (known != null && known.reachM() >= reachM) {
            return;
        }
        STRtree tree = new STRtree();
        List<Feature> features = near.of(layer, all, reachM);
        for (Feature feature : features) {
            Geometry shape = plane.apply(layer, feature);
            if (!shape.isEmpty()) {
                tree.insert(shape.getEnvelopeInternal(), new Thing(feature, shape));
            }
        }
        tree.build();
        byLayer.put(layer.id(), new Known(reachM, tree, features.isEmpty() && empty.test(layer)));
    }

    /** What of a layer that was read may lie so near a shape. */
    List<Thing> near(LayerType layer, Geometry shape, double reachM) {
        Envelope box = new Envelope(shape.getEnvelopeInternal());
        box.expandBy(reachM);
        List<Thing> found = new ArrayList<>();
        known(layer).tree().query(box, thing -> found.add((Thing) thing));
        return found;
    }

    /** Whether a layer that was read has nothing at all, so that finding nothing of it near a plot says nothing. */
    boolean isEmpty(LayerType layer) {
        return known(layer).empty();
    }

    private Known known(LayerType layer) {
        return Objects.requireNonNull(byLayer.get(layer.id()), layer.id());
    }
}

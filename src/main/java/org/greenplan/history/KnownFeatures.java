package org.greenplan.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Envelope;

/**
 * The features that history and ledger know. What another program wrote and nobody has taken in yet is read as it was before, so that
 * the ledger is that of the newest changeset at any moment, however much waits to be taken in.
 */
public final class KnownFeatures {
    private final Session session;
    private final FeatureStore store;
    private final Pending pending;
    private final Map<FeatureRef, Optional<Feature>> states = new HashMap<>();

    public KnownFeatures(Session session) {
        this.session = session;
        this.store = new FeatureStore(session);
        this.pending = new OutsideStore(session).pending();
    }

    /** The feature, unless it was written outside just now or deleted before. */
    public Optional<Feature> find(FeatureRef ref) {
        Pending.Edit edit = pending.edits().get(ref);
        return edit == null
                ? store.find(ref)
                : asTheyWere(session.catalogue().get(ref.layer()), List.of(edit)).stream()
                        .findFirst();
    }

    /** The same of many features of a layer at once. */
    public List<Feature> findAll(LayerType layer, Collection<Long> ids) {
        List<Long> standing = new ArrayList<>();
        List<Pending.Edit> written = new ArrayList<>();
        for (Long id : ids) {
            Pending.Edit edit = pending.edits().get(new FeatureRef(layer.id(), id));
            if (edit == null) {
                standing.add(id);
            } else {
                written.add(edit);
            }
        }
        List<Feature> found = store.findAll(layer, standing);
        found.addAll(asTheyWere(layer, written));
        return found;
    }

    /** Features whose envelope meets the given one (degrees). */
    public List<Feature> inBox(LayerType layer, Envelope lonLat) {
        List<Feature> known = new ArrayList<>();
        stream(layer, lonLat, known::add);
        return known;
    }

    /** Features whose envelope meets the given one (degrees), one by one. */
    public void stream(LayerType layer, Envelope lonLat, Consumer<Feature> to) {
        present(layer, FeatureQuery.in(lonLat), to);
        List<Pending.Edit> near = waiting(layer).stream()
                .filter(e -> e.before() == null || e.before().intersects(lonLat))
                .toList();
        for (Feature feature : asTheyWere(layer, near)) {
            if (feature.geometry().getEnvelopeInternal().intersects(lonLat)) {
                to.accept(feature);
            }
        }
    }

    /** All features of a layer. */
    public void stream(LayerType layer, Consumer<Feature> to) {
        present(layer, FeatureQuery.all(), to);
        asTheyWere(layer, waiting(layer)).forEach(to);
    }

    private void present(LayerType layer, FeatureQuery query, Consumer<Feature> to) {
        store.stream(layer, query, feature -> {
            if (pending.find(feature.ref()).isEmpty()) {
                to.accept(feature);
            }
        });
    }

    private List<Pending.Edit> waiting(LayerType layer) {
        return pending.edits().values().stream()
                .filter(e -> e.ref().layer().equals(layer.id()))
                .toList();
    }

    private List<Feature> asTheyWere(LayerType layer, List<Pending.Edit> edits) {
        List<Long> unread = edits.stream()
                .map(Pending.Edit::ref)
                .filter(ref -> !states.containsKey(ref))
                .map(FeatureRef::id)
                .toList();
        Map<FeatureRef, LastStateStore.Last> last = new LinkedHashMap<>(new LastStateStore(session).of(layer, unread));
        unread.forEach(id -> {
            var ref = new FeatureRef(layer.id(), id);
            LastStateStore.Last state = last.get(ref);
            states.put(ref, state == null ? Optional.empty() : Optional.ofNullable(state.feature()));
        });
        List<Feature> features = new ArrayList<>();
        edits.forEach(e -> states.getOrDefault(e.ref(), Optional.empty()).ifPresent(features::add));
        return features;
    }
}

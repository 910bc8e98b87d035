package org.greenplan.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Followers;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.follow.Scope;
import org.greenplan.history.ChangeWriter;
import org.greenplan.history.OutsideStore;
import org.greenplan.history.Pending;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Takes a write back that must wait until edits of other programs, at its features or near them, have been taken in. */
final class OutsideFirst extends RuntimeException {
    /** So many are waited for by somebody who saves among them. */
    private static final int NEIGHBOURS = 50;

    private final transient List<Pending.Edit> edits;

    private OutsideFirst(List<Pending.Edit> edits) {
        super("outside edits come first", null, false, false);
        this.edits = List.copyOf(edits);
    }

    List<Pending.Edit> edits() {
        return edits;
    }

    Set<FeatureRef> refs() {
        Set<FeatureRef> refs = new LinkedHashSet<>();
        edits.forEach(edit -> refs.add(edit.ref()));
        return refs;
    }

    /**
     * Looks for such edits before a write. Those elsewhere keep nobody waiting: until they are taken in, everything is counted with
     * the features as they were.
     *
     * @param tried notes that could not be taken in, for another program holds their rows
     */
    record Check(Ground ground, Followers followers, Set<Long> tried) {
        void before(List<Change> changes) {
            Pending pending = new OutsideStore(ground.session()).pending();
            if (pending.isEmpty()) {
                return;
            }
            Set<FeatureRef> own = new HashSet<>();
            ChangeWriter.named(changes).forEach((layer, ids) -> ids.forEach(id -> own.add(new FeatureRef(layer, id))));
            Nearby nearby = nearby(changes, own);
            List<Pending.Edit> first = new ArrayList<>();
            for (Pending.Edit edit : pending.edits().values()) {
                // One portion of neighbours is enough to wait for; one's own features must all be taken in.
                boolean wanted = own.contains(edit.ref())
                        || (tried.isEmpty() && (OutsideEdits.strange(edit.ref()) || nearby.matters(edit)));
                if (wanted && !tried.containsAll(edit.notes())) {
                    first.add(edit);
                }
            }
            if (!first.isEmpty()) {
                first.sort(Comparator.comparing(edit -> !own.contains(edit.ref())));
                long ours =
                        first.stream().filter(edit -> own.contains(edit.ref())).count();
                int most = (int) Math.max(NEIGHBOURS, Math.min(ours, OutsideDoor.PORTION));
                throw new OutsideFirst(first.subList(0, Math.min(first.size(), most)));
            }
            requireNone(pending, own);
        }

        /** Somebody holds these rows with an edit of theirs committed and another one not. */
        private static void requireNone(Pending pending, Set<FeatureRef> own) {
            List<FeatureRef> held =
                    own.stream().filter(pending.edits()::containsKey).toList();
            if (!held.isEmpty()) {
                throw ChangeWriter.held(held.get(0).layer(), held, null);
            }
        }

        /** Where the old and the new shapes of the changes may touch a neighbour; what touches all waits for none. */
        private Nearby nearby(List<Change> changes, Set<FeatureRef> own) {
            Set<FeatureRef> touched = new HashSet<>(own);
            changes.forEach(change -> touched.add(new FeatureRef(change.layer(), 0)));
            if (!(followers.scope(ground, touched) instanceof Scope.Near near)) {
                return new Nearby(ground.catalogue(), Set.of(), List.of());
            }
            List<Envelope> boxes = new ArrayList<>();
            for (Change change : changes) {
                Geometry shape = change instanceof Change.Create create
                        ? create.geometry()
                        : change instanceof Change.Replace replace ? replace.geometry() : null;
                if (shape != null) {
                    boxes.add(grown(shape, near));
                }
            }
            var store = new FeatureStore(ground.session());
            for (Map.Entry<String, List<Long>> named :
                    ChangeWriter.named(changes).entrySet()) {
                store.findAll(ground.catalogue().get(named.getKey()), named.getValue())
                        .forEach(f -> boxes.add(grown(f.geometry(), near)));
            }
            return new Nearby(ground.catalogue(), near.roles(), boxes);
        }

        private static Envelope grown(Geometry shape, Scope.Near near) {
            Envelope box = new Envelope(shape.getEnvelopeInternal());
            Neighbourhood.grow(box, Neighbourhood.MARGIN_M + near.reachM());
            return box;
        }
    }

    /** The places, in degrees, where an edit of a feature of these roles changes what a write is counted with. */
    private record Nearby(Catalogue catalogue, Set<Role> roles, List<Envelope> boxes) {
        boolean matters(Pending.Edit edit) {
            return catalogue
                            .find(edit.ref().layer())
                            .filter(layer -> !layer.isRecord() && roles.contains(layer.role()))
                            .isPresent()
                    && boxes.stream().anyMatch(edit::meets);
        }
    }
}

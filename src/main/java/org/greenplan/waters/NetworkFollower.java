package org.greenplan.waters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Follower;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.follow.Scope;
import org.greenplan.follow.Turn;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Milestones;
import org.greenplan.network.Drawing;
import org.greenplan.network.Drawn;
import org.greenplan.network.Network;
import org.greenplan.network.Touch;
import org.greenplan.store.Part;
import org.jspecify.annotations.Nullable;

/**
 * The water network, kept true to rivers, lakes, links and structures. What touches what is found anew for the features of a change
 * only; nodes, edges and findings are made of all touches, in memory, and what became another row is written.
 */
public final class NetworkFollower implements Follower<NetworkDelta> {
    private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

    /** The network that is true for a changeset, in a plane. */
    private record Remembered(long changeset, PlanCrs crs, Network network) {}

    @Override
    public Part part() {
        return NetworkTables.PART;
    }

    @Override
    public Scope scope(Ground ground, Collection<FeatureRef> touched, Deltas earlier) {
        boolean any = touched.stream()
                .flatMap(ref -> ground.catalogue().findLayer(ref.layer()).stream())
                .anyMatch(layer -> WaterShapes.kind(layer).isPresent());
        return any ? new Scope.Near(ground.lineToleranceM(), Set.of(Role.WATER, Role.CONSTRAINT)) : new Scope.Nothing();
    }

    @Override
    public NetworkDelta delta(Turn turn, Deltas earlier) {
        Network before = before(turn);
        var shapes = new WaterShapes(turn.ground().catalogue(), turn.ground().crs());
        Map<String, Optional<Drawn>> changed = new LinkedHashMap<>();
        for (FeatureRef ref : turn.touched()) {
            changed.put(ref.toString(), turn.is().find(ref).flatMap(shapes::of));
        }
        Network after = Network.of(before.drawing().with(changed, shapes.farmland(turn.is())));
        return new NetworkDelta(turn.ground().crs(), before, after);
    }

    @Override
    public NetworkDelta whole(Turn turn, Deltas earlier) {
        return new NetworkDelta(turn.ground().crs(), null, whole(turn.ground(), turn.is()));
    }

    private static Network whole(Ground ground, Neighbourhood plan) {
        var shapes = new WaterShapes(ground.catalogue(), ground.crs());
        return Network.of(Drawing.of(ground.lineToleranceM(), shapes.all(plan), shapes.farmland(plan)));
    }

    /** The network of the newest changeset. */
    public NetworkNow now(Ground ground) {
        return new NetworkNow(
                new HistoryStore(ground.session()).lastNumber(),
                ground.crs(),
                before(Turn.still(ground, Milestones.UNWATCHED)));
    }

    private Network before(Turn turn) {
        Ground ground = turn.ground();
        long last = new HistoryStore(ground.session()).lastNumber();
        Remembered known = remembered.get();
        if (known != null
                && known.changeset() == last
                && known.crs().equals(ground.crs())
                && known.network().drawing().toleranceM() == ground.lineToleranceM()) {
            return known.network();
        }
        var things = new TreeMap<String, Drawn>();
        new WaterShapes(ground.catalogue(), ground.crs())
                .all(turn.was())
                .forEach(thing -> things.put(thing.id(), thing));
        var touches = new TreeMap<String, Touch>();
        // A store that somebody has written into by hand is told by verify, and mended; a save goes on.
        new NetworkStore(ground.session())
                .touches().stream()
                        .filter(touch -> things.containsKey(touch.a().id()))
                        .filter(touch -> touch.how() == Touch.How.COVERS
                                || things.containsKey(touch.b().id()))
                        .forEach(touch -> touches.put(touch.key(), touch));
        Network fresh = Network.of(new Drawing(ground.lineToleranceM(), things, touches));
        remember(new Remembered(last, ground.crs(), fresh));
        return fresh;
    }

    @Override
    public void put(Ground ground, NetworkDelta delta) {
        var store = new NetworkStore(ground.session());
        NetworkRows after = NetworkRows.of(delta.after(), delta.crs());
        Network before = delta.before();
        if (before == null) {
            store.replace(after);
        } else {
            store.put(NetworkRows.of(before, delta.crs()), after);
        }
    }

    @Override
    public void settled(long changeset, NetworkDelta delta) {
        remember(new Remembered(changeset, delta.crs(), delta.after()));
    }

    /** Unless a newer one is known. */
    private void remember(Remembered network) {
        remembered.accumulateAndGet(network, (old, young) -> {
            boolean newer = old == null || young == null || young.changeset() >= old.changeset();
            return newer ? young : old;
        });
    }

    /** What is stored, against all of it found anew. */
    @Override
    public List<Difference> compare(Ground ground) {
        NetworkRows stored = new NetworkStore(ground.session()).rows();
        NetworkRows anew =
                NetworkRows.of(whole(ground, Neighbourhood.of(ground.session(), ground.crs())), ground.crs());
        List<Difference> differences = new ArrayList<>();
        for (String table : anew.byTable().keySet()) {
            Set<String> ids = new TreeSet<>(stored.of(table).keySet());
            ids.addAll(anew.of(table).keySet());
            for (String id : ids) {
                List<@Nullable Object> had = stored.of(table).get(id);
                List<@Nullable Object> has = anew.of(table).get(id);
                if (had == null || has == null) {
                    differences.add(new Difference(table + " " + id, "rows", had == null ? 0 : 1, has == null ? 0 : 1));
                } else if (!had.equals(has)) {
                    differences.add(different(table + " " + id, had, has));
                }
            }
        }
        return differences;
    }

    private static Difference different(String of, List<@Nullable Object> had, List<@Nullable Object> has) {
        for (int i = 0; i < had.size(); i++) {
            if (had.get(i) instanceof Number stored
                    && has.get(i) instanceof Number computed
                    && !stored.equals(computed)) {
                return new Difference(of, "column " + i, stored.doubleValue(), computed.doubleValue());
            }
        }
        return new Difference(of, "texts", 1, 0);
    }
}

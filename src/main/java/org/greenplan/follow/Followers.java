package org.greenplan.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.FeatureRef;
import org.greenplan.store.Part;

/**
 * All that is kept true to the features, in the order in which each may read what a change does to those before it. What is built behind
 * the transaction ({@link Follower#within}) is only noted as waiting here.
 */
public record Followers(List<Follower<?>> all) {
    public Followers {
        all = List.copyOf(all);
    }

    /** What they store in every plan. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        all.forEach(follower -> parts.add(follower.part()));
        if (!behind().isEmpty()) {
            parts.add(WaitingStore.PART);
        }
        return parts;
    }

    private List<Follower<?>> within() {
        return all.stream().filter(Follower::within).toList();
    }

    List<Follower<?>> behind() {
        return all.stream().filter(follower -> !follower.within()).toList();
    }

    /**
     * Notes, in the transaction of a change, for which followers it waits to be built behind it.
     *
     * @param deltas what it does to those within
     */
    public void note(Turn turn, long changeset, Deltas deltas) {
        var waiting = new WaitingStore(turn.ground().session());
        for (Follower<?> follower : behind()) {
            Scope scope = follower.scope(turn.ground(), turn.touched(), deltas);
            if (!(scope instanceof Scope.Nothing)) {
                boolean all = scope instanceof Scope.All;
                waiting.note(follower.part(), changeset, all ? WaitingStore.Needs.ALL : WaitingStore.Needs.STEPS);
            }
        }
    }

    /** Notes that all of what is built behind has to be built anew: it is counted in another way from this changeset on. */
    public void noteAnew(Ground ground, long changeset) {
        var waiting = new WaitingStore(ground.session());
        behind().forEach(follower -> waiting.note(follower.part(), changeset, WaitingStore.Needs.ANEW));
    }

    /** What a change does to each of them. Reads only. */
    public Deltas follow(Turn turn) {
        Deltas deltas = Deltas.NONE;
        for (Follower<?> follower : within()) {
            deltas = follow(follower, turn, deltas);
        }
        return deltas;
    }

    private static <D> Deltas follow(Follower<D> follower, Turn turn, Deltas earlier) {
        Scope scope = follower.scope(turn.ground(), turn.touched(), earlier);
        if (scope instanceof Scope.Nothing) {
            return earlier;
        }
        return earlier.and(
                follower, scope instanceof Scope.All ? follower.whole(turn, earlier) : follower.delta(turn, earlier));
    }

    /** All of each of them, counted anew. Reads only. */
    public Deltas whole(Turn turn) {
        Deltas deltas = Deltas.NONE;
        for (Follower<?> follower : within()) {
            deltas = whole(follower, turn, deltas);
        }
        return deltas;
    }

    private static <D> Deltas whole(Follower<D> follower, Turn turn, Deltas earlier) {
        return earlier.and(follower, follower.whole(turn, earlier));
    }

    /** Writes what a change does to each of them. */
    public void put(Ground ground, Deltas deltas) {
        within().forEach(follower -> put(follower, ground, deltas));
    }

    private static <D> void put(Follower<D> follower, Ground ground, Deltas deltas) {
        deltas.of(follower).ifPresent(delta -> follower.put(ground, delta));
    }

    /** The change is committed. */
    public void settled(long changeset, Deltas deltas) {
        within().forEach(follower -> settled(follower, changeset, deltas));
    }

    private static <D> void settled(Follower<D> follower, long changeset, Deltas deltas) {
        deltas.of(follower).ifPresent(delta -> follower.settled(changeset, delta));
    }

    /** Whatever is stored and not confirmed by a second way. What is not built yet is not shown, and not compared either. */
    public List<Difference> compare(Ground ground) {
        var waiting = new WaitingStore(ground.session());
        List<Difference> differences = new ArrayList<>();
        all.stream()
                .filter(follower ->
                        follower.within() || waiting.first(follower.part()).isEmpty())
                .forEach(follower -> differences.addAll(follower.compare(ground)));
        return differences;
    }

    /** How much of what is kept within the transaction these features can touch, over all followers. */
    public Scope scope(Ground ground, Collection<FeatureRef> touched) {
        double reachM = 0;
        Set<Role> roles = new HashSet<>();
        for (Follower<?> follower : within()) {
            Scope scope = follower.scope(ground, touched, Deltas.NONE);
            if (scope instanceof Scope.All) {
                return scope;
            }
            if (scope instanceof Scope.Near near) {
                reachM = Math.max(reachM, near.reachM());
                roles.addAll(near.roles());
            }
        }
        return roles.isEmpty() ? new Scope.Nothing() : new Scope.Near(reachM, roles);
    }
}

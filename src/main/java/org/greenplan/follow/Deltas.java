package org.greenplan.follow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a change does to each follower, in their order; those it does not touch are missing. */
public final class Deltas {
    /** A change that touches no follower. */
    public static final Deltas NONE = new Deltas(Map.of());

    private final Map<Follower<?>, Object> byFollower;

    private Deltas(Map<Follower<?>, Object> byFollower) {
        this.byFollower = byFollower;
    }

    /** What it does to one. */
    @SuppressWarnings("unchecked")
    public <D> Optional<D> of(Follower<D> follower) {
        // Only and() puts values in, each beside the follower that made it.
        return Optional.ofNullable((D) byFollower.get(follower));
    }

    <D> Deltas and(Follower<D> follower, D delta) {
        Map<Follower<?>, Object> more = new LinkedHashMap<>(byFollower);
        more.put(follower, delta);
        return new Deltas(more);
    }
}

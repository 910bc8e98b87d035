package org.greenplan.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * All that the network is made of, and where it touches. Each touch depends on two features only, so a change finds anew the touches of
 * what changed, and is what finding all of them anew would give.
 *
 * @param toleranceM what lies no farther apart touches, metres
 * @param things by their ids; farmland is none of them
 * @param touches by their keys
 */
public record Drawing(double toleranceM, SortedMap<String, Drawn> things, SortedMap<String, Touch> touches) {
    /** Above so many changes at once all is found anew. */
    private static final int MANY = 500;

    public Drawing {
        things = Collections.unmodifiableSortedMap(new TreeMap<>(things));
        touches = Collections.unmodifiableSortedMap(new TreeMap<>(touches));
    }

    /** Farmland that may lie in a box of the plane, in any order. */
    public interface Farmland extends Function<Envelope, Collection<Drawn>> {}

    /** Of all features, in whatever order they come. */
    public static Drawing of(double toleranceM, Collection<Drawn> all, Farmland farmland) {
        var finder = new Touches(toleranceM);
        var things = new TreeMap<String, Drawn>();
        all.forEach(thing -> things.put(thing.id(), thing));
        var index = new STRtree();
        things.values().forEach(thing -> index.insert(thing.box(), thing));
        var touches = new TreeMap<String, Touch>();
        for (Drawn thing : things.values()) {
            Envelope near = thing.box();
            near.expandBy(toleranceM);
            for (Object found : index.query(near)) {
                var other = (Drawn) found;
                if (thing.id().compareTo(other.id()) <= 0) {
                    put(finder.between(thing, other), touches);
                }
            }
            farmland.apply(near).forEach(land -> put(finder.between(thing, land), touches));
        }
        return new Drawing(toleranceM, things, touches);
    }

    /**
     * After a change.
     *
     * @param changed features and farmland as they are now; empty for what is gone
     * @param farmland as it is after the change
     */
    public Drawing with(Map<String, Optional<Drawn>> changed, Farmland farmland) {
        var left = new TreeMap<>(things);
        changed.forEach((id, now) -> {
            left.remove(id);
            now.filter(thing -> thing.kind() != Kind.FARMLAND).ifPresent(thing -> left.put(id, thing));
        });
        if (changed.size() > MANY) {
            return of(toleranceM, left.values(), farmland);
        }
        var finder = new Touches(toleranceM);
        var kept = new TreeMap<>(touches);
        kept.values()
                .removeIf(touch -> changed.containsKey(touch.a().id())
                        || changed.containsKey(touch.b().id()));
        List<Drawn> present = new ArrayList<>();
        changed.values().forEach(now -> now.ifPresent(present::add));
        for (Drawn thing : present) {
            left.values().forEach(other -> put(finder.between(thing, other), kept));
            if (thing.kind() != Kind.FARMLAND) {
                farmland.apply(thing.box()).forEach(land -> put(finder.between(thing, land), kept));
            }
        }
        return new Drawing(toleranceM, left, kept);
    }

    /** The water level that was typed for a place: a lake's normal level, or that of what stands there; metres, or null. */
    public @Nullable Double levelM(Node node) {
        if (node.type() == Node.Type.LAKE) {
            return thing(node.id()).number("normal_level_m");
        }
        return node.features().stream()
                .map(id -> thing(id).number("level_m"))
                .filter(level -> level != null)
                .findFirst()
                .orElse(null);
    }

    /** The feature of that id, which is there. */
    public Drawn thing(String id) {
        return Objects.requireNonNull(things.get(id), id);
    }

    private static void put(Collection<Touch> found, Map<String, Touch> to) {
        found.forEach(touch -> to.put(touch.key(), touch));
    }
}

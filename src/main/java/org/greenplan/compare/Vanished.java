package org.greenplan.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenplan.feature.FeatureRef;
import org.jspecify.annotations.Nullable;

/**
 * A drawing holds one layer of the plan on several of its own. A feature has vanished only when none of them has it, and it is
 * told once.
 */
public final class Vanished {
    private Vanished() {}

    /** The same layers, without what only seems to be missing. */
    public static List<Prepared> settled(List<Prepared> prepared) {
        Set<FeatureRef> told = new HashSet<>();
        for (Prepared layer : prepared) {
            layer.differences().stream()
                    .filter(d -> d.state() != Difference.State.VANISHED)
                    .forEach(d -> add(told, d.ref()));
        }
        List<Prepared> settled = new ArrayList<>();
        for (Prepared layer : prepared) {
            List<Difference> left = layer.differences().stream()
                    .filter(d -> d.state() != Difference.State.VANISHED || add(told, d.ref()))
                    .toList();
            settled.add(layer.differing(left));
        }
        return settled;
    }

    private static boolean add(Set<FeatureRef> told, @Nullable FeatureRef ref) {
        return ref != null && told.add(ref);
    }
}

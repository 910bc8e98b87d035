package org.greenplan.rule;

import java.util.List;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.cql2.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which features a test asks for.
 *
 * @param role of their layers, or null where the layers are named
 * @param layers the layers by name, in a catalogue that has them; where a role is given, those of it that are left out
 * @param where which of their features; null takes all, and a feature of which the filter knows nothing is taken
 */
public record Choice(@Nullable Role role, Set<String> layers, @Nullable Filter where) {
    public Choice {
        layers = Set.copyOf(layers);
    }

    /** The layers of a catalogue that are meant; of those that are named some may be missing. */
    List<LayerType> in(Catalogue catalogue) {
        return catalogue.layers().stream()
                .filter(layer -> role == null
                        ? layers.contains(layer.id())
                        : layer.role() == role && !layers.contains(layer.id()))
                .toList();
    }

    /** The layers that are named and that a catalogue lacks. */
    List<String> missing(Catalogue catalogue) {
        return role != null
                ? List.of()
                : layers.stream()
                        .filter(id -> catalogue.findLayer(id).isEmpty())
                        .sorted()
                        .toList();
    }
}

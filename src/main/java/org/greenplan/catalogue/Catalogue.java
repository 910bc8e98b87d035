package org.greenplan.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * All layers, kinds of records and code lists, in the order in which people read them.
 *
 * @param layers what lies on the map
 * @param records kinds of things without a shape: the plan's identity, its targets
 */
public record Catalogue(List<LayerType> layers, List<LayerType> records, Map<String, CodeList> codeLists) {
    /** Name of the attribute of every plot whose code list orders the precedence. */
    public static final String STATUS = "status";
    /** Name of the attribute that tells new green ({@code new}) from an upgrade ({@code upgrade}). */
    public static final String EFFECT = "effect";
    /** Name of the boolean attribute of every layer: the shape is made up and says so on the map. */
    public static final String ILLUSTRATIVE = "illustrative";

    public Catalogue {
        layers = List.copyOf(layers);
        records = List.copyOf(records);
        codeLists = Map.copyOf(codeLists);
    }

    /** The same records and code lists with other layers. */
    public Catalogue withLayers(List<LayerType> others) {
        return new Catalogue(others, records, codeLists);
    }

    /** The layer or kind of record of that id, whatever a changeset may name; a Problem if there is none. */
    public LayerType get(String id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /** The layer of that id, for whoever wants shapes; a Problem if there is none. */
    public LayerType layer(String id) {
        return findLayer(id).orElseThrow(() -> missing(id));
    }

    public Optional<LayerType> find(String id) {
        return findLayer(id)
                .or(() -> records.stream().filter(r -> r.id().equals(id)).findFirst());
    }

    /** The layer of that id; records are none. */
    public Optional<LayerType> findLayer(String id) {
        return layers.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    private static Problem.Missing missing(String id) {
        return new Problem.Missing(Words.of(
                "没有名为“" + id + "”的图层。可用图层见图层面板。",
                "There is no layer \"" + id + "\". See the layer panel for the layers of this plan."));
    }

    public List<LayerType> withRole(Role role) {
        return layers.stream().filter(l -> l.role() == role).toList();
    }
}

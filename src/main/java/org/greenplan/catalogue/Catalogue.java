package org.greenplan.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** All layers and code lists, in the order in which people read them. */
public record Catalogue(List<LayerType> layers, Map<String, CodeList> codeLists) {
    /** Name of the attribute of every plot whose code list orders the precedence. */
    public static final String STATUS = "status";
    /** Name of the attribute that tells new green ({@code new}) from an upgrade ({@code upgrade}). */
    public static final String EFFECT = "effect";
    /** Name of the boolean attribute of every layer: the shape is made up and says so on the map. */
    public static final String ILLUSTRATIVE = "illustrative";

    public Catalogue {
        layers = List.copyOf(layers);
        codeLists = Map.copyOf(codeLists);
    }

    /** The layer of that id; a Problem if there is none. */
    public LayerType get(String id) {
        return find(id).orElseThrow(() -> new Problem.Missing(Words.of(
                "没有名为“" + id + "”的图层。可用图层见图层面板。",
                "There is no layer \"" + id + "\". See the layer panel for the layers of this plan.")));
    }

    public Optional<LayerType> find(String id) {
        return layers.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    public List<LayerType> withRole(Role role) {
        return layers.stream().filter(l -> l.role() == role).toList();
    }
}

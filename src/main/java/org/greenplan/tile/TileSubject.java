package org.greenplan.tile;

import java.util.List;
import org.greenplan.catalogue.LayerType;
import org.greenplan.problem.Words;

/**
 * What a set of tiles shows: one layer, or all of the plan.
 *
 * @param path of what the tiles belong to, below the API's root; empty for the plan
 */
record TileSubject(String path, Words title, List<LayerType> layers) {
    TileSubject {
        layers = List.copyOf(layers);
    }

    static TileSubject of(LayerType layer) {
        return new TileSubject("/collections/" + layer.id(), layer.title(), List.of(layer));
    }

    /** Where its sets of tiles are listed. */
    String tiles() {
        return path + "/tiles";
    }

    /** Where its one set is. */
    String set() {
        return tiles() + "/" + MatrixSet.ID;
    }
}

package org.greenplan.feature;

import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Which feature: its layer and its number there. Numbers are never used twice. */
public record FeatureRef(String layer, long id) {
    /**
     * What the feature is called in a sentence: its layer's title with its name, or with its number where it has none.
     *
     * @param known the feature as it is or was, null where nobody knows
     */
    public Words called(Catalogue catalogue, @Nullable Feature known) {
        LayerType type = catalogue.get(layer);
        String label = known == null ? type.title().zh() : known.label(type);
        boolean named = !label.startsWith(type.title().zh());
        return named
                ? Words.of(type.title().zh() + "“" + label + "”", type.title().en() + " “" + label + "”")
                : Words.of(type.title().zh() + " #" + id, type.title().en() + " #" + id);
    }

    @Override
    public String toString() {
        return layer + "/" + id;
    }
}

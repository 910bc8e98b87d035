package org.greenplan.ogc;

import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureStore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Where and when a layer's features are: a box in degrees, null where there are none, and the years they name. */
record Extent(Envelope box, @Nullable Long firstYear, @Nullable Long lastYear) {
    static Extent of(FeatureStore store, LayerType layer) {
        long[] years = Period.time(layer)
                .flatMap(attribute -> store.range(layer, attribute))
                .orElse(null);
        return new Extent(store.extent(layer), years == null ? null : years[0], years == null ? null : years[1]);
    }
}

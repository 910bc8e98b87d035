package org.greenplan.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Which features of a layer.
 *
 * @param lonLat only those whose envelope meets this one (degrees), or null for all
 * @param ids only those numbers, empty for all
 * @param limit at most so many, or null
 */
public record FeatureQuery(@Nullable Envelope lonLat, List<Long> ids, @Nullable Integer limit, long afterId) {
    public FeatureQuery {
        ids = List.copyOf(ids);
    }

    public static FeatureQuery all() {
        return new FeatureQuery(null, List.of(), null, 0);
    }

    public static FeatureQuery in(Envelope lonLat) {
        return new FeatureQuery(lonLat, List.of(), null, 0);
    }

    public static FeatureQuery of(List<Long> ids) {
        return new FeatureQuery(null, ids, null, 0);
    }
}

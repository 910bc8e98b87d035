package org.greenplan.feature;

import java.util.List;
import org.greenplan.sql.Condition;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Which features of a layer.
 *
 * @param lonLat only those whose envelope meets this one (degrees), or null for all
 * @param ids only those numbers, empty for all
 * @param limit at most so many, or null
 * @param afterId only larger numbers; 0 for all
 * @param condition only those for which it is true, or null for all
 */
public record FeatureQuery(
        @Nullable Envelope lonLat,
        List<Long> ids,
        @Nullable Integer limit,
        long afterId,
        @Nullable Condition condition) {
    public FeatureQuery {
        ids = List.copyOf(ids);
    }

    public FeatureQuery(@Nullable Envelope lonLat, List<Long> ids, @Nullable Integer limit, long afterId) {
        this(lonLat, ids, limit, afterId, null);
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

    /** The same query, only for rows that also meet this condition; null lets all through. */
    public FeatureQuery where(@Nullable Condition only) {
        return new FeatureQuery(lonLat, ids, limit, afterId, only);
    }
}

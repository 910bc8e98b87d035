package org.greenplan.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.recognise.Progress;
import org.greenplan.recognise.Taking;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Finds records that the plan has already: written as new ones they would be drawn a second time. */
public final class Present {
    /** A shape that is the same but for a file's rounding may lie just outside. */
    private static final double REACH_DEG = 2 * SameShape.TOLERANCE_DEG;

    private Present() {}

    /**
     * The features that records are already, by the records' numbers.
     *
     * @param key attribute that identifies a feature, or null to go by ids and shapes
     */
    public static Map<Long, FeatureRef> of(
            Session session, LayerType layer, @Nullable String key, List<Taking.Taken> records, Progress progress) {
        Map<Long, FeatureRef> present = new LinkedHashMap<>();
        var known = new Recognition(layer, key);
        var reach = new Envelope();
        for (Taking.Taken record : records) {
            known.add(record);
            reach.expandToInclude(record.shape().getEnvelopeInternal());
        }
        if (reach.isNull()) {
            return present;
        }
        reach.expandBy(REACH_DEG);
        long[] compared = {0};
        FeatureQuery query = known.onlyByShape() ? FeatureQuery.in(reach) : FeatureQuery.all();
        new FeatureStore(session).stream(layer, query, feature -> {
            Taking.Taken record = known.find(feature);
            if (record != null) {
                present.put(record.number(), feature.ref());
            }
            progress.at("comparing", ++compared[0], -1);
        });
        return present;
    }
}

package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.store.Session;

/** Writes many new features the fast way and finds out their numbers afterwards, for history wants them. */
record BulkInsert(Session session) {
    List<HistoryEntry.Step> insert(List<Change> changes) {
        Map<String, List<Change.Create>> byLayer = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Create create) {
                byLayer.computeIfAbsent(create.layer(), l -> new ArrayList<>()).add(create);
            }
        }
        var store = new FeatureStore(session);
        List<HistoryEntry.Step> steps = new ArrayList<>();
        byLayer.forEach((id, creates) -> {
            LayerType layer = session.catalogue().get(id);
            long last = lastNumber(store, layer);
            store.insertAll(layer, creates);
            var fresh = new FeatureQuery(null, List.of(), null, last);
            store.stream(layer, fresh, f -> steps.add(new HistoryEntry.Step(f.ref(), null, f)));
        });
        return steps;
    }

    /** Numbers grow and are never used twice, so everything above this one is new. */
    private static long lastNumber(FeatureStore store, LayerType layer) {
        long[] last = {0};
        if (store.count(layer) > 0) {
            store.stream(
                    layer,
                    FeatureQuery.all(),
                    f -> last[0] = Math.max(last[0], f.ref().id()));
        }
        return last[0];
    }
}

package org.greenplan.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureStore;
import org.greenplan.sql.Session;

/** Writes many new features the fast way, under numbers taken beforehand, for history wants them. */
public record BulkInsert(Session session) {
    /** Runs {@code each} before each feature. */
    public List<HistoryEntry.Step> insert(List<Change> changes, Runnable each) {
        Map<String, List<Change.Create>> byLayer = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Create create) {
                byLayer.computeIfAbsent(create.layer(), l -> new ArrayList<>()).add(create);
            }
        }
        var store = new FeatureStore(session);
        List<HistoryEntry.Step> steps = new ArrayList<>(changes.size());
        byLayer.forEach((id, creates) -> {
            LayerType layer = session.catalogue().get(id);
            store.insertAll(layer, creates, each).forEach(f -> steps.add(new HistoryEntry.Step(f.ref(), null, f)));
        });
        return steps;
    }
}

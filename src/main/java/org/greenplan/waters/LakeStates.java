package org.greenplan.waters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** Lakes that have a state of their own, as all lakes had once: they take the status that works have, too. */
public record LakeStates(Session session) {
    /** What history says of it. */
    public static final String COMMENT = "湖泊状态改用工程状态代码 / lakes take the statuses of works";

    private static final Map<String, String> STATUSES =
            Map.of("existing", "completed", "building", "under_construction", "planned", "proposed");

    /** What brings them up; nothing is written. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (LayerType layer : session.catalogue().withRole(Role.WATER)) {
            layer.find(AttributeRole.STATUS)
                    .ifPresent(status -> new FeatureStore(session).stream(layer, FeatureQuery.all(), feature -> {
                        String now =
                                STATUSES.get(String.valueOf(feature.attributes().get(status.name())));
                        if (now != null) {
                            Map<String, @Nullable Object> values = new LinkedHashMap<>(feature.attributes());
                            values.put(status.name(), now);
                            changes.add(
                                    new Change.Replace(feature.ref(), feature.version(), values, feature.geometry()));
                        }
                    }));
        }
        return changes;
    }
}

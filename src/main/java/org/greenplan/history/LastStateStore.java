package org.greenplan.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;

/** Features as history last knew them, whatever stands in their tables now. */
public record LastStateStore(Session session) {
    /**
     * @param feature as it was left; null where it was deleted
     * @param version the highest it ever had
     */
    public record Last(@Nullable Feature feature, int version) {}

    /** The last states of features of a layer; those that history does not know are missing. */
    public Map<FeatureRef, Last> of(LayerType layer, Collection<Long> ids) {
        Map<FeatureRef, Last> states = new LinkedHashMap<>();
        for (List<Long> some : Session.portions(ids)) {
            List<Object> parameters = new ArrayList<>(some);
            parameters.add(0, layer.id());
            session.each(
                    "SELECT c.feature, c.before, c.after FROM " + Tables.CHANGE
                            + " c WHERE c.fid IN (SELECT max(fid) FROM "
                            + Tables.CHANGE + " WHERE layer = ? AND feature IN (" + Session.marks(some.size())
                            + ") GROUP BY feature)",
                    parameters,
                    row -> {
                        long id = row.getLong(1);
                        Feature before = Snapshot.feature(layer, id, row.getString(2));
                        Feature after = Snapshot.feature(layer, id, row.getString(3));
                        Feature newest = after == null ? before : after;
                        return Map.entry(
                                new FeatureRef(layer.id(), id), new Last(after, newest == null ? 0 : newest.version()));
                    },
                    last -> states.put(last.getKey(), last.getValue()));
        }
        return states;
    }
}

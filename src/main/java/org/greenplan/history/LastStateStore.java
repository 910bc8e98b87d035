package org.greenplan.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;

/** Features as history last knew them, or knew them at a step, whatever stands in their tables now. */
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

    /** Some steps of a changeset, in their order, from one of them on; those of layers that left the catalogue are missing. */
    public List<HistoryEntry.Step> steps(long changeset, long from, long most) {
        List<HistoryEntry.Step> steps = new ArrayList<>();
        session.each(
                "SELECT layer, feature, before, after FROM " + Tables.CHANGE
                        + " WHERE changeset = ? AND step >= ? AND step < ? ORDER BY step",
                List.of(changeset, from, from + most),
                row -> new Written(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)),
                row -> layer(row)
                        .ifPresent(layer -> steps.add(new HistoryEntry.Step(
                                new FeatureRef(layer.id(), row.feature()),
                                Snapshot.feature(layer, row.feature(), row.before()),
                                Snapshot.feature(layer, row.feature(), row.after())))));
        return steps;
    }

    /** What a step of a changeset and all that came after it have touched, each feature as it was just before that step. */
    public Map<FeatureRef, Optional<Feature>> before(long changeset, long step) {
        Map<FeatureRef, Optional<Feature>> states = new LinkedHashMap<>();
        session.each(
                "SELECT layer, feature, before FROM " + Tables.CHANGE
                        + " WHERE changeset >= ? AND (changeset > ? OR step >= ?) ORDER BY changeset, step",
                List.of(changeset, changeset, step),
                row -> new Written(row.getString(1), row.getLong(2), row.getString(3), null),
                row -> layer(row)
                        .ifPresent(layer -> states.computeIfAbsent(
                                new FeatureRef(layer.id(), row.feature()),
                                ref -> Optional.ofNullable(Snapshot.feature(layer, row.feature(), row.before())))));
        return states;
    }

    private record Written(String layer, long feature, @Nullable String before, @Nullable String after) {}

    private Optional<LayerType> layer(Written row) {
        return session.catalogue().find(row.layer());
    }
}

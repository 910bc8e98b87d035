package org.greenplan.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;

/**
 * Fills changes of a few attributes up with what the features hold, so that many plots change their status without their shapes
 * travelling. Each keeps the version its author saw: whoever writes in between is noticed when the changeset is written.
 */
public record PatchMerge(Session session) {
    public static Changeset of(Database database, Changeset changeset) {
        boolean some = changeset.changes().stream().anyMatch(Change.Patch.class::isInstance);
        return some ? database.read(session -> new PatchMerge(session).of(changeset)) : changeset;
    }

    private Changeset of(Changeset changeset) {
        Map<FeatureRef, Feature> standing = standing(changeset.changes());
        List<Change> whole = new ArrayList<>();
        for (Change change : changeset.changes()) {
            whole.add(change instanceof Change.Patch patch ? merged(patch, standing, whole.size()) : change);
        }
        return new Changeset(changeset.author(), changeset.comment(), whole, changeset.request());
    }

    private Map<FeatureRef, Feature> standing(List<Change> changes) {
        Map<String, List<Long>> named = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Patch patch) {
                named.computeIfAbsent(patch.layer(), l -> new ArrayList<>())
                        .add(patch.ref().id());
            }
        }
        Map<FeatureRef, Feature> standing = new HashMap<>();
        var store = new FeatureStore(session);
        named.forEach((layer, ids) ->
                store.findAll(session.catalogue().get(layer), ids).forEach(f -> standing.put(f.ref(), f)));
        return standing;
    }

    private Change merged(Change.Patch patch, Map<FeatureRef, Feature> standing, int index) {
        Feature feature = standing.get(patch.ref());
        if (feature == null) {
            Words called = patch.ref().called(session.catalogue(), null);
            throw new Problem.Conflict(
                    Words.of(
                            called.zh() + "已被删除。可从历史中恢复。",
                            called.en() + " was deleted. It can be restored from its history."),
                    "changes[" + index + "]",
                    Map.of("deleted", true));
        }
        return patch.onto(feature, null);
    }
}

package org.greenplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Session;

/** Writes the changes of one changeset to the features, each only on the version that its author saw. */
record ChangeWriter(Session session) {
    List<HistoryEntry.Step> write(List<Change> changes) {
        var store = new FeatureStore(session);
        List<HistoryEntry.Step> steps = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            String field = "changes[" + i + "]";
            if (change instanceof Change.Create create) {
                requireFree(create, field);
                Feature made = store.insert(create);
                steps.add(new HistoryEntry.Step(made.ref(), null, made));
            } else if (change instanceof Change.Replace replace) {
                Feature before = requireVersion(replace.ref(), replace.baseVersion(), field);
                steps.add(new HistoryEntry.Step(replace.ref(), before, store.update(replace)));
            } else if (change instanceof Change.Delete delete) {
                Feature before = requireVersion(delete.ref(), delete.baseVersion(), field);
                store.delete(delete.ref());
                steps.add(new HistoryEntry.Step(delete.ref(), before, null));
            }
        }
        return steps;
    }

    private Feature requireVersion(FeatureRef ref, int version, String field) {
        Optional<Feature> current = new FeatureStore(session).find(ref);
        if (current.isEmpty()) {
            throw new Problem.Conflict(
                    Words.of(
                            "要素 " + ref + " 已被" + lastAuthor(ref, true) + "删除。可从历史中恢复。",
                            "The feature " + ref + " was deleted" + lastAuthor(ref, false)
                                    + ". It can be restored from its history."),
                    field,
                    Map.of("deleted", true));
        }
        if (current.get().version() != version) {
            throw new Problem.Conflict(
                    Words.of(
                            "要素 " + ref + " 已被" + lastAuthor(ref, true) + "修改（现为第 "
                                    + current.get().version() + " 版，您看到的是第 " + version + " 版）。请核对后再保存。",
                            "The feature " + ref + " was changed" + lastAuthor(ref, false) + ": it is now version "
                                    + current.get().version() + ", you saw version " + version
                                    + ". Look at it and save again."),
                    field,
                    Map.of("current", FeatureJson.map(session.catalogue(), current.get())));
        }
        return current.get();
    }

    private void requireFree(Change.Create create, String field) {
        Long id = create.id();
        if (id == null) {
            return;
        }
        var ref = new FeatureRef(create.layer(), id);
        new FeatureStore(session).find(ref).ifPresent(current -> {
            throw new Problem.Conflict(
                    Words.of("要素 " + ref + " 已存在，无需恢复。", "The feature " + ref + " is there; it need not be restored."),
                    field,
                    Map.of("current", FeatureJson.map(session.catalogue(), current)));
        });
    }

    private String lastAuthor(FeatureRef ref, boolean zh) {
        return new HistoryStore(session)
                .of(ref).stream()
                        .findFirst()
                        .map(e -> zh ? "“" + e.author() + "”" : " by " + e.author())
                        .orElse(zh ? "他人" : "");
    }
}

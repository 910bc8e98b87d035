package org.greenplan.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureJson;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.jspecify.annotations.Nullable;

/** Writes the changes of one changeset to the features, each only on the version that its author saw. */
public record ChangeWriter(Session session) {
    /** Nothing is written unless every change fits what stands; runs of the same kind then go in together, for an undo may be large. */
    public List<HistoryEntry.Step> write(List<Change> changes) {
        hold(changes);
        Map<FeatureRef, Feature> standing = standing(changes);
        List<@Nullable Feature> before = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            String field = "changes[" + i + "]";
            if (change instanceof Change.Create create) {
                requireFree(create, standing, field);
                before.add(null);
            } else if (change instanceof Change.Replace replace) {
                before.add(requireVersion(replace.ref(), replace.baseVersion(), standing, field));
            } else if (change instanceof Change.Delete delete) {
                before.add(requireVersion(delete.ref(), delete.baseVersion(), standing, field));
                standing.remove(delete.ref());
            }
        }
        List<HistoryEntry.Step> steps = new ArrayList<>(changes.size());
        for (int from = 0; from < changes.size(); from = steps.size()) {
            int to = endOfRun(changes, from);
            run(changes.subList(from, to), before.subList(from, to), steps);
        }
        return steps;
    }

    /** Rows that are there are held in the order layer, number, as every write does it. */
    private void hold(List<Change> changes) {
        new TreeMap<>(named(changes)).forEach((layer, ids) -> {
            try {
                session.hold(layer, ids);
            } catch (StoreFailure e) {
                throw e.isHeldElsewhere()
                        ? held(
                                layer,
                                ids.stream()
                                        .map(id -> new FeatureRef(layer, id))
                                        .toList(),
                                e)
                        : e;
            }
        });
    }

    /** What is said where another program does not let go of the features. */
    public static Problem.Held held(String layer, Collection<FeatureRef> refs, @Nullable Throwable cause) {
        String which = refs.size() == 1 ? refs.iterator().next().toString() : layer;
        var problem = new Problem.Held(
                Words.of(
                        "“" + which + "”正在另一个程序中编辑，尚未保存。您的修改未写入，请稍后再保存。",
                        which
                                + " is being edited in another program and not saved there yet. Your change was not written;"
                                + " save it again in a moment."),
                null);
        problem.initCause(cause);
        return problem;
    }

    /** Numbers of all features that the changes name, by layer. */
    public static Map<String, List<Long>> named(List<Change> changes) {
        Map<String, List<Long>> named = new LinkedHashMap<>();
        for (Change change : changes) {
            Long id = change instanceof Change.Create create
                    ? create.id()
                    : change instanceof Change.Replace replace
                            ? Long.valueOf(replace.ref().id())
                            : Long.valueOf(((Change.Delete) change).ref().id());
            if (id != null) {
                named.computeIfAbsent(change.layer(), l -> new ArrayList<>()).add(id);
            }
        }
        return named;
    }

    /** The present state of all features that the changes name. */
    private Map<FeatureRef, Feature> standing(List<Change> changes) {
        Map<FeatureRef, Feature> standing = new HashMap<>();
        var store = new FeatureStore(session);
        named(changes).forEach((layer, ids) -> store.findAll(session.catalogue().get(layer), ids)
                .forEach(f -> standing.put(f.ref(), f)));
        return standing;
    }

    private static int endOfRun(List<Change> changes, int from) {
        Change first = changes.get(from);
        int to = from + 1;
        while (to < changes.size()
                && changes.get(to).getClass() == first.getClass()
                && changes.get(to).layer().equals(first.layer())) {
            to++;
        }
        return to;
    }

    private void run(List<Change> run, List<@Nullable Feature> before, List<HistoryEntry.Step> steps) {
        var store = new FeatureStore(session);
        LayerType layer = session.catalogue().get(run.get(0).layer());
        if (run.get(0) instanceof Change.Create) {
            store.insertAll(layer, run.stream().map(Change.Create.class::cast).toList())
                    .forEach(made -> steps.add(new HistoryEntry.Step(made.ref(), null, made)));
            return;
        }
        List<Long> deleted = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            if (run.get(i) instanceof Change.Replace replace) {
                steps.add(new HistoryEntry.Step(replace.ref(), before.get(i), store.update(replace)));
            } else if (run.get(i) instanceof Change.Delete delete) {
                deleted.add(delete.ref().id());
                steps.add(new HistoryEntry.Step(delete.ref(), before.get(i), null));
            }
        }
        store.deleteAll(layer, deleted);
    }

    private Feature requireVersion(FeatureRef ref, int version, Map<FeatureRef, Feature> standing, String field) {
        Optional<Feature> current = Optional.ofNullable(standing.get(ref));
        Words called = ref.called(session.catalogue(), current.orElse(null));
        if (current.isEmpty()) {
            throw new Problem.Conflict(
                    Words.of(
                            called.zh() + "已被" + lastAuthor(ref, true) + "删除。可从历史中恢复。",
                            called.en() + " was deleted" + lastAuthor(ref, false)
                                    + ". It can be restored from its history."),
                    field,
                    Map.of("deleted", true));
        }
        if (current.get().version() != version) {
            throw new Problem.Conflict(
                    Words.of(
                            called.zh() + "已被" + lastAuthor(ref, true) + "修改（现为第 "
                                    + current.get().version() + " 版，您看到的是第 " + version + " 版）。请核对后再保存。",
                            called.en() + " was changed" + lastAuthor(ref, false) + ": it is now version "
                                    + current.get().version() + ", you saw version " + version
                                    + ". Look at it and save again."),
                    field,
                    Map.of("current", FeatureJson.map(session.catalogue(), current.get())));
        }
        return current.get();
    }

    private void requireFree(Change.Create create, Map<FeatureRef, Feature> standing, String field) {
        Long id = create.id();
        if (id == null) {
            return;
        }
        var ref = new FeatureRef(create.layer(), id);
        Feature made = new Feature(ref, create.version(), create.attributes(), create.geometry());
        Feature current = standing.put(ref, made);
        if (current != null) {
            Words called = ref.called(session.catalogue(), current);
            throw new Problem.Conflict(
                    Words.of(called.zh() + "已存在，无需恢复。", called.en() + " is there; it need not be restored."),
                    field,
                    Map.of("current", FeatureJson.map(session.catalogue(), current)));
        }
    }

    private String lastAuthor(FeatureRef ref, boolean zh) {
        return new HistoryStore(session)
                .of(ref).stream()
                        .findFirst()
                        .map(e -> zh ? "“" + e.author() + "”" : " by " + e.author())
                        .orElse(zh ? "他人" : "");
    }
}

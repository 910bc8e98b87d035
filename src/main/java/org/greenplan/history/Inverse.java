package org.greenplan.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureJson;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** The changes that take a changeset back; refused where somebody has built on it since. */
public record Inverse(Session session) {
    public List<Change> of(HistoryEntry entry) {
        List<Change> changes = new ArrayList<>();
        Set<FeatureRef> touchedSince = new HistoryStore(session).touchedSince(entry.number());
        for (int i = entry.steps().size() - 1; i >= 0; i--) {
            HistoryEntry.Step step = entry.steps().get(i);
            if (touchedSince.contains(step.ref())) {
                builtOn(new HistoryStore(session).of(step.ref()), entry.number())
                        .ifPresent(later -> {
                            throw builtUpon(step.ref(), later);
                        });
                changes.add(change(step, version(step.ref()), lastVersion(step.ref())));
            } else {
                changes.add(change(step, version(step.after()), version(step.before())));
            }
        }
        return changes;
    }

    /** The change that brings a deleted feature back as it was; refused where it is there. */
    public Change.Create restored(FeatureRef ref) {
        new FeatureStore(session).find(ref).ifPresent(current -> {
            Words called = ref.called(session.catalogue(), current);
            throw new Problem.Conflict(
                    Words.of(called.zh() + "未被删除，无需恢复。", called.en() + " is not deleted; nothing to restore."),
                    null,
                    Map.of("current", FeatureJson.map(session.catalogue(), current)));
        });
        Feature last = new HistoryStore(session)
                .of(ref).stream()
                        .findFirst()
                        .map(e -> e.steps().get(0).before())
                        .orElseThrow(() -> new Problem.Missing(Words.of(
                                "历史中没有" + ref.called(session.catalogue(), null).zh() + "。",
                                "History knows no "
                                        + ref.called(session.catalogue(), null).en()
                                        + ". Look it up in the history panel.")));
        return create(last, lastVersion(ref));
    }

    /**
     * The change that takes a step back.
     *
     * @param version of the feature as it stands, 0 where it is gone
     * @param lastVersion the version it had when it was last deleted, if it was
     */
    private static Change change(HistoryEntry.Step step, int version, int lastVersion) {
        Feature before = step.before();
        if (before == null) {
            return new Change.Delete(step.ref(), version);
        }
        if (step.after() == null) {
            return create(before, lastVersion);
        }
        return new Change.Replace(step.ref(), version, before.attributes(), before.geometry());
    }

    /** Versions are never used twice, so a restored feature goes on above the highest that history knows. */
    private static Change.Create create(Feature last, int lastVersion) {
        return new Change.Create(
                last.ref().layer(),
                last.ref().id(),
                Math.max(lastVersion, last.version()) + 1,
                last.attributes(),
                last.geometry());
    }

    private int lastVersion(FeatureRef ref) {
        return version(new HistoryStore(session).of(ref).get(0).steps().get(0).before());
    }

    private static int version(@Nullable Feature feature) {
        return feature == null ? 0 : feature.version();
    }

    private int version(FeatureRef ref) {
        return new FeatureStore(session).find(ref).map(Feature::version).orElse(0);
    }

    /**
     * The newest changeset that stands on top of {@code number} in a feature's history. A later changeset and the one that takes it
     * back cancel each other, and so do an undo and its redo.
     */
    static Optional<HistoryEntry> builtOn(List<HistoryEntry> newestFirst, long number) {
        Set<Long> takenBack = new HashSet<>();
        for (HistoryEntry entry : newestFirst) {
            if (entry.number() <= number) {
                return Optional.empty();
            }
            if (takenBack.contains(entry.number())) {
                continue;
            }
            Long undoes = entry.undoes();
            if (undoes == null || undoes <= number) {
                return Optional.of(entry);
            }
            takenBack.add(undoes);
        }
        return Optional.empty();
    }

    private Problem.Conflict builtUpon(FeatureRef ref, HistoryEntry later) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("changeset", later.number());
        details.put("author", later.author());
        details.put("comment", later.comment());
        @Nullable Feature current = new FeatureStore(session).find(ref).orElse(null);
        if (current != null) {
            details.put("current", FeatureJson.map(session.catalogue(), current));
        }
        Words called = ref.called(session.catalogue(), current);
        return new Problem.Conflict(
                Words.of(
                        "无法撤销：“" + later.author() + "”已在此基础上修改了" + called.zh() + "（“" + later.comment() + "”，第 "
                                + later.number() + " 次修改）。请先与其商量。",
                        "This cannot be taken back: " + later.author() + " has since changed " + called.en() + " (\""
                                + later.comment() + "\", changeset " + later.number() + "). Talk to them first."),
                null,
                details);
    }

    public static Problem.Missing nothing(boolean undo) {
        return new Problem.Missing(
                undo
                        ? Words.of("没有可以撤销的修改。", "There is nothing of yours to undo.")
                        : Words.of("没有可以重做的修改。", "There is nothing of yours to redo."));
    }
}

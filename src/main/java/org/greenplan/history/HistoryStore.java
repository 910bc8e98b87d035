package org.greenplan.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Every changeset ever committed, with each feature before and after. */
public record HistoryStore(Session session) {
    private static final String COLUMNS = "s.fid, s.author, s.comment, s.at, s.undoes, s.origin, s.request, s.stamp";
    private static final String HEAD = "SELECT " + COLUMNS + " FROM " + Tables.CHANGESET + " s";

    /** The changeset that a chain of undoes and redoes began with. */
    public HistoryEntry original(HistoryEntry entry) {
        HistoryEntry at = entry;
        Long undoes = at.undoes();
        while (undoes != null) {
            at = head(undoes).orElseThrow();
            undoes = at.undoes();
        }
        return at;
    }

    /** Writes a changeset down and gives its number; the layers it touches are at that version from now on. */
    public long append(Heading heading, List<HistoryEntry.Step> steps) {
        return append(heading, steps, () -> {});
    }

    /** The same; runs {@code each} before each step. */
    public long append(Heading heading, List<HistoryEntry.Step> steps, Runnable each) {
        String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        String nonce = Stamp.nonce();
        Stamp stamp = new Stamp(lastStamp(), nonce).heading(heading, at);
        long number = session.newNumbers(Tables.CHANGESET, 1).get(0);
        Map<String, Envelope> layers = new LinkedHashMap<>();
        for (HistoryEntry.Step step : steps) {
            Envelope box = layers.computeIfAbsent(step.ref().layer(), l -> new Envelope());
            Feature after = step.after();
            if (after != null) {
                box.expandToInclude(after.geometry().getEnvelopeInternal());
            }
        }
        AtomicLong place = new AtomicLong();
        session.insertMany(
                Tables.CHANGE,
                List.of("changeset", "step", "layer", "feature", "before", "after"),
                Session.rows(steps, step -> {
                    each.run();
                    return row(number, place.getAndIncrement(), step, stamp);
                }));
        session.insert(
                Tables.CHANGESET,
                List.of("fid", "author", "comment", "at", "undoes", "origin", "request", "nonce", "stamp"),
                Arrays.asList(
                        number,
                        heading.author(),
                        heading.comment(),
                        at,
                        heading.undoes(),
                        heading.origin().code(),
                        heading.request(),
                        nonce,
                        stamp.finished()));
        layers.forEach(session::touched);
        touch(number, layers.keySet());
        return number;
    }

    /** Layers are at the version of a changeset from now on. */
    public void touch(long number, Collection<String> layers) {
        for (String layer : layers) {
            if (session.execute("UPDATE " + Tables.LAYER + " SET changeset = ? WHERE layer = ?", List.of(number, layer))
                    == 0) {
                session.insert(Tables.LAYER, List.of("layer", "changeset"), List.of(layer, number));
            }
        }
    }

    /** A step as it is stored, which is hashed on the way. */
    private static List<@Nullable Object> row(long number, long place, HistoryEntry.Step step, Stamp stamp) {
        FeatureRef ref = step.ref();
        String before = Snapshot.text(step.before());
        String after = Snapshot.text(step.after());
        stamp.step(ref, before, after);
        return Arrays.asList(number, place, ref.layer(), ref.id(), before, after);
    }

    /** Stamp of the newest changeset, empty where there is none. */
    public String lastStamp() {
        return session.find(
                        "SELECT stamp FROM " + Tables.CHANGESET + " ORDER BY fid DESC LIMIT 1",
                        List.of(),
                        row -> row.getString(1))
                .orElse("");
    }

    /** Number of the changeset with a stamp; 0 for the beginning, which has none. Nothing where this plan never had the stamp. */
    public Optional<Long> numberOf(String stamp) {
        return stamp.isEmpty()
                ? Optional.of(0L)
                : session.find(
                        "SELECT fid FROM " + Tables.CHANGESET + " WHERE stamp = ?",
                        List.of(stamp),
                        row -> row.getLong(1));
    }

    /** Stamp of the newest changeset that touched a layer, empty where none has. */
    public String stampOf(String layer) {
        return session.find(
                        "SELECT s.stamp FROM " + Tables.LAYER + " l JOIN " + Tables.CHANGESET
                                + " s ON s.fid = l.changeset WHERE l.layer = ?",
                        List.of(layer),
                        row -> row.getString(1))
                .orElse("");
    }

    /** Stamp of the newest changeset that touched a feature; the plan's newest where none has, as for one just written from outside. */
    public String stampOf(FeatureRef ref) {
        return session.find(
                        "SELECT s.stamp FROM " + Tables.CHANGE + " c JOIN " + Tables.CHANGESET
                                + " s ON s.fid = c.changeset WHERE c.feature = ? AND c.layer = ? ORDER BY s.fid DESC LIMIT 1",
                        List.of(ref.id(), ref.layer()),
                        row -> row.getString(1))
                .orElseGet(this::lastStamp);
    }

    public Optional<HistoryEntry> find(long number) {
        return entries(HEAD + " WHERE s.fid = ?", List.of(number), Integer.MAX_VALUE).stream()
                .findFirst();
    }

    /** The changeset that an author's client gave this id. */
    public Optional<HistoryEntry> asked(String author, String request) {
        return entries(HEAD + " WHERE s.request = ? AND s.author = ?", List.of(request, author), Integer.MAX_VALUE)
                .stream()
                .findFirst();
    }

    /** A changeset without its steps. */
    public Optional<HistoryEntry> head(long number) {
        return entries(HEAD + " WHERE s.fid = ?", List.of(number), 0).stream().findFirst();
    }

    /** Changesets after a number, oldest first, each with its first steps. */
    public List<HistoryEntry> since(long number, int limit, int mostSteps) {
        return entries(HEAD + " WHERE s.fid > ? ORDER BY s.fid LIMIT " + limit, List.of(number), mostSteps);
    }

    /** The newest changesets, newest first, each with its first steps. */
    public List<HistoryEntry> latest(int limit, int mostSteps) {
        return entries(HEAD + " ORDER BY s.fid DESC LIMIT " + limit, List.of(), mostSteps);
    }

    /** How many features a changeset touched. */
    public long countSteps(long number) {
        return session.number("SELECT count(*) FROM " + Tables.CHANGE + " WHERE changeset = ?", List.of(number));
    }

    /** What happened to one feature, newest first; each entry has only that feature's step. */
    public List<HistoryEntry> of(FeatureRef ref) {
        LayerType layer = session.catalogue().get(ref.layer());
        return session.list(
                "SELECT " + COLUMNS + ", c.before, c.after FROM " + Tables.CHANGE
                        + " c JOIN "
                        + Tables.CHANGESET
                        + " s ON s.fid = c.changeset WHERE c.feature = ? AND c.layer = ? ORDER BY s.fid DESC, c.step DESC",
                List.of(ref.id(), ref.layer()),
                row -> entry(
                        row,
                        List.of(new HistoryEntry.Step(
                                ref,
                                Snapshot.feature(layer, ref.id(), row.getString(9)),
                                Snapshot.feature(layer, ref.id(), row.getString(10))))));
    }

    /** Features that changesets after a number have touched. */
    public Set<FeatureRef> touchedSince(long number) {
        Set<FeatureRef> touched = new HashSet<>();
        session.each(
                "SELECT DISTINCT layer, feature FROM " + Tables.CHANGE + " WHERE changeset > ?",
                List.of(number),
                row -> new FeatureRef(row.getString(1), row.getLong(2)),
                touched::add);
        return touched;
    }

    /** Number of the newest changeset, 0 if there is none. */
    public long lastNumber() {
        return session.number("SELECT coalesce(max(fid), 0) FROM " + Tables.CHANGESET, List.of());
    }

    /** Layers that a changeset or a newer one touched. */
    public List<String> layersSince(long number) {
        return layerVersions().entrySet().stream()
                .filter(layer -> layer.getValue() >= number)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The newest changeset that touched each layer; layers never touched are missing. */
    public Map<String, Long> layerVersions() {
        Map<String, Long> versions = new LinkedHashMap<>();
        session.each(
                "SELECT layer, changeset FROM " + Tables.LAYER,
                List.of(),
                row -> Map.entry(row.getString(1), row.getLong(2)),
                entry -> versions.put(entry.getKey(), entry.getValue()));
        return versions;
    }

    /**
     * The author's newest changeset whose effect stands: neither an undo nor taken back by one that itself stands. An undo that was
     * undone (a redo) makes its changeset stand again.
     */
    public Optional<Long> lastUndoable(String author) {
        return undoState(author).undoable();
    }

    /** The author's newest undo that can be taken back: one that stands, with no newer changeset of the author's own. */
    public Optional<Long> lastRedoable(String author) {
        return undoState(author).redoable();
    }

    private UndoState undoState(String author) {
        List<UndoState.Line> lines = session.list(
                "SELECT fid, undoes FROM " + Tables.CHANGESET
                        + " WHERE author = ? AND origin = ? ORDER BY fid DESC LIMIT 1000",
                List.of(author, Origin.PERSON.code()),
                row -> {
                    long undoes = row.getLong(2);
                    Long target = row.wasNull() ? null : Long.valueOf(undoes);
                    return new UndoState.Line(row.getLong(1), target);
                });
        return UndoState.of(lines);
    }

    private List<HistoryEntry> entries(String sql, List<Object> parameters, int mostSteps) {
        List<HistoryEntry> heads = session.list(sql, parameters, row -> entry(row, List.of()));
        if (mostSteps == 0) {
            return heads;
        }
        List<HistoryEntry> entries = new ArrayList<>();
        for (HistoryEntry head : heads) {
            entries.add(head.with(steps(head.number(), mostSteps)));
        }
        return entries;
    }

    private List<HistoryEntry.Step> steps(long number, int most) {
        return session
                .list(
                        "SELECT layer, feature, before, after FROM " + Tables.CHANGE
                                + " WHERE changeset = ? AND step < " + most + " ORDER BY step",
                        List.of(number),
                        this::step)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A layer that has left the catalogue keeps its history in the store, but nobody can show it. */
    private Optional<HistoryEntry.Step> step(ResultSet row) throws SQLException {
        long id = row.getLong(2);
        String before = row.getString(3);
        String after = row.getString(4);
        return session.catalogue()
                .find(row.getString(1))
                .map(layer -> new HistoryEntry.Step(
                        new FeatureRef(layer.id(), id),
                        Snapshot.feature(layer, id, before),
                        Snapshot.feature(layer, id, after)));
    }

    private static HistoryEntry entry(ResultSet row, List<HistoryEntry.Step> steps) throws SQLException {
        long undoes = row.getLong(5);
        Long undone = row.wasNull() ? null : Long.valueOf(undoes);
        var heading =
                new Heading(row.getString(2), row.getString(3), Origin.of(row.getString(6)), undone, row.getString(7));
        return new HistoryEntry(row.getLong(1), heading, Instant.parse(row.getString(4)), row.getString(8), steps);
    }
}

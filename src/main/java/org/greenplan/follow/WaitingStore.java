package org.greenplan.follow;

import java.util.List;
import java.util.Optional;
import org.greenplan.history.HistoryStore;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;
import org.greenplan.store.Part;

/**
 * Which changesets wait for the followers that are built behind the transaction. It is noted in the transaction of the changeset itself,
 * so what waits is in the plan, whenever the program ends.
 */
record WaitingStore(Session session) {
    private static final String TABLE = "greenplan_behind";

    /** The table, in plans that have such followers. */
    static final Part PART = new Part(
            "behind",
            Part.Version.FIRST,
            List.of(new Table(
                    TABLE,
                    "待计算 waiting to be built",
                    null,
                    List.of(Table.text("part"), Table.integer("changeset"), Table.text("needs"), Table.integer("done")),
                    List.of("part"))),
            List.of());

    /** What a part needs to be true for a changeset. */
    enum Needs {
        /** What depends on the features that it touched. */
        STEPS,
        /** All of it. */
        ALL,
        /** All of it, and what stands there holds for no changeset: it was built by an older method, or never. */
        ANEW
    }

    /**
     * A changeset that waits for a part.
     *
     * @param done how many of the changeset's steps are in it already
     */
    record Waiting(long number, long changeset, Needs needs, long done) {}

    void note(Part part, long changeset, Needs needs) {
        session.insert(
                TABLE,
                List.of("part", "changeset", "needs", "done"),
                List.of(part.name(), changeset, needs.name(), 0L));
    }

    /** The oldest changeset that waits for a part. */
    Optional<Waiting> first(Part part) {
        return find("part = ?", part);
    }

    /** Whether one that waits needs all of the part; what waits before it need not be built any more. */
    boolean needsAll(Part part) {
        return find("part = ? AND needs <> 'STEPS'", part).isPresent();
    }

    private Optional<Waiting> find(String condition, Part part) {
        return session.find(
                "SELECT fid, changeset, needs, done FROM " + TABLE + " WHERE " + condition + " ORDER BY fid LIMIT 1",
                List.of(part.name()),
                row -> new Waiting(row.getLong(1), row.getLong(2), Needs.valueOf(row.getString(3)), row.getLong(4)));
    }

    /** So many steps of a waiting changeset are built. */
    void built(Waiting waiting, long done) {
        session.execute("UPDATE " + TABLE + " SET done = ? WHERE fid = ?", List.of(done, waiting.number()));
    }

    /** All is built up to a changeset. */
    void builtUpTo(Part part, long changeset) {
        session.execute("DELETE FROM " + TABLE + " WHERE part = ? AND changeset <= ?", List.of(part.name(), changeset));
    }

    /** The newest changeset that a part is true for; nothing while it is in the middle of one, or has never been built. */
    Optional<Long> trueFor(Part part) {
        Optional<Waiting> first = first(part);
        if (first.isEmpty()) {
            return Optional.of(new HistoryStore(session).lastNumber());
        }
        boolean none = first.get().done() > 0
                || find("part = ? AND needs = 'ANEW'", part).isPresent();
        return none
                ? Optional.empty()
                : Optional.of(session.number(
                        "SELECT coalesce(max(fid), 0) FROM " + Tables.CHANGESET + " WHERE fid < ?",
                        List.of(first.get().changeset())));
    }
}

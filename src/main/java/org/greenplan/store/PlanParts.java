package org.greenplan.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.greenplan.sql.Tables;

/** Which parts a stored plan has, and in which versions. */
public record PlanParts(Map<String, Part.Version> versions) {
    public PlanParts {
        versions = Map.copyOf(versions);
    }

    /** As the session sees them; a plan of program 0.1.0 has them all in their first version. */
    public static PlanParts read(Session session) {
        try {
            return session.dialect().columns(session.connection(), Tables.PART).isEmpty()
                    ? new PlanParts(Map.of())
                    : stored(session);
        } catch (SQLException e) {
            throw new StoreFailure(Tables.PART, e);
        }
    }

    /** As the table of parts has them, where there is one. */
    static PlanParts stored(Session session) {
        Map<String, Part.Version> versions = new LinkedHashMap<>();
        session.each(
                "SELECT name, schema, method FROM " + Tables.PART,
                List.of(),
                row -> Map.entry(row.getString(1), new Part.Version(row.getInt(2), row.getInt(3))),
                part -> versions.put(part.getKey(), part.getValue()));
        return new PlanParts(versions);
    }

    /** The version of a part; the first where the plan says nothing. */
    public Part.Version of(Part part) {
        return versions.getOrDefault(part.code(), Part.Version.FIRST);
    }

    /** Whether a part's tables are older than this program's. */
    boolean needsMigration() {
        return List.of(Part.values()).stream()
                .anyMatch(part -> of(part).schema() < part.current().schema());
    }

    /** Whether a part's figures were counted by an older method than this program's. */
    public boolean needsRecount(Part part) {
        return of(part).method() < part.current().method();
    }

    /** Why this program may look at the plan and not write it: a part that is newer, or that it does not know. */
    public Optional<Words> newer() {
        for (var stored : versions.entrySet()) {
            boolean known = List.of(Part.values()).stream()
                    .anyMatch(part -> part.code().equals(stored.getKey())
                            && !stored.getValue().isNewerThan(part.current()));
            if (!known) {
                return Optional.of(Words.of(
                        "这个规划由较新版本的青绿规划写成(" + stored.getKey() + " "
                                + stored.getValue().schema() + "."
                                + stored.getValue().method()
                                + "),本程序只能查看,不能修改。请升级程序。",
                        "A newer Greenplan has written this plan (" + stored.getKey() + " "
                                + stored.getValue().schema() + "."
                                + stored.getValue().method()
                                + "): this program can show it, not change it. Get the newer program."));
            }
        }
        return Optional.empty();
    }

    /** Notes that a part's figures are counted by this program's method now. */
    public static void recounted(Session session, Part part) {
        put(
                session,
                part,
                new Part.Version(
                        stored(session).of(part).schema(), part.current().method()));
    }

    static void put(Session session, Part part, Part.Version version) {
        int found = session.execute(
                "UPDATE " + Tables.PART + " SET schema = ?, method = ? WHERE name = ?",
                List.of(version.schema(), version.method(), part.code()));
        if (found == 0) {
            session.insert(
                    Tables.PART,
                    List.of("name", "schema", "method"),
                    List.of(part.code(), version.schema(), version.method()));
        }
    }
}

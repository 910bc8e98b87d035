package org.greenplan.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;

/**
 * Which parts a stored plan has, and in which versions.
 *
 * @param known the parts that this program knows
 */
public record PlanParts(List<Part> known, Map<String, Part.Version> versions) {
    /** The figures of a part that the plan has only just been given: no method has counted them. */
    private static final int NOT_COUNTED = 0;

    public PlanParts {
        known = List.copyOf(known);
        versions = Map.copyOf(versions);
    }

    /** As the session sees them. A part that the plan says nothing of and has tables of is as program 0.1.0 made it. */
    public static PlanParts read(Session session, Blueprint blueprint) {
        Map<String, Part.Version> versions = session.has(Tables.PART) ? stored(session) : new LinkedHashMap<>();
        for (Part part : blueprint.parts()) {
            if (part.tables().stream().anyMatch(table -> session.has(table.name()))) {
                versions.putIfAbsent(part.name(), Part.Version.FIRST);
            }
        }
        return new PlanParts(blueprint.parts(), versions);
    }

    /** As a plan says itself that has all tables of this program. */
    static PlanParts said(Session session, Blueprint blueprint) {
        return new PlanParts(blueprint.parts(), stored(session));
    }

    private static Map<String, Part.Version> stored(Session session) {
        Map<String, Part.Version> versions = new LinkedHashMap<>();
        session.each(
                "SELECT name, schema, method FROM " + Tables.PART,
                List.of(),
                row -> Map.entry(row.getString(1), new Part.Version(row.getInt(2), row.getInt(3))),
                part -> versions.put(part.getKey(), part.getValue()));
        return versions;
    }

    /** The version of a part; nothing where the plan lacks it. */
    public Optional<Part.Version> of(Part part) {
        return Optional.ofNullable(versions.get(part.name()));
    }

    /** Whether a part's tables are older than this program's; those that are not there yet are not. */
    boolean needsMigration() {
        return known.stream().anyMatch(this::isOlder);
    }

    /** The greatest version to which a part's tables are brought up. */
    int broughtUpTo() {
        return known.stream()
                .filter(this::isOlder)
                .mapToInt(part -> part.current().schema())
                .max()
                .orElse(0);
    }

    private boolean isOlder(Part part) {
        return of(part).filter(found -> found.schema() < part.current().schema())
                .isPresent();
    }

    /** Whether figures were counted by an older method than this program's, or not at all. */
    public boolean needsRecount() {
        return known.stream()
                .filter(Part::isStored)
                .anyMatch(part -> method(part) < part.current().method());
    }

    private int method(Part part) {
        return of(part).map(Part.Version::method).orElse(NOT_COUNTED);
    }

    /** Why this program may look at the plan and not write it: a part that is newer, or that it does not know. */
    public Optional<Words> newer() {
        for (var stored : versions.entrySet()) {
            boolean fit = known.stream()
                    .anyMatch(part -> part.name().equals(stored.getKey())
                            && !stored.getValue().isNewerThan(part.current()));
            if (!fit) {
                return Optional.of(Words.of(
                        "这个规划由较新版本的青绿规划写成(" + stored.getKey() + " "
                                + stored.getValue().schema() + "."
                                + stored.getValue().method()
                                + ")，本程序只能查看，不能修改。请升级程序。",
                        "A newer Greenplan has written this plan (" + stored.getKey() + " "
                                + stored.getValue().schema() + "."
                                + stored.getValue().method()
                                + "): this program can show it, not change it. Get the newer program."));
            }
        }
        return Optional.empty();
    }

    /** Runs what brings the tables of older parts up, each part's steps in their order. */
    void bringUp(Session session) {
        for (Part part : known) {
            of(part).ifPresent(found -> part.steps().stream()
                    .filter(step -> found.schema() <= step.from())
                    .forEach(step -> step.work().in(session, part.tables())));
        }
    }

    /**
     * Notes that all tables are this program's.
     *
     * @param isNew whether nothing was there before; the figures of an older plan are older until they have been counted anew
     */
    void broughtUp(Session session, boolean isNew) {
        for (Part part : known) {
            if (part.isStored()) {
                put(
                        session,
                        part,
                        new Part.Version(
                                part.current().schema(), isNew ? part.current().method() : method(part)));
            }
        }
    }

    /** Notes that all figures are counted by this program's methods now. */
    public static void recounted(Session session, Blueprint blueprint) {
        blueprint.parts().stream().filter(Part::isStored).forEach(part -> put(session, part, part.current()));
    }

    private static void put(Session session, Part part, Part.Version version) {
        int found = session.execute(
                "UPDATE " + Tables.PART + " SET schema = ?, method = ? WHERE name = ?",
                List.of(version.schema(), version.method(), part.name()));
        if (found == 0) {
            session.insert(
                    Tables.PART,
                    List.of("name", "schema", "method"),
                    List.of(part.name(), version.schema(), version.method()));
        }
    }
}

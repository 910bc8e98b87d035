package org.greenplan.shelf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenplan.plan.PlanRecords;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;

/** The schemas beside a plan's own, as its connection may see them. */
record SchemaStore(Session session) {
    private static final int MOST_LISTED = 100;

    /** All names of schemas that are taken. */
    Set<String> names() {
        return new HashSet<>(
                session.list("SELECT nspname FROM pg_catalog.pg_namespace", List.of(), row -> row.getString(1)));
    }

    /** The schemas with a plan that this user may read. */
    List<Shelf.Entry> plans() {
        List<String> schemas = session.list(
                "SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relname = ? AND c.relkind = 'r' AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')"
                        + " AND pg_catalog.has_table_privilege(c.oid, 'SELECT') ORDER BY 1 LIMIT " + MOST_LISTED,
                List.of(Tables.CHANGESET),
                row -> row.getString(1));
        List<Shelf.Entry> plans = new ArrayList<>();
        schemas.forEach(schema -> plans.add(entry(schema)));
        return plans;
    }

    /** As much as a list of plans shows. */
    private Shelf.Entry entry(String schema) {
        var older = new Shelf.Entry(schema, "", null);
        boolean says = session.find(
                        "SELECT 1 FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND column_name = ?",
                        List.of(schema, PlanRecords.IDENTITY, "title_zh"),
                        row -> true)
                .isPresent();
        if (!says) {
            return older;
        }
        String table = Session.quoted(schema) + "." + Session.quoted(PlanRecords.IDENTITY);
        return session.find(
                        "SELECT title_zh, coalesce(title_en, title_zh), district_zh,"
                                + " coalesce(district_en, district_zh), year, plan_id FROM " + table + " ORDER BY fid",
                        List.of(),
                        row -> new Shelf.Entry(
                                schema,
                                row.getString(6),
                                new Shelf.Said(
                                        Words.of(row.getString(1), row.getString(2)),
                                        Words.of(row.getString(3), row.getString(4)),
                                        row.getInt(5))))
                .orElse(older);
    }
}

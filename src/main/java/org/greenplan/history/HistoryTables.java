package org.greenplan.history;

import static org.greenplan.sql.Table.integer;
import static org.greenplan.sql.Table.text;

import java.util.List;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;
import org.greenplan.store.Part;

/** The desk's own part of a plan: what goes with the tables of features and records, whatever their layers and kinds. */
public final class HistoryTables {
    public static final Part PART = new Part(
            "plan",
            new Part.Version(2, 1),
            List.of(changeset(), change(), layer(), outside(), told()),
            List.of(new Part.Step(1, OriginsAndStamps::add)));

    private HistoryTables() {}

    private static Table changeset() {
        return new Table(
                Tables.CHANGESET,
                "变更集 changesets",
                null,
                List.of(
                        text("author"),
                        text("comment"),
                        text("at"),
                        integer("undoes"),
                        text("origin"),
                        text("stamp"),
                        text("nonce"),
                        text("request")),
                List.of("author", "undoes", "stamp", "request"));
    }

    private static Table change() {
        return new Table(
                Tables.CHANGE,
                "变更 changes",
                null,
                List.of(
                        integer("changeset"),
                        integer("step"),
                        text("layer"),
                        integer("feature"),
                        text("before"),
                        text("after")),
                List.of("changeset", "feature"));
    }

    private static Table layer() {
        return new Table(
                Tables.LAYER,
                "图层版本 layer versions",
                null,
                List.of(text("layer"), integer("changeset")),
                List.of("layer"));
    }

    private static Table outside() {
        return new Table(
                Tables.OUTSIDE,
                "外部编辑 outside edits",
                null,
                List.of(text("layer"), integer("feature"), text("op"), text("old_box"), text("new_box")),
                List.of());
    }

    private static Table told() {
        return new Table(
                Tables.TOLD,
                "外部编辑须知 told of outside edits",
                null,
                List.of(
                        integer("changeset"),
                        text("layer"),
                        integer("feature"),
                        text("kind"),
                        text("zh"),
                        text("en"),
                        text("wrote")),
                List.of("changeset"));
    }
}

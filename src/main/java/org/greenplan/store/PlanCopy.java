package org.greenplan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A plan copied row by row into a new one of the same or the other store: all that its catalogue describes and all of its
 * parts, with their versions. It is one state of the plan, read while others go
 * on writing, and one transaction of the copy: there is all of it or nothing.
 */
public record PlanCopy(Database plan) {
    private static final int PORTION = 1000;

    /**
     * Makes the copy in a schema of a PostGIS database, where no plan may be yet.
     *
     * @param schema null for the first one that a connection looks into
     * @return what stays behind, for whoever makes the copy: what the catalogue no longer names
     */
    public List<Words> toPostgis(String jdbcUrl, @Nullable String schema) {
        return copied(from -> Database.newPostgis(jdbcUrl, schema, plan.blueprint(), to -> fill(from, to)));
    }

    /** Makes the copy in a new file. */
    List<Words> toGeoPackage(java.nio.file.Path file) {
        return copied(from -> Database.newGeoPackage(file, plan.blueprint(), to -> fill(from, to)));
    }

    private List<Words> copied(Database.Work<Database> making) {
        return plan.read(from -> {
            requireKnown(from);
            making.run(from).close();
            return left(from);
        });
    }

    /** A newer program may keep what this one knows nothing of: the copy would not be the plan. */
    private void requireKnown(Session from) {
        PlanParts.read(from, plan.blueprint()).newer().ifPresent(newer -> {
            throw new Problem.Invalid(
                    Words.of(
                            newer.zh() + "复制或备份请用较新的程序或 pg_dump。",
                            newer.en() + " Make the copy with it, or with pg_dump."),
                    null);
        });
    }

    /** Layers and attributes that stand in the plan and not in the catalogue: their history comes along, their tables do not. */
    private List<Words> left(Session from) {
        try {
            Set<String> left = new TreeSet<>();
            for (String layer :
                    from.list("SELECT DISTINCT layer FROM " + Tables.LAYER, List.of(), row -> row.getString(1))) {
                boolean there =
                        !from.dialect().columns(from.connection(), layer).isEmpty();
                if (there && plan.catalogue().find(layer).isEmpty()) {
                    left.add(layer);
                }
            }
            for (Table table : plan.blueprint().tables()) {
                Set<String> columns = new TreeSet<>(
                        from.dialect().columns(from.connection(), table.name()).keySet());
                columns.removeAll(List.of("fid", "geom"));
                table.columns().forEach(column -> columns.remove(column.name()));
                columns.forEach(column -> left.add(table.name() + "." + column));
            }
            return left.stream()
                    .map(
                            name -> Words.of(
                                    "图层目录中没有 " + name + "，未复制。请在目录中加上它，或用 pg_dump。",
                                    name
                                            + " is not in the catalogue and not in the copy. Add it to the catalogue, or use pg_dump."))
                    .toList();
        } catch (SQLException e) {
            throw new StoreFailure("copy", e);
        }
    }

    private void fill(Session from, Session to) {
        try {
            // The copy's tables, and with them its mark of the writer, are a moment old.
            to.dialect().markOwn(to.connection());
            // Which method counted the figures is a row of the plan like others.
            to.execute("DELETE FROM " + Tables.PART, List.of());
            // The copy is described in the same words, whoever makes it.
            to.execute("DELETE FROM " + Tables.CATALOGUE, List.of());
            for (Table table : plan.blueprint().tables()) {
                if (!table.name().equals(Tables.WRITER)) {
                    copy(table, from, to);
                }
            }
            for (Table table : plan.blueprint().tables()) {
                keepNumbers(table.name(), to);
            }
            to.dialect()
                    .finish(
                            to.connection(),
                            plan.catalogue().layers(),
                            plan.blueprint().tables());
        } catch (SQLException e) {
            throw new StoreFailure("copy", e);
        }
    }

    private static void copy(Table table, Session from, Session to) {
        List<String> names = new ArrayList<>(List.of("fid"));
        if (table.geometry() != null) {
            names.add("geom");
        }
        table.columns().forEach(column -> names.add(column.name()));
        List<String> read = names.stream()
                .map(name -> name.equals("geom") ? from.dialect().geometryColumn() : Session.quoted(name))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        from.each(
                "SELECT " + String.join(", ", read) + " FROM " + Session.quoted(table.name()) + " ORDER BY fid",
                List.of(),
                row -> values(table, from.dialect(), row),
                row -> {
                    rows.add(row);
                    if (rows.size() == PORTION) {
                        to.insertMany(table.name(), names, rows);
                        rows.clear();
                    }
                });
        to.insertMany(table.name(), names, rows);
    }

    private static List<@Nullable Object> values(Table table, Dialect dialect, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        int at = 1;
        values.add(dialect.read(row, at++, AttributeType.INTEGER));
        GeometryKind kind = table.geometry();
        if (kind != null) {
            values.add(asStored(kind, dialect.shape(row, at++)));
        }
        for (Table.Column column : table.columns()) {
            values.add(dialect.read(row, at++, column.type()));
        }
        return values;
    }

    /** Another program may have written a single shape into a file, where nothing keeps it from that; a server takes several only. */
    private static @Nullable Geometry asStored(GeometryKind kind, @Nullable Geometry shape) {
        if (kind == GeometryKind.POLYGON && shape instanceof Polygon one) {
            return shape.getFactory().createMultiPolygon(new Polygon[] {one});
        }
        return kind == GeometryKind.LINE && shape instanceof LineString one
                ? shape.getFactory().createMultiLineString(new LineString[] {one})
                : shape;
    }

    /** Numbers go on above the copied ones; one that a deleted feature had is not given again in the copy either. */
    private static void keepNumbers(String table, Session to) throws SQLException {
        long used = to.number(
                "SELECT coalesce(max(feature), 0) FROM " + Tables.CHANGE + " WHERE layer = ? AND feature <= "
                        + Dialect.GREATEST_NUMBER,
                List.of(table));
        to.dialect().advanceNumbers(to.connection(), table, used);
    }
}

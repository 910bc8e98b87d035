package org.greenplan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;

/**
 * A sound copy of a plan as one GeoPackage, made of one state of it while others go on writing: features, history with its stamps and
 * ledger. A file without a log beside it, so that QGIS opens it from a read-only folder.
 */
public record PlanBackup(Database plan) {
    private static final int PORTION = 1000;

    /**
     * Writes the copy; a file that is there already is never written over.
     *
     * @return what stays in the database alone, for whoever makes the copy: what its catalogue no longer names
     */
    public List<Words> write(Path to) {
        if (Files.exists(to)) {
            throw new Problem.Invalid(
                    Words.of("文件 " + to + " 已存在。请换一个名称。", "The file " + to + " is there already. Choose another name."),
                    null);
        }
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Problem.Invalid(Words.of("文件夹不存在:" + folder, "There is no folder " + folder), null);
        }
        Path part = to.resolveSibling(
                to.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try {
                List<Words> left = List.of();
                if (plan.file().isPresent()) {
                    GeoPackageConnections.copy(plan.file().get(), part);
                } else {
                    requireKnown();
                    left = plan.read(this::left);
                    copyTables(part);
                }
                Files.move(part, to);
                return left;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A newer program may keep what this one knows nothing of: the copy would not be the plan. */
    private void requireKnown() {
        plan.<PlanParts>read(PlanParts::read).newer().ifPresent(newer -> {
            throw new Problem.Invalid(
                    Words.of(
                            newer.zh() + "备份请用较新的程序或 pg_dump。",
                            newer.en() + " Make the backup with it, or with pg_dump."),
                    null);
        });
    }

    /** Layers and attributes that stand in the database and not in the catalogue: their history comes along, their tables do not. */
    private List<Words> left(Session session) {
        try {
            Set<String> left = new TreeSet<>();
            for (String layer :
                    session.list("SELECT DISTINCT layer FROM " + Tables.LAYER, List.of(), row -> row.getString(1))) {
                boolean there =
                        !session.dialect().columns(session.connection(), layer).isEmpty();
                if (there && plan.catalogue().find(layer).isEmpty()) {
                    left.add(layer);
                }
            }
            for (Table table : Tables.all(plan.catalogue())) {
                Set<String> columns = new TreeSet<>(session.dialect()
                        .columns(session.connection(), table.name())
                        .keySet());
                columns.removeAll(List.of("fid", "geom"));
                table.columns().forEach(column -> columns.remove(column.name()));
                columns.forEach(column -> left.add(table.name() + "." + column));
            }
            return left.stream()
                    .map(name -> Words.of(
                            "图层目录中没有 " + name + ",未备份。请在目录中加上它,或用 pg_dump。",
                            name + " is not in the catalogue and not in the backup. Add it to the catalogue, or use"
                                    + " pg_dump."))
                    .toList();
        } catch (SQLException e) {
            throw new StoreFailure("backup", e);
        }
    }

    private void copyTables(Path file) {
        try (Database copy = Database.geoPackage(file, plan.catalogue())) {
            plan.<Boolean>read(from -> copy.write(to -> {
                for (Table table : Tables.all(plan.catalogue())) {
                    if (!table.name().equals(Tables.WRITER) && !table.name().equals(Tables.PART)) {
                        copy(table, from, to);
                    }
                }
                plan.catalogue().layers().forEach(layer -> keepNumbers(layer.id(), to));
                return true;
            }));
        }
        // Opening measures the extents of what lies there now.
        Database.geoPackage(file, plan.catalogue()).close();
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
        if (table.geometry() != null) {
            values.add(dialect.shape(row, at++));
        }
        for (Table.Column column : table.columns()) {
            values.add(dialect.read(row, at++, column.type()));
        }
        return values;
    }

    /** A number that a deleted feature had is not given again in the copy either. */
    private static void keepNumbers(String layer, Session to) {
        to.execute(
                "INSERT INTO sqlite_sequence(name, seq) SELECT ?1, 0"
                        + " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
                List.of(layer));
        to.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, (SELECT coalesce(max(feature), 0) FROM " + Tables.CHANGE
                        + " WHERE layer = ?1)) WHERE name = ?1",
                List.of(layer));
    }
}

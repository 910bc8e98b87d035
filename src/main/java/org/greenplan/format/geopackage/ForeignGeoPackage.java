package org.greenplan.format.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceLayer;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * A GeoPackage of somebody else. It is opened read-only and as unchanging, its own SQL (views, generated columns, triggers) is
 * never run, and only real tables are read: a file made to do harm has nothing with which to do it.
 */
record ForeignGeoPackage(SourceFile file) {
    private static final int MOST_LAYERS = 500;
    /** Longest text or shape: four million points. */
    private static final int LONGEST_BYTES = 64 << 20;

    /** What is done with an open file. */
    interface Reading<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Opens the file, reads, closes; what is wrong with the file becomes a Problem. */
    <T> T read(Reading<T> reading) {
        try (Connection connection = open()) {
            return reading.with(connection);
        } catch (SQLException e) {
            if (e.getErrorCode() == SQLiteErrorCode.SQLITE_TOOBIG.code) {
                throw file.broken(
                        "有一条记录超过 64 MB。请先简化或拆分该图形。",
                        "one record is larger than 64 MB. Simplify or split that shape first.");
            }
            throw damaged();
        }
    }

    Problem.Invalid damaged() {
        return file.broken(
                "GeoPackage 已损坏或不完整。请关闭正在编辑它的软件，重新复制，或用 QGIS 另存后再上传。",
                "the GeoPackage is damaged or incomplete. Close the program that edits it and copy it again,"
                        + " or save it anew with QGIS.");
    }

    List<SourceLayer> layers(boolean sideFiles) {
        return read(connection -> {
            List<Words> findings = new ArrayList<>();
            if (sideFiles) {
                findings.add(
                        Words.of(
                                "同名的 -wal 文件未读取，其中可能有尚未写入的修改。请关闭编辑软件后重新上传。",
                                "The -wal file beside it was not read; it may hold changes. Close the editing program and upload again."));
            }
            for (String table : List.of("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys")) {
                if (!isTable(connection, table)) {
                    throw file.broken(
                            "缺少 GeoPackage 的表 " + table + "。请用 QGIS 另存为 GeoPackage 后再上传。",
                            "the table " + table + " of a GeoPackage is missing. Save it as a GeoPackage with QGIS.");
                }
            }
            boolean ours = isTable(connection, "greenplan_changeset");
            List<Found> found = found(connection, findings);
            plainTables(connection, findings);
            List<SourceLayer> layers = new ArrayList<>();
            for (Found layer : found) {
                layers.add(layer(connection, layer, ours, findings));
            }
            if (layers.isEmpty()) {
                throw file.broken(
                        "其中没有矢量图层。请确认导出了要素图层。", "there are no layers of features in it. See that they were exported.");
            }
            return layers;
        });
    }

    private record Found(String table, String geometry, int srsId) {}

    private List<Found> found(Connection connection, List<Words> findings) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns NOT INDEXED LIMIT "
                                + MOST_LAYERS)) {
            while (rows.next()) {
                found.add(new Found(
                        String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2)), rows.getInt(3)));
            }
        }
        List<Found> real = new ArrayList<>();
        for (Found layer : found) {
            if (layer.table().startsWith("greenplan_")) {
                continue;
            }
            if (isTable(connection, layer.table())) {
                real.add(layer);
            } else {
                findings.add(Words.of(
                        "图层“" + layer.table() + "”是视图或不存在，未读取。请在 QGIS 中另存为普通图层。",
                        "The layer \"" + layer.table()
                                + "\" is a view or not there; it was not read. Save it as a plain layer."));
            }
        }
        return real;
    }

    private void plainTables(Connection connection, List<Words> findings) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_name FROM gpkg_contents NOT INDEXED WHERE data_type <> 'features' LIMIT 20")) {
            while (rows.next()) {
                String name = String.valueOf(rows.getString(1));
                if (!name.startsWith("greenplan_") && !name.equals("layer_styles")) {
                    names.add(name);
                }
            }
        }
        if (!names.isEmpty()) {
            findings.add(Words.of(
                    "没有图形的表未读取：" + String.join("、", names) + "。",
                    "Tables without shapes were not read: " + String.join(", ", names) + "."));
        }
    }

    private SourceLayer layer(Connection connection, Found found, boolean ours, List<Words> findings)
            throws SQLException {
        List<Words> ownFindings = new ArrayList<>(findings);
        Optional<DeclaredCrs> crs = crs(connection, found.srsId());
        if (crs.isEmpty()) {
            ownFindings.add(Words.of(
                    "图层“" + found.table() + "”没有写明坐标系。",
                    "The layer \"" + found.table() + "\" does not state its coordinate system."));
        }
        List<ForeignColumn> columns = ForeignColumn.of(connection, found.table(), found.geometry(), ownFindings);
        return new GeoPackageLayer(this, found.table(), found.geometry(), columns, crs, ours, ownFindings);
    }

    private Optional<DeclaredCrs> crs(Connection connection, int srsId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys NOT INDEXED WHERE srs_id = ?")) {
            statement.setInt(1, srsId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || srsId == 0 || srsId == -1) {
                    return Optional.empty();
                }
                boolean registered = "EPSG".equalsIgnoreCase(row.getString(1)) && row.getInt(2) > 0;
                String text = row.getString(3);
                String wkt = text == null || text.isBlank() || text.equalsIgnoreCase("undefined") ? null : text;
                if (!registered && wkt == null) {
                    return Optional.empty();
                }
                String name = file.name() + ", srs_id " + srsId;
                return Optional.of(
                        new DeclaredCrs(registered ? Integer.valueOf(row.getInt(2)) : null, wkt, Words.of(name, name)));
            }
        }
    }

    /** True for a table with content of its own; views and virtual tables have no page in the file. */
    static boolean isTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = ? COLLATE NOCASE")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(LONGEST_BYTES));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
        // Unchanging: no lock, no journal and no -wal is looked for beside it.
        Connection connection = config.createConnection(
                "jdbc:sqlite:" + file.path().toUri().toString().replace("file://", "file:") + "?immutable=1");
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA cell_size_check = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}

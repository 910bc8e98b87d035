package org.greenplan.format.geopackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.PlotId;
import org.greenplan.format.ReadMe;
import org.greenplan.format.Scratch;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.SQLiteConfig;

/** Writes one GeoPackage with a table for each layer, its index, its style in QGIS, and a read-me table. */
public final class GeoPackageWriter implements FormatWriter {
    private static final String READ_ME = "readme";

    @Override
    public String id() {
        return GeoPackageReader.ID;
    }

    @Override
    public Words title() {
        return Words.of("GeoPackage(QGIS)", "GeoPackage (QGIS)");
    }

    @Override
    public List<Words> limits() {
        return List.of(Words.of("不含修改历史。", "Without the history of changes."));
    }

    @Override
    public String extension() {
        return "gpkg";
    }

    @Override
    public String mediaType() {
        return "application/geopackage+sqlite3";
    }

    @Override
    public Coordinates coordinates() {
        return Coordinates.ANY;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    /** The file can only be written as a whole, so it lies in the temporary folder until it leaves. */
    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        options.requireKnown(options());
        Path file = Scratch.newFile("written", ".gpkg");
        try {
            long written = write(plan, rows, file);
            Files.copy(file, out);
            out.flush();
            return written;
        } catch (SQLException e) {
            throw new IOException("the GeoPackage could not be written", e);
        } finally {
            Files.delete(file);
        }
    }

    private static long write(TargetPlan plan, TargetRows rows, Path file) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        // Nobody sees the file before it is whole: what a crash leaves of it is thrown away.
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            connection.setAutoCommit(false);
            GeoPackageTables.prepare(connection);
            GeoPackageTables.system(connection, plan.crs());
            long written = 0;
            for (TargetLayer layer : plan.layers()) {
                written += write(connection, plan, layer, rows);
            }
            readMe(connection, plan);
            QgisStyles.write(
                    connection, plan.layers().stream().map(TargetLayer::type).toList());
            GeoPackageTables.execute(
                    connection,
                    "UPDATE gpkg_contents SET last_change = ?",
                    plan.exportedAt().toString().replaceFirst("(:\\d\\d)Z$", "$1.000Z"));
            connection.commit();
            return written;
        }
    }

    private static long write(Connection connection, TargetPlan plan, TargetLayer layer, TargetRows rows)
            throws SQLException, IOException {
        String table = layer.type().id();
        List<TargetField> fields = fields(layer);
        GeoPackageTables.create(
                connection,
                table,
                layer.type().title().zh() + " " + layer.type().title().en(),
                layer.type().geometry(),
                plan.crs().srsId(),
                fields.stream()
                        .map(f -> new GeoPackageTables.Column(f.name(), GeoPackageTables.type(f.type())))
                        .toList());
        GeoPackageTables.spatialIndex(connection, table);
        long written;
        try (RowInsert insert = new RowInsert(connection, table, plan.crs().srsId(), fields)) {
            written = rows.each(layer, insert::row);
            Envelope bounds = insert.finish();
            if (!bounds.isNull()) {
                GeoPackageTables.execute(
                        connection,
                        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                        bounds.getMinX(),
                        bounds.getMinY(),
                        bounds.getMaxX(),
                        bounds.getMaxY(),
                        table);
            }
        }
        GeoPackageTables.keepSpatialIndex(connection, table);
        return written;
    }

    private static List<TargetField> fields(TargetLayer layer) {
        List<TargetField> fields = new ArrayList<>(layer.fields());
        if (fields.stream().noneMatch(f -> f.name().equals(PlotId.FIELD))) {
            fields.add(0, new TargetField(PlotId.FIELD, PlotId.FIELD, Words.of("地块标识", "Plot id"), AttributeType.TEXT));
        }
        return fields;
    }

    private static void readMe(Connection connection, TargetPlan plan) throws SQLException {
        GeoPackageTables.create(
                connection,
                READ_ME,
                "说明 read-me",
                null,
                0,
                List.of(
                        new GeoPackageTables.Column("title_zh", "TEXT"),
                        new GeoPackageTables.Column("text_zh", "TEXT"),
                        new GeoPackageTables.Column("title_en", "TEXT"),
                        new GeoPackageTables.Column("text_en", "TEXT")));
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + READ_ME + "(title_zh, text_zh, title_en, text_en) VALUES (?, ?, ?, ?)")) {
            for (ReadMe.Line line : ReadMe.of(plan)) {
                statement.setString(1, line.title().zh());
                statement.setString(2, line.text().zh());
                statement.setString(3, line.title().en());
                statement.setString(4, line.text().en());
                statement.executeUpdate();
            }
        }
    }
}

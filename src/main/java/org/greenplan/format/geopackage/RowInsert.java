package org.greenplan.format.geopackage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.greenplan.format.PlotId;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetRow;
import org.greenplan.geo.GeoPackageBlob;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Puts features into a table and their envelopes into its index, a thousand at a time. */
final class RowInsert implements AutoCloseable {
    private static final int BATCH = 1000;

    private final PreparedStatement features;
    private final PreparedStatement index;
    private final List<TargetField> fields;
    private final int srsId;
    private final Envelope bounds = new Envelope();
    private int waiting;

    RowInsert(Connection connection, String table, int srsId, List<TargetField> fields) throws SQLException {
        this.fields = fields;
        this.srsId = srsId;
        String columns =
                fields.stream().map(f -> GeoPackageTables.quoted(f.name())).collect(Collectors.joining(", "));
        this.features = connection.prepareStatement("INSERT INTO " + GeoPackageTables.quoted(table) + "(fid, geom, "
                + columns + ") VALUES (?, ?, " + String.join(", ", Collections.nCopies(fields.size(), "?")) + ")");
        this.index = connection.prepareStatement(
                "INSERT INTO " + GeoPackageTables.quoted(GeoPackageTables.index(table)) + " VALUES (?, ?, ?, ?, ?)");
    }

    void row(TargetRow row) throws IOException {
        try {
            features.setLong(1, row.id());
            features.setBytes(2, GeoPackageBlob.encode(row.shape(), srsId));
            for (int i = 0; i < fields.size(); i++) {
                String name = fields.get(i).name();
                Object value =
                        name.equals(PlotId.FIELD) ? row.plotId() : row.values().get(name);
                features.setObject(i + 3, stored(value));
            }
            features.addBatch();
            Envelope box = row.shape().getEnvelopeInternal();
            if (!box.isNull()) {
                bounds.expandToInclude(box);
                index.setLong(1, row.id());
                index.setDouble(2, box.getMinX());
                index.setDouble(3, box.getMaxX());
                index.setDouble(4, box.getMinY());
                index.setDouble(5, box.getMaxY());
                index.addBatch();
            }
            if (++waiting == BATCH) {
                send();
            }
        } catch (SQLException e) {
            throw new IOException("feature " + row.plotId() + " could not be written", e);
        }
    }

    /** Sends what still waits and tells the extent of all. */
    Envelope finish() throws SQLException {
        send();
        return bounds;
    }

    private void send() throws SQLException {
        features.executeBatch();
        index.executeBatch();
        waiting = 0;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    @Override
    public void close() throws SQLException {
        features.close();
        index.close();
    }
}

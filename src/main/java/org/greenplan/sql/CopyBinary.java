package org.greenplan.sql;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;

/** COPY BINARY (PostgreSQL manual, COPY, "Binary Format"): the fastest way of many rows into a table. */
final class CopyBinary {
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final int PORTION_BYTES = 1 << 16;

    private CopyBinary() {}

    /** Copies rows into a table, which is named as SQL has it. */
    static void insert(Connection connection, String table, List<String> columns, Iterable<List<@Nullable Object>> rows)
            throws SQLException {
        String sql = "COPY " + table + " (" + Session.quoted(columns) + ") FROM STDIN (FORMAT binary)";
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(buffer);
            out.write("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
            out.writeLong(0);
            for (List<@Nullable Object> row : rows) {
                out.writeShort(row.size());
                for (Object value : row) {
                    writeField(out, value);
                }
                if (buffer.size() > PORTION_BYTES) {
                    copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                    buffer.reset();
                }
            }
            out.writeShort(-1);
            copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
            copy.endCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void writeField(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else if (value instanceof Long number) {
            out.writeInt(8);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeInt(8);
            out.writeDouble(number);
        } else if (value instanceof Boolean bool) {
            out.writeInt(1);
            out.writeBoolean(bool);
        } else if (value instanceof LocalDate date) {
            out.writeInt(4);
            out.writeInt((int) (date.toEpochDay() - EPOCH.toEpochDay()));
        } else {
            byte[] bytes = value instanceof Geometry geometry
                    ? extended(geometry)
                    : value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static byte[] extended(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.setSRID(PostgisShapes.SRID);
        return new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true).write(copy);
    }
}

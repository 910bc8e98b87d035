package org.greenplan.format.shapefile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greenplan.format.TargetField;
import org.jspecify.annotations.Nullable;

/**
 * Writes a .dbf whose columns are just as wide as their values. The widths are known only after the last row, so rows wait in a
 * file of their own.
 */
final class DbfWriter implements Closeable {
    private static final int FIELD = 32;

    private final Path waiting;
    private final List<DbfColumn> columns;
    private final int languageId;
    private final DataOutputStream out;
    private int count;

    DbfWriter(Path waiting, List<TargetField> fields, Charset charset) throws IOException {
        this.waiting = waiting;
        this.columns = fields.stream().map(f -> new DbfColumn(f, charset)).toList();
        // With UTF-8 the byte stays empty and the .cpg speaks: dBASE knows no number for it.
        this.languageId = charset.equals(StandardCharsets.UTF_8) ? 0 : CodePages.LDID_GBK;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(waiting), 1 << 16));
    }

    List<DbfColumn> columns() {
        return columns;
    }

    void write(Map<String, @Nullable Object> values) throws IOException {
        for (DbfColumn column : columns) {
            byte[] value = column.take(values.get(column.field().name()));
            out.writeByte(value.length);
            out.write(value);
        }
        count++;
    }

    /** Writes the table; the rows have all been taken. */
    void finish(Path dbf, LocalDate date, long most) throws IOException {
        out.close();
        int headerBytes = FIELD * (columns.size() + 1) + 1;
        int rowBytes = 1 + columns.stream().mapToInt(DbfColumn::width).sum();
        if (rowBytes > 0xFFFF || headerBytes + (long) rowBytes * count > most) {
            throw ShpWriter.tooLarge(dbf.getFileName().toString());
        }
        try (OutputStream table = new BufferedOutputStream(Files.newOutputStream(dbf), 1 << 16);
                DataInputStream rows =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(waiting), 1 << 16))) {
            head(table, date, headerBytes, rowBytes);
            for (int i = 0; i < count; i++) {
                table.write(' ');
                for (DbfColumn column : columns) {
                    table.write(column.filled(rows.readNBytes(rows.readUnsignedByte())));
                }
            }
            table.write(0x1A);
        }
    }

    private void head(OutputStream table, LocalDate date, int headerBytes, int rowBytes) throws IOException {
        ByteBuffer head =
                ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) 3);
        head.put(1, (byte) (date.getYear() - 1900))
                .put(2, (byte) date.getMonthValue())
                .put(3, (byte) date.getDayOfMonth());
        head.putInt(4, count).putShort(8, (short) headerBytes).putShort(10, (short) rowBytes);
        head.put(29, (byte) languageId);
        int at = FIELD;
        for (DbfColumn column : columns) {
            byte[] name = column.field().shortName().getBytes(StandardCharsets.US_ASCII);
            head.put(at, name).put(at + 11, (byte) column.type());
            head.put(at + 16, (byte) column.width()).put(at + 17, (byte) column.decimals());
            at += FIELD;
        }
        table.write(head.put(at, (byte) 0x0D).array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package org.greenplan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;

/** A walk over the raw rows of a .dbf. */
final class DbfRows implements Closeable {
    private final DbfHeader header;
    private final FileWindow window;
    private final byte[] row;
    private long number;

    DbfRows(DbfHeader header) throws IOException {
        this.header = header;
        this.window = new FileWindow(header.file().path());
        this.row = new byte[header.rowBytes()];
    }

    /** Goes to the next row; false at the end. */
    boolean next() throws IOException {
        if (number >= header.rows()) {
            return false;
        }
        window.read(header.headerBytes() + number * header.rowBytes(), header.rowBytes())
                .get(row);
        number++;
        return true;
    }

    boolean isDeleted() {
        return row[0] == '*';
    }

    /** The bytes of the row, the mark of deletion first; overwritten by the next step. */
    byte[] row() {
        return row;
    }

    /** Where the text of a column ends: blanks and zeros that fill it up do not count. */
    static int textEnd(byte[] row, DbfField field) {
        int end = field.offset();
        int most = field.offset() + field.length();
        while (end < most && row[end] != 0) {
            end++;
        }
        while (end > field.offset() && row[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}

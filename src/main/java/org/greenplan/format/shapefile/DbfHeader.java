package org.greenplan.format.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.SourceFile;

/**
 * The head of a .dbf: how many rows there are, how long each is, and the columns.
 *
 * @param version what kind of dBASE wrote it
 * @param languageId the byte that names the encoding (LDID); 0 for none
 */
record DbfHeader(
        SourceFile file, int version, long rows, int headerBytes, int rowBytes, int languageId, List<DbfField> fields) {
    private static final int HEAD = 32;
    private static final int LONG_HEAD = 68;
    private static final int LONG_FIELD = 48;
    private static final int FIELD_END = 0x0D;

    DbfHeader {
        fields = List.copyOf(fields);
    }

    /** True for dBASE 7, whose columns are described at more length and whose numbers stand the other way round. */
    boolean isLevel7() {
        return (version & 7) == 4;
    }

    static DbfHeader read(SourceFile file) throws IOException {
        try (FileWindow window = new FileWindow(file.path())) {
            if (!window.holds(0, HEAD)) {
                throw damaged(file);
            }
            ByteBuffer head = window.read(0, HEAD).order(ByteOrder.LITTLE_ENDIAN);
            int version = head.get(0) & 255;
            long rows = head.getInt(4) & 0xFFFFFFFFL;
            int headerBytes = head.getShort(8) & 0xFFFF;
            int rowBytes = head.getShort(10) & 0xFFFF;
            int languageId = head.get(29) & 255;
            if (headerBytes < HEAD + 1 || rowBytes < 1 || !window.holds(0, headerBytes)) {
                throw damaged(file);
            }
            byte[] bytes = new byte[headerBytes];
            window.read(0, headerBytes).get(bytes);
            boolean level7 = (version & 7) == 4;
            List<DbfField> fields = level7 ? longFields(bytes) : fields(bytes, rowBytes);
            requireRoom(file, fields, rowBytes);
            long there = (window.size() - headerBytes) / rowBytes;
            if (rows > there) {
                throw ShapefileFault.record(
                        file.name(),
                        there + 1,
                        "不完整：文件头称有 " + rows + " 条记录，实际只有 " + there + " 条完整。请重新复制或重新导出后再上传。",
                        "is incomplete: the header says " + rows + " records, only " + there
                                + " are whole. Copy or export it again and upload that.");
            }
            return new DbfHeader(file, version, rows, headerBytes, rowBytes, languageId, fields);
        }
    }

    private static List<DbfField> fields(byte[] bytes, int rowBytes) {
        List<DbfField> plain = fields(bytes, false);
        // Clipper writes texts of more than 255 bytes and keeps the rest of the length where the decimals stand.
        return end(plain) == rowBytes ? plain : longTexts(bytes, plain, rowBytes);
    }

    private static List<DbfField> longTexts(byte[] bytes, List<DbfField> plain, int rowBytes) {
        List<DbfField> wide = fields(bytes, true);
        return end(wide) == rowBytes ? wide : plain;
    }

    private static List<DbfField> fields(byte[] bytes, boolean longTexts) {
        List<DbfField> fields = new ArrayList<>();
        int offset = 1;
        for (int at = HEAD; at + HEAD <= bytes.length && bytes[at] != FIELD_END; at += HEAD) {
            char type = Character.toUpperCase((char) (bytes[at + 11] & 255));
            int length = bytes[at + 16] & 255;
            int decimals = bytes[at + 17] & 255;
            if (type == 'C' && longTexts) {
                length += decimals << 8;
            }
            fields.add(new DbfField(name(bytes, at, 11), type, offset, length, decimals));
            offset += length;
        }
        return fields;
    }

    private static List<DbfField> longFields(byte[] bytes) {
        List<DbfField> fields = new ArrayList<>();
        int offset = 1;
        for (int at = LONG_HEAD; at + LONG_FIELD <= bytes.length && bytes[at] != FIELD_END; at += LONG_FIELD) {
            char type = Character.toUpperCase((char) (bytes[at + 32] & 255));
            int length = bytes[at + 33] & 255;
            fields.add(new DbfField(name(bytes, at, 32), type, offset, length, bytes[at + 34] & 255));
            offset += length;
        }
        return fields;
    }

    private static String name(byte[] bytes, int at, int most) {
        int end = at;
        while (end < at + most && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
    }

    private static int end(List<DbfField> fields) {
        return fields.isEmpty()
                ? 1
                : fields.get(fields.size() - 1).offset()
                        + fields.get(fields.size() - 1).length();
    }

    private static void requireRoom(SourceFile file, List<DbfField> fields, int rowBytes) {
        if (end(fields) > rowBytes) {
            throw damaged(file);
        }
    }

    private static RuntimeException damaged(SourceFile file) {
        return ShapefileFault.of(
                file.name(),
                "属性表的文件头已损坏或不是 dBASE 表。请重新复制或导出；若只需图形，可不上传 .dbf。",
                "the head of the attribute table is damaged or no dBASE table. Copy or export it again,"
                        + " or leave the .dbf out if the shapes alone will do.");
    }
}

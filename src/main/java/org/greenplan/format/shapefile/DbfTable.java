package org.greenplan.format.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.SourceField;
import org.greenplan.format.text.TextTrial;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The attribute table of a shapefile. It is read through once to find its encoding, what its numbers are, and how many rows
 * were deleted; then row by row as often as one likes.
 */
record DbfTable(DbfHeader header, TableEncoding encoding, List<Column> columns, long deleted, List<Words> findings) {
    DbfTable {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    /** A column that is read. */
    record Column(DbfField field, SourceField as) {}

    static DbfTable open(DbfHeader header, TableEncoding.Claims claims) throws IOException {
        TextTrial trial = new TextTrial(claims.candidates());
        for (DbfField field : header.fields()) {
            byte[] name = field.nameBytes();
            trial.see(name, 0, name.length, true);
        }
        boolean[] broken = new boolean[header.fields().size()];
        long deleted = 0;
        try (DbfRows rows = new DbfRows(header)) {
            while (rows.next()) {
                if (rows.isDeleted()) {
                    deleted++;
                } else {
                    look(header, rows.row(), trial, broken);
                }
            }
        }
        TableEncoding encoding = TableEncoding.of(claims, trial);
        List<Words> findings = new ArrayList<>(encoding.findings());
        List<Column> columns = columns(header, encoding, broken, findings);
        if (deleted > 0) {
            findings.add(Words.of(
                    "有 " + deleted + " 条记录标为已删除，未读取。", deleted + " records are marked as deleted and were left out."));
        }
        return new DbfTable(header, encoding, columns, deleted, findings);
    }

    DbfRows rows() throws IOException {
        return new DbfRows(header);
    }

    TextTrial.Reader texts() {
        return new TextTrial.Reader(encoding.charset());
    }

    /** The values of a row by column; what could not be read is not set, and a note says so. */
    Map<String, @Nullable Object> values(byte[] row, TextTrial.Reader texts, List<GeometryNote> notes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Column column : columns) {
            Object value = value(row, column, texts);
            if (value == DbfValue.UNREADABLE) {
                String raw = DbfValue.ascii(row, column.field());
                String shown = raw.chars().allMatch(c -> c > ' ' && c < 127) ? raw : "?";
                notes.add(new GeometryNote(
                        "value-dropped",
                        Words.of(
                                "字段“" + column.as().name() + "”的值“" + shown + "”无法识别，已留空。",
                                "The value \"" + shown + "\" of \""
                                        + column.as().name() + "\" cannot be read and was left empty.")));
                value = null;
            }
            values.put(column.as().name(), value);
        }
        return values;
    }

    private @Nullable Object value(byte[] row, Column column, TextTrial.Reader texts) {
        DbfField field = column.field();
        return switch (field.type()) {
            case 'N', 'F' -> DbfValue.number(row, field, column.as().type() == AttributeType.INTEGER);
            case 'L' -> DbfValue.logical(row, field);
            case 'D' -> DbfValue.date(row, field);
            case 'I', '+' -> DbfValue.integer(row, field, header.isLevel7());
            case 'O', 'B' -> DbfValue.real(row, field, header.isLevel7());
            case '@', 'T' -> DbfValue.timestamp(row, field);
            case 'Y' -> DbfValue.currency(row, field);
            default -> text(row, field, texts);
        };
    }

    private static @Nullable Object text(byte[] row, DbfField field, TextTrial.Reader texts) {
        int end = DbfRows.textEnd(row, field);
        if (end == field.offset()) {
            return null;
        }
        return texts.text(row, field.offset(), end);
    }

    private static void look(DbfHeader header, byte[] row, TextTrial trial, boolean[] broken) {
        for (int i = 0; i < broken.length; i++) {
            DbfField field = header.fields().get(i);
            if (field.isText()) {
                int end = DbfRows.textEnd(row, field);
                trial.see(row, field.offset(), end, end == field.offset() + field.length());
            } else if (field.isWhole() && !broken[i]) {
                Object value = DbfValue.number(row, field, true);
                broken[i] = value == DbfValue.UNREADABLE && DbfValue.number(row, field, false) != DbfValue.UNREADABLE;
            }
        }
    }

    private static List<Column> columns(
            DbfHeader header, TableEncoding encoding, boolean[] broken, List<Words> findings) {
        List<Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        TextTrial.Reader texts = new TextTrial.Reader(encoding.charset());
        for (int i = 0; i < broken.length; i++) {
            DbfField field = header.fields().get(i);
            byte[] raw = field.nameBytes();
            String read = texts.text(raw, 0, raw.length).strip();
            String wanted = read.isEmpty() ? "FIELD_" + (i + 1) : read;
            String name = wanted;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = wanted + "_" + n;
            }
            if (field.isElsewhere()) {
                findings.add(Words.of(
                        "字段“" + name + "”是备注或二进制字段，内容在别的文件中，未读取。",
                        "The field \"" + name + "\" is a memo whose content lies in another file; it was not read."));
            } else {
                columns.add(new Column(field, new SourceField(name, type(field, broken[i]))));
            }
        }
        return columns;
    }

    private static AttributeType type(DbfField field, boolean broken) {
        return switch (field.type()) {
            case 'N' -> field.isWhole() && !broken ? AttributeType.INTEGER : AttributeType.REAL;
            case 'I', '+' -> AttributeType.INTEGER;
            case 'F', 'O', 'B', 'Y' -> AttributeType.REAL;
            case 'L' -> AttributeType.BOOLEAN;
            case 'D', '@', 'T' -> AttributeType.DATE;
            default -> AttributeType.TEXT;
        };
    }
}

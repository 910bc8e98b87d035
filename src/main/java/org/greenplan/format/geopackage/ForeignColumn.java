package org.greenplan.format.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A column of a foreign table that is read as an attribute.
 *
 * @param key true for the number by which the file knows its features
 */
record ForeignColumn(String name, AttributeType type, boolean key) {
    /** What a value is that its column cannot hold. */
    static final Object UNREADABLE = new Object();

    private static final int COMPUTED = 2;

    /** The columns of a table; what is computed, binary or hidden is named and left out. */
    static List<ForeignColumn> of(Connection connection, String table, String geometry, List<Words> findings)
            throws SQLException {
        List<ForeignColumn> columns = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = String.valueOf(rows.getString(1));
                    String type = String.valueOf(rows.getString(2)).toUpperCase(Locale.ROOT);
                    if (name.equalsIgnoreCase(geometry)) {
                        continue;
                    }
                    if (rows.getInt(4) >= COMPUTED || type.startsWith("BLOB")) {
                        findings.add(Words.of(
                                "字段“" + name + "”是计算字段或二进制字段，未读取。",
                                "The field \"" + name + "\" is computed or binary and was not read."));
                    } else {
                        columns.add(new ForeignColumn(name, typeOf(type), rows.getInt(3) > 0 && type.contains("INT")));
                    }
                }
            }
        }
        return columns;
    }

    /** The value as the column's type has it; null for none. */
    @Nullable
    Object value(@Nullable Object stored) {
        if (stored == null || (stored instanceof String text && text.isEmpty())) {
            return null;
        }
        if (stored instanceof byte[]) {
            return UNREADABLE;
        }
        try {
            return switch (type) {
                case TEXT, LIST -> stored.toString();
                case INTEGER -> whole(stored);
                case REAL -> real(stored);
                case BOOLEAN -> flag(stored.toString());
                case DATE -> date(stored.toString());
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return UNREADABLE;
        }
    }

    private static Object whole(Object stored) {
        if (stored instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) number.longValue() : UNREADABLE;
        }
        return Long.valueOf(stored.toString().strip());
    }

    private static Object real(Object stored) {
        double value = stored instanceof Number number
                ? number.doubleValue()
                : Double.parseDouble(stored.toString().strip());
        return Double.isFinite(value) ? (Object) value : UNREADABLE;
    }

    private static Object flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "t" -> true;
            case "0", "false", "f" -> false;
            default -> UNREADABLE;
        };
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    private static AttributeType typeOf(String declared) {
        if (declared.startsWith("BOOL")) {
            return AttributeType.BOOLEAN;
        }
        if (declared.startsWith("DATE")) {
            return AttributeType.DATE;
        }
        if (declared.contains("INT")) {
            return AttributeType.INTEGER;
        }
        boolean real = declared.contains("REAL")
                || declared.contains("FLOA")
                || declared.contains("DOUB")
                || declared.startsWith("NUM")
                || declared.startsWith("DEC");
        return real ? AttributeType.REAL : AttributeType.TEXT;
    }
}

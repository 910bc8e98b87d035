package org.greenplan.format.text;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a CSV file (RFC 4180) that a spreadsheet can open without running anything. */
public final class CsvText {
    /** Without it Excel takes Chinese in UTF-8 for GBK. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String QUOTED = ",\"\n\r";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvText() {}

    /** Makes the text of a cell that is no text: a number, a date. */
    public interface Numbers {
        String text(Number number);
    }

    /** Writes a line: numbers as {@code numbers} has them, texts quoted where needed and never a formula. */
    public static void line(Writer out, List<? extends @Nullable Object> cells, Numbers numbers) throws IOException {
        String comma = "";
        for (Object cell : cells) {
            out.write(comma);
            out.write(field(cell, numbers));
            comma = ",";
        }
        out.write("\r\n");
    }

    private static String field(@Nullable Object value, Numbers numbers) {
        if (value == null) {
            return "";
        }
        return value instanceof Number number ? numbers.text(number) : quoted(harmless(value.toString()));
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe in front, which makes it text. */
    public static String harmless(String text) {
        return isFormula(text, 0) ? "'" + text : text;
    }

    /** The text without the apostrophe that {@link #harmless} put in front. */
    public static String asMeant(String text) {
        return text.startsWith("'") && isFormula(text, 1) ? text.substring(1) : text;
    }

    private static boolean isFormula(String text, int at) {
        return text.length() > at && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
    }

    private static String quoted(String text) {
        boolean plain = true;
        for (int i = 0; plain && i < text.length(); i++) {
            plain = QUOTED.indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

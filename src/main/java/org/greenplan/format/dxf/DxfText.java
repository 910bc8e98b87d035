package org.greenplan.format.dxf;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text of a drawing says to a reader: escapes resolved, formatting taken off. */
public final class DxfText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:U\\+([0-9A-Fa-f]{4})|M\\+([1-5])([0-9A-Fa-f]{4}))");
    private static final List<String> CODE_PAGES = List.of("windows-31j", "Big5", "x-windows-949", "x-Johab", "GBK");

    /** Codes of MTEXT with an argument that ends at a semicolon: font, colour, height, width, slant, tracking, alignment … */
    private static final Pattern FORMAT = Pattern.compile("\\\\[fFcCHWQTAp][^;\\\\{}]{0,200};");

    private static final Pattern STACKED = Pattern.compile("\\\\S([^;\\\\]{0,200});");
    private static final Pattern SWITCH = Pattern.compile("\\\\[LlOoKkNX]");
    private static final Pattern PERCENT = Pattern.compile("%%([dDpPcCuUoOkK%]|[0-9]{3})");

    private DxfText() {}

    /** A value as it was meant: carets, then escaped characters. */
    public static String unescaped(String text) {
        return characters(text.indexOf('^') < 0 ? text : text.replace("^ ", "^"));
    }

    /** With {@code \\U+4E0A} and {@code \\M+5C9CF} as the characters they stand for. */
    public static String characters(String text) {
        if (text.indexOf('\\') < 0 || (!text.contains("\\U+") && !text.contains("\\M+"))) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1), m.group(2), m.group(3))));
    }

    private static String character(@Nullable String unicode, @Nullable String page, @Nullable String bytes) {
        if (unicode != null) {
            return String.valueOf((char) Integer.parseInt(unicode, 16));
        }
        String name = CODE_PAGES.get(Integer.parseInt(String.valueOf(page)) - 1);
        byte[] pair = HexFormat.of().parseHex(String.valueOf(bytes));
        return Charset.isSupported(name) ? new String(pair, Charset.forName(name)) : "?";
    }

    /** The words of a TEXT or an ATTRIB. */
    public static String plain(String text) {
        return PERCENT.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(sign(m.group(1))))
                .strip();
    }

    private static String sign(String code) {
        return switch (code) {
            case "d", "D" -> "°";
            case "p", "P" -> "±";
            case "c", "C" -> "⌀";
            case "%" -> "%";
            case "u", "U", "o", "O", "k", "K" -> "";
            default -> String.valueOf((char) Integer.parseInt(code));
        };
    }

    /** The words of an MTEXT, its paragraphs as lines. */
    public static String paragraphs(String text) {
        String kept = text.replace("\\\\", "\u0001").replace("\\{", "\u0002").replace("\\}", "\u0003");
        kept = kept.replace("\\P", "\n").replace("\\~", " ").replace("^J", "\n").replace("^I", " ");
        kept = STACKED.matcher(kept)
                .replaceAll(m ->
                        Matcher.quoteReplacement(m.group(1).replace('^', '/').replace('#', '/')));
        kept = FORMAT.matcher(kept).replaceAll("");
        kept = SWITCH.matcher(kept).replaceAll("").replace("{", "").replace("}", "");
        return plain(kept.replace('\u0001', '\\').replace('\u0002', '{').replace('\u0003', '}'));
    }
}

package org.greenplan.format.kml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.format.FieldTypes;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a description holds as HTML: the table of ArcGIS's balloons, the list of Google Earth's, lines such as
 * {@code <b>DKMC</b>: 孟津路游园<br>}. Text of no such kind is a description.
 */
final class KmlBalloon {
    private static final int MOST = 300;
    private static final int LONGEST_KEY = 60;
    private static final Pattern ROW = Pattern.compile("(?is)<tr\\b[^>]{0,400}>(.*?)(?=<tr\\b|</tr|</table|$)");
    private static final Pattern CELL =
            Pattern.compile("(?is)<t[dh]\\b[^>]{0,400}>(.*?)(?=<t[dhr]\\b|</t[dhr]|<table|$)");
    private static final Pattern ITEM = Pattern.compile("(?is)<li\\b[^>]{0,400}>(.*?)(?=<li\\b|</li|</ul|$)");
    private static final Pattern LINE = Pattern.compile(
            "(?is)(?:<(?:b|strong)\\b[^>]{0,200}>)(.*?)</(?:b|strong)>(.*?)(?=<br|<(?:b|strong)\\b|</?p\\b|</?div\\b|$)");
    private static final Pattern TAG = Pattern.compile("<[^>]{0,1000}>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,6})|#x([0-9a-fA-F]{1,5})|(lt|gt|amp|quot|apos|nbsp));");

    private KmlBalloon() {}

    /** The attributes in their order; none where the text holds fewer than two. */
    static Map<String, @Nullable Object> of(String html) {
        if (html.indexOf('<') < 0) {
            return Map.of();
        }
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        Matcher row = ROW.matcher(html);
        while (row.find() && found.size() < MOST) {
            Matcher cell = CELL.matcher(row.group(1));
            String key = cell.find() ? cell.group(1) : "";
            String value = cell.find() ? cell.group(1) : null;
            if (value != null && !cell.find()) {
                put(found, key, value);
            }
        }
        if (found.size() < 2) {
            pairs(ITEM, html, found);
        }
        if (found.size() < 2) {
            Matcher line = LINE.matcher(html);
            while (line.find() && found.size() < MOST) {
                put(found, line.group(1), line.group(2).replaceFirst("^\\s*[:=\uFF1A]", ""));
            }
        }
        return found.size() < 2 ? Map.of() : found;
    }

    private static void pairs(Pattern pattern, String html, Map<String, @Nullable Object> found) {
        Matcher item = pattern.matcher(html);
        while (item.find() && found.size() < MOST) {
            String text = plain(item.group(1));
            int colon = text.indexOf(':') >= 0 ? text.indexOf(':') : text.indexOf('\uFF1A');
            if (colon > 0) {
                put(found, text.substring(0, colon), text.substring(colon + 1));
            }
        }
    }

    private static void put(Map<String, @Nullable Object> found, String key, String value) {
        String name = plain(key).replaceFirst("[:=\uFF1A]$", "").strip();
        String text = plain(value);
        boolean empty = text.isEmpty() || text.equalsIgnoreCase("<null>");
        if (!name.isEmpty() && name.length() <= LONGEST_KEY) {
            found.putIfAbsent(name, empty ? null : FieldTypes.faithful(text, FieldTypes.typed(text)));
        }
    }

    private static String plain(String html) {
        return ENTITY.matcher(TAG.matcher(html).replaceAll(""))
                .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1), m.group(2), m.group(3))))
                .strip();
    }

    private static String character(@Nullable String decimal, @Nullable String hex, @Nullable String name) {
        if (name == null) {
            int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(String.valueOf(hex), 16);
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        }
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> " ";
        };
    }
}

package org.greenplan.water.inp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sections with rows, in the order in which they are first named; and the ids of the file. */
final class InpText {
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final List<String> defaults = new ArrayList<>();
    private final Map<String, String> ids = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    void row(String section, Object... cells) {
        StringBuilder row = new StringBuilder();
        for (Object cell : cells) {
            String text = cell instanceof Double number ? number(number) : String.valueOf(cell);
            row.append(row.isEmpty() ? "" : "  ").append(text);
        }
        sections.computeIfAbsent(section, key -> new ArrayList<>()).add(row.toString());
    }

    /** Plain digits, as many as a level in millimetres or a flow in litres needs. */
    static String number(double number) {
        String text = String.format(Locale.ROOT, "%.6f", number);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A number that nobody gave. */
    void byDefault(String what, Object value) {
        defaults.add(what + " = " + (value instanceof Double number ? number(number) : value));
    }

    /**
     * The id of a thing: without blanks and signs that mean something in the file, unlike every other one.
     *
     * @param most characters
     */
    String id(String kind, String name, int most) {
        String key = kind + " " + name;
        String known = ids.get(key);
        if (known != null) {
            return known;
        }
        String clean = name.replaceAll("[\\s;\"\\[\\]]+", "_");
        clean = clean.length() > most ? clean.substring(0, most) : clean;
        String id = clean;
        for (int i = 2; names.containsKey(id); i++) {
            id = clean.substring(0, Math.min(clean.length(), most - 4)) + "_" + i;
        }
        ids.put(key, id);
        names.put(id, name);
        return id;
    }

    /** An id of a letter and a number, for an engine that counts bytes. */
    String shortId(String letter, String name) {
        String key = letter + " " + name;
        String id = ids.computeIfAbsent(key, one -> letter + (ids.size() + 1));
        names.put(id, name);
        return id;
    }

    InpFile.Written written(String title) {
        StringBuilder text = new StringBuilder("[TITLE]\n" + title + "\n\n");
        defaults.forEach(line -> text.append(";; default: ").append(line).append('\n'));
        sections.forEach((section, rows) -> {
            text.append("\n[").append(section).append("]\n");
            rows.forEach(row -> text.append(row).append('\n'));
        });
        return new InpFile.Written(text.toString(), defaults, names);
    }

    /** The last section, which only EPANET has. */
    void end() {
        sections.put("END", List.of());
    }
}

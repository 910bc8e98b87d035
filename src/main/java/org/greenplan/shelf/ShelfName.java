package org.greenplan.shelf;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.greenplan.sql.PostgisPlace;

/**
 * The name that a plan's title gives it on the shelf: letters and digits of any script alone, so that it is a name of a file on every system,
 * never a path and never one of a device, and a name of a schema that needs no quotes.
 */
public final class ShelfName {
    /** Room for the ending, a number and what SQLite puts beside a file, also where a system counts bytes. */
    private static final int MOST_BYTES = 120;

    private static final int MOST_SCHEMA_BYTES = 56;
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)");

    private ShelfName() {}

    /** A file's name with its ending; the first that is not taken. */
    public static String file(String title, Predicate<String> taken) {
        String stem = letters(title, '-');
        String safe = stem.isEmpty() || DEVICE.matcher(stem).matches() ? "plan-" + stem : stem;
        String name = cut(safe, MOST_BYTES).replaceAll("-+$", "");
        return free(name, "-", ".gpkg", taken);
    }

    /** A schema's name in small letters; the first that is not taken. */
    public static String schema(String title, Predicate<String> taken) {
        String stem = letters(title, '_').toLowerCase(Locale.ROOT);
        boolean plain = stem.matches("[\\p{L}_].*") && !stem.startsWith("pg_");
        String name = cut(plain ? stem : "plan_" + stem, MOST_SCHEMA_BYTES).replaceAll("_+$", "");
        String free = free(name, "_", "", taken);
        PostgisPlace.requireName(free);
        return free;
    }

    private static String free(String name, String between, String ending, Predicate<String> taken) {
        String free = name + ending;
        for (int i = 2; taken.test(free); i++) {
            free = name + between + i + ending;
        }
        return free;
    }

    /** Every run of anything else is one mark. */
    private static String letters(String title, char mark) {
        String joined = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", String.valueOf(mark))
                // A mark over nothing is a mark over the sign before it.
                .replaceAll("(^|" + mark + ")\\p{M}+", "$1");
        return joined.replaceAll("^" + mark + "+|" + mark + "+$", "");
    }

    private static String cut(String name, int mostBytes) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int letter : name.codePoints().toArray()) {
            String text = Character.toString(letter);
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            kept.append(text);
        }
        return kept.toString();
    }
}

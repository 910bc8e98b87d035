package org.greenplan.format;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the planner decided about reading a file.
 *
 * @param encoding the encoding of its texts, or null to find out
 * @param columns what the columns of tables are, by {@link #key file and layer}: the roles of {@link TableColumns}, and {@code rows} with
 *     {@code plots} or {@code points}; a table without an entry is found out
 */
public record ReadOptions(@Nullable Charset encoding, Map<String, Map<String, String>> columns) {
    public static final ReadOptions DETECT = new ReadOptions(null);

    public ReadOptions {
        columns = Map.copyOf(columns);
    }

    public ReadOptions(@Nullable Charset encoding) {
        this(encoding, Map.of());
    }

    /** Under what the columns of a layer stand. */
    public static String key(String file, String layer) {
        return file + "\n" + layer;
    }

    /** What was said of the columns of a layer; nothing where they are to be found out. */
    public Map<String, String> columnsOf(String file, String layer) {
        return columns.getOrDefault(key(file, layer), Map.of());
    }
}

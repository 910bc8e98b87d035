package org.greenplan.format;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By it a file that we gave out is recognised when it comes back: every row carries its plot's id, such as {@code parks.17}. */
public final class PlotId {
    /** Name of the column that holds it, short enough for every format. */
    public static final String FIELD = "gp_plot";

    /** Name of the column that holds the version it was given out with. */
    public static final String VERSION = "gp_version";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*\\.[1-9]\\d{0,17}");
    private static final int LONGEST = 80;

    private PlotId() {}

    /** True where the value is an id of ours. */
    public static boolean is(@Nullable Object value) {
        return value instanceof String id
                && id.length() <= LONGEST
                && FORM.matcher(id).matches();
    }

    /**
     * The plot id among the values of a row, whatever the case of the column's name: {@code gp_plot}, or {@code gp_layer} with
     * {@code gp_id}; null where there is none.
     */
    public static @Nullable String in(Map<String, @Nullable Object> values) {
        Object whole = find(values, FIELD);
        if (whole instanceof String id && is(id.strip())) {
            return id.strip();
        }
        Object number = find(values, "gp_id");
        String id = find(values, "gp_layer") + "." + (number instanceof Double d ? (Object) d.longValue() : number);
        return is(id) ? id : null;
    }

    /** The version of the feature that a row was given out with; null where the row does not say. */
    public static @Nullable Object versionIn(Map<String, @Nullable Object> values) {
        return find(values, VERSION);
    }

    private static @Nullable Object find(Map<String, @Nullable Object> values, String name) {
        Object exact = values.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}

package org.greenplan.ogc;

import java.util.Arrays;
import org.greenplan.plan.Feature;
import org.jspecify.annotations.Nullable;

/** The entity tag of a feature is its version; a page of it is another representation. */
final class Etag {
    private Etag() {}

    static String of(Feature feature, Form form) {
        return form == Form.HTML ? "\"" + feature.version() + "-html\"" : of(feature);
    }

    static String of(Feature feature) {
        return "\"" + feature.version() + "\"";
    }

    /** Whether a header of conditions ({@code *}, or tags with commas) names the tag. Weak tags count as what they mark. */
    static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(part -> part.strip().replaceFirst("^W/", ""))
                        .anyMatch(part -> part.equals("*") || part.equals(tag));
    }
}

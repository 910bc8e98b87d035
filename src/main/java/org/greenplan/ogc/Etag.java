package org.greenplan.ogc;

import java.util.Arrays;
import org.greenplan.feature.Feature;
import org.greenplan.history.HistoryStore;
import org.greenplan.ogc.ask.Form;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag of a feature is its version with the stamp of the changeset that made it, for another copy of the plan may have made
 * another version of that number; a page of it is another representation.
 */
record Etag(Feature feature, String stamp) {
    /** Of a feature as a session sees it. */
    static Etag of(Session session, Feature feature) {
        return new Etag(feature, new HistoryStore(session).stampOf(feature.ref()));
    }

    String in(Form form) {
        return form == Form.HTML ? "\"" + plain() + "-html\"" : text();
    }

    String text() {
        return "\"" + plain() + "\"";
    }

    private String plain() {
        return feature.version() + "-" + stamp;
    }

    /** Whether a header of conditions ({@code *}, or tags with commas) names the tag. Weak tags count as what they mark. */
    static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(part -> part.strip().replaceFirst("^W/", ""))
                        .anyMatch(part -> part.equals("*") || part.equals(tag));
    }

    /** The same for whoever is about to write: a weak tag marks what is only much like it, and so never lets anybody write over it. */
    static boolean matchesStrongly(String header, String tag) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(part -> part.equals("*") || part.equals(tag));
    }
}

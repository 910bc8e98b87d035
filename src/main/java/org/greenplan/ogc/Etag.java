package org.greenplan.ogc;

import java.util.Arrays;
import java.util.List;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.history.HistoryStore;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Form;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag of a feature is its version with the stamp of the changeset that made it, for another copy of the plan may have made
 * another version of that number; a page of it is another representation. What the ledger counts of a plot makes another representation, too,
 * but no other feature: whoever writes is asked for version and stamp alone.
 */
record Etag(Feature feature, String stamp, NetFigures figures) {
    /** Of a feature as a session sees it. */
    static Etag of(Session session, Feature feature) {
        LayerType layer = session.catalogue().get(feature.ref().layer());
        return new Etag(
                feature,
                new HistoryStore(session).stampOf(feature.ref()),
                NetFigures.of(session, layer, List.of(feature)));
    }

    /** Of the form and the language in which a feature is answered. */
    String in(Asking asking) {
        return asking.form() == Form.HTML
                ? "\"" + plain() + "-html-" + asking.language().getLanguage() + "\""
                : text();
    }

    String text() {
        return "\"" + plain() + "\"";
    }

    private String plain() {
        String digest = figures.digest(feature.ref());
        return feature.version() + "-" + stamp + (digest.isEmpty() ? "" : "-" + digest);
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
        String feature = feature(tag);
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(part -> part.equals("*") || feature(part).equals(feature));
    }

    /** Version and stamp of a tag, whatever else it says. */
    private static String feature(String tag) {
        return tag.replaceFirst("^(\"\\d+-[0-9a-f]{32})-[0-9a-f]+\"$", "$1\"");
    }
}

package org.greenplan.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only way to write: who, why, and what, applied all or nothing.
 *
 * @param request id that its client made for it, or null: what arrives a second time is answered as the first and not written again
 */
public record Changeset(String author, String comment, List<Change> changes, @Nullable String request) {
    public Changeset {
        changes = List.copyOf(changes);
    }

    public Changeset(String author, String comment, List<Change> changes) {
        this(author, comment, changes, null);
    }
}

package org.greenplan.plan;

import java.util.List;

/** The only way to write: who, why, and what, applied all or nothing. */
public record Changeset(String author, String comment, List<Change> changes) {
    public Changeset {
        changes = List.copyOf(changes);
    }
}

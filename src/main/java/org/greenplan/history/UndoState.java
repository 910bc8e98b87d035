package org.greenplan.history;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an author can take back and bring back, read off the author's own changesets.
 *
 * <p>An undo names the changeset it takes back; a redo is an undo of an undo, and can itself be undone. A changeset that any other
 * names is taken back for good: what brings it back is a changeset of its own.
 */
record UndoState(Optional<Long> undoable, Optional<Long> redoable) {
    /** A changeset of the author, and the one it takes back. */
    record Line(long number, @Nullable Long undoes) {}

    static UndoState of(List<Line> newestFirst) {
        Set<Long> undos = undos(newestFirst);
        Set<Long> takenBack = new HashSet<>();
        Optional<Long> undoable = Optional.empty();
        Optional<Long> redoable = Optional.empty();
        boolean newWork = false;
        for (Line line : newestFirst) {
            Long target = line.undoes();
            if (target != null) {
                takenBack.add(target);
            }
            boolean stands = !takenBack.contains(line.number());
            if (undos.contains(line.number())) {
                if (stands && redoable.isEmpty() && !newWork) {
                    redoable = Optional.of(line.number());
                }
            } else {
                if (stands && undoable.isEmpty()) {
                    undoable = Optional.of(line.number());
                }
                newWork |= target == null;
            }
        }
        return new UndoState(undoable, redoable);
    }

    /** The undos among the lines; an undo of an undo is a redo and not among them. */
    private static Set<Long> undos(List<Line> newestFirst) {
        Set<Long> undos = new HashSet<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Line line = newestFirst.get(i);
            Long target = line.undoes();
            if (target != null && !undos.contains(target)) {
                undos.add(line.number());
            }
        }
        return undos;
    }
}

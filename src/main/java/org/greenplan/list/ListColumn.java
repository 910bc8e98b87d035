package org.greenplan.list;

import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers; a plain list has one, called like its attribute.
 *
 * @param name snake_case, also the member of each row
 * @param unit printed unit such as {@code m³}, or null
 * @param open whether a cell may be left open: not known yet, which is not zero
 */
public record ListColumn(
        String name, Words title, @Nullable String unit, @Nullable Double min, @Nullable Double max, boolean open) {
    /** The same with cells that may be left open. */
    ListColumn opened() {
        return new ListColumn(name, title, unit, min, max, true);
    }
}

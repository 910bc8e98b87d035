package org.greenplan.sql;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows for a table, each made only when it is written: half a million lines of history never stand in memory at once. */
public final class Rows {
    private Rows() {}

    public static <T> Iterable<List<@Nullable Object>> of(
            Collection<T> values, Function<T, List<@Nullable Object>> row) {
        return () -> values.stream()
                .map(value -> {
                    Wanted.look();
                    return row.apply(value);
                })
                .iterator();
    }
}

package org.greenplan.sql;

import java.util.List;

/**
 * A condition on the rows of one table: SQL of ours with a placeholder for every value, and the values in their order. Columns are
 * named with their table, because a sub-select may stand around them.
 */
public record Condition(String sql, List<Object> parameters) {
    public Condition {
        parameters = List.copyOf(parameters);
    }
}

package org.greenplan.format;

import java.util.List;
import java.util.Map;

/**
 * What the columns of a table were taken for, so that the planner can say it better.
 *
 * @param names of all columns
 * @param roles the column of each of {@link #ROLES} that was found; a pair is two numbers in one cell
 * @param plots true where the rows are taken as the corners of plots, false where each row stands for itself
 */
public record TableColumns(List<String> names, Map<String, String> roles, boolean plots) {
    /** Names of the roles, in the order in which they are asked for. */
    public static final List<String> ROLES = List.of("plot", "point", "ring", "east", "north", "lon", "lat", "pair");

    public TableColumns {
        names = List.copyOf(names);
        roles = Map.copyOf(roles);
    }
}

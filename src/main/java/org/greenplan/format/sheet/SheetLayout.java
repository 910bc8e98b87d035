package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in a table.
 *
 * @param header number of the row with the headings
 * @param names one for each column, all different
 * @param roles the first column of each role
 */
record SheetLayout(long header, List<String> names, Map<SheetRole, Integer> roles) {
    /** Titles and notes may stand above the headings, but not many. */
    private static final int ROWS_LOOKED_AT = 20;

    SheetLayout {
        names = List.copyOf(names);
        roles = Map.copyOf(roles);
    }

    /** The first row whose cells name coordinates or WKT; empty where there is none. */
    static Optional<SheetLayout> of(SheetTable table) {
        List<SheetLayout> found = new ArrayList<>();
        int[] looked = {0};
        table.each((number, cells) -> {
            SheetLayout layout = of(number, cells);
            if (layout.hasPlaces()) {
                found.add(layout);
                return false;
            }
            return ++looked[0] < ROWS_LOOKED_AT;
        });
        return found.stream().findFirst();
    }

    /** True where the table has its shapes whole, as well-known text. */
    static boolean hasWkt(SheetTable table) {
        return of(table)
                .filter(layout -> layout.roles().containsKey(SheetRole.WKT))
                .isPresent();
    }

    private static SheetLayout of(long number, List<@Nullable Object> cells) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<SheetRole, Integer> roles = new EnumMap<>(SheetRole.class);
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            String name = cell == null ? "" : cell.toString().strip();
            name = name.isEmpty() ? "列" + (i + 1) : name.substring(0, Math.min(name.length(), 100));
            while (!taken.add(name)) {
                name += "_";
            }
            names.add(name);
            SheetRole role = cell instanceof String ? SheetRole.of(name) : null;
            if (role != null) {
                roles.putIfAbsent(role, i);
            }
        }
        return new SheetLayout(number, names, roles);
    }

    private boolean hasPlaces() {
        return roles.containsKey(SheetRole.WKT) || east() != null;
    }

    /** The role of the column that holds the first number of a position, or null. */
    @Nullable
    SheetRole east() {
        for (SheetRole role : List.of(SheetRole.LONGITUDE, SheetRole.EAST, SheetRole.X)) {
            if (roles.containsKey(role) && roles.containsKey(partner(role))) {
                return role;
            }
        }
        return null;
    }

    static SheetRole partner(SheetRole east) {
        SheetRole north = east.north();
        if (north == null) {
            throw new IllegalArgumentException(east.name());
        }
        return north;
    }

    /** True where each row is one boundary point of a plot. */
    boolean isBoundaryPoints() {
        return !roles.containsKey(SheetRole.WKT)
                && east() != null
                && roles.containsKey(SheetRole.PLOT)
                && (roles.containsKey(SheetRole.RING) || roles.containsKey(SheetRole.POINT));
    }

    /** Columns that hold attributes. */
    List<Integer> attributes() {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            boolean place = roles.entrySet().stream()
                    .anyMatch(e -> e.getValue() == column && e.getKey().isPlace() && used(e.getKey()));
            if (!place) {
                columns.add(i);
            }
        }
        return columns;
    }

    /** Ring and point columns are places only in a table of boundary points; X and Y only where nothing better is there. */
    private boolean used(SheetRole role) {
        SheetRole east = east();
        return switch (role) {
            case RING, POINT -> isBoundaryPoints();
            case WKT, PLOT -> true;
            default -> east != null && (role == east || role == partner(east));
        };
    }

    /** The cell of that role in a row, or null. */
    @Nullable
    Object cell(SheetRole role, List<@Nullable Object> cells) {
        Integer column = roles.get(role);
        return column == null || column >= cells.size() ? null : cells.get(column);
    }
}

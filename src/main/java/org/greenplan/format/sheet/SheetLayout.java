package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.greenplan.format.TableColumns;
import org.greenplan.format.text.DatumName;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in a table.
 *
 * @param header number of the row with the headings, of the lowest where they take several
 * @param names one for each column, all different
 * @param columns what each column is for, null for an attribute
 * @param asPlots whether the planner wants the rows as corners of plots, or as points; null to find out
 * @param datum what headings and titles say of the datum, or null
 */
record SheetLayout(
        long header,
        List<String> names,
        List<Optional<SheetRole>> columns,
        @Nullable Boolean asPlots,
        @Nullable DatumName datum) {
    private static final Set<SheetRole> OF_POINTS =
            Set.of(SheetRole.RING, SheetRole.POINT, SheetRole.ORDER, SheetRole.SIDE);

    SheetLayout {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** The first row, or rows, whose cells name coordinates or WKT; empty where there is none. */
    static Optional<SheetLayout> of(SheetTable table) {
        return SheetHeadings.of(table, Map.of());
    }

    /** True where the table has its shapes whole, as well-known text. */
    static boolean hasWkt(SheetTable table) {
        return of(table).filter(layout -> layout.has(SheetRole.WKT)).isPresent();
    }

    /** The first column of each role. */
    Map<SheetRole, Integer> roles() {
        Map<SheetRole, Integer> roles = new EnumMap<>(SheetRole.class);
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            columns.get(i).ifPresent(role -> roles.putIfAbsent(role, column));
        }
        return roles;
    }

    boolean has(SheetRole role) {
        return columns.contains(Optional.of(role));
    }

    boolean hasPlaces() {
        return has(SheetRole.WKT) || east() != null;
    }

    /** The role of the column that holds the first number of a position, {@code PAIR} where one cell holds both, or null. */
    @Nullable
    SheetRole east() {
        for (SheetRole role : List.of(SheetRole.LONGITUDE, SheetRole.EAST, SheetRole.X)) {
            if (has(role) && has(partner(role))) {
                return role;
            }
        }
        return has(SheetRole.PAIR) ? SheetRole.PAIR : null;
    }

    static SheetRole partner(SheetRole east) {
        SheetRole north = east.north();
        if (north == null) {
            throw new IllegalArgumentException(east.name());
        }
        return north;
    }

    /** The column by which rows belong to a plot, or null: a number of the plot before its name, a bare number only beside a point's. */
    @Nullable
    Integer plotColumn() {
        Map<SheetRole, Integer> roles = roles();
        Integer plot = roles.getOrDefault(SheetRole.PLOT, roles.get(SheetRole.PLOT_NAME));
        boolean numbered = has(SheetRole.POINT) || has(SheetRole.RING) || has(SheetRole.ORDER);
        return plot == null && numbered ? roles.get(SheetRole.ID) : plot;
    }

    /** The column of a point's name, or null. */
    @Nullable
    Integer pointColumn() {
        Map<SheetRole, Integer> roles = roles();
        Integer point = roles.getOrDefault(SheetRole.POINT, roles.get(SheetRole.ORDER));
        Integer id = roles.get(SheetRole.ID);
        return point != null || Objects.equals(id, plotColumn()) ? point : id;
    }

    /** True where each row is one boundary point and tells its plot. */
    boolean namesPlots() {
        boolean points = has(SheetRole.POINT) || has(SheetRole.RING) || has(SheetRole.ORDER);
        return mayBePlots() && plotColumn() != null && (points || Boolean.TRUE.equals(asPlots));
    }

    /** False where shapes stand whole in the rows, or where the planner wants points. */
    boolean mayBePlots() {
        return !has(SheetRole.WKT) && east() != null && !Boolean.FALSE.equals(asPlots);
    }

    /** Columns that hold attributes, in a table of boundary points or of whole records. */
    List<Integer> attributes(boolean plots) {
        List<Integer> attributes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            SheetRole role = columns.get(i).orElse(null);
            boolean idOfPoint = plots && role == SheetRole.ID && Objects.equals(pointColumn(), i);
            if (role == null || (!isUsed(role, plots) && !idOfPoint)) {
                attributes.add(i);
            }
        }
        return attributes;
    }

    /** Names of points are places only in a table of boundary points; X and Y only where nothing better is there. */
    private boolean isUsed(SheetRole role, boolean plots) {
        SheetRole east = east();
        if (!role.isPlace()) {
            return false;
        }
        if (OF_POINTS.contains(role)) {
            return plots;
        }
        return role == SheetRole.WKT
                || (east != null && (role == east || (east != SheetRole.PAIR && role == partner(east))));
    }

    /** The cell of that role in a row, or null. */
    @Nullable
    Object cell(SheetRole role, List<@Nullable Object> cells) {
        return cell(roles().get(role), cells);
    }

    /** The cell of a column in a row, or null. */
    static @Nullable Object cell(@Nullable Integer column, List<@Nullable Object> cells) {
        return column == null || column >= cells.size() ? null : cells.get(column);
    }

    /** What was found, for the planner; what was said is told again while the rest is still to be said. */
    TableColumns found(boolean plots) {
        Map<SheetRole, Integer> roles = roles();
        Map<String, String> named = new java.util.LinkedHashMap<>();
        SheetRole east = east();
        if (east == SheetRole.PAIR) {
            named.put("pair", name(roles.get(east)));
        } else if (east != null) {
            boolean degrees = east == SheetRole.LONGITUDE;
            named.put(degrees ? "lon" : "east", name(roles.get(east)));
            named.put(degrees ? "lat" : "north", name(roles.get(partner(east))));
        } else {
            put(named, "east", roles.get(SheetRole.EAST));
            put(named, "north", roles.get(SheetRole.NORTH));
            put(named, "lon", roles.get(SheetRole.LONGITUDE));
            put(named, "lat", roles.get(SheetRole.LATITUDE));
        }
        if (plots || east == null) {
            put(named, "plot", plotColumn());
            put(named, "point", pointColumn());
            put(named, "ring", roles.get(SheetRole.RING));
        }
        return new TableColumns(names, named, plots);
    }

    private void put(Map<String, String> named, String role, @Nullable Integer column) {
        if (column != null) {
            named.put(role, name(column));
        }
    }

    private String name(@Nullable Integer column) {
        return column == null ? "" : names.get(column);
    }

    /** The role by the name under which a planner chooses it. */
    static SheetRole chosen(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "plot" -> SheetRole.PLOT;
            case "point" -> SheetRole.POINT;
            case "ring" -> SheetRole.RING;
            case "east" -> SheetRole.EAST;
            case "north" -> SheetRole.NORTH;
            case "lon" -> SheetRole.LONGITUDE;
            case "lat" -> SheetRole.LATITUDE;
            default -> SheetRole.PAIR;
        };
    }
}

package org.greenplan.format.sheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * The positions in the rows of a table: which column is east and which is north is told by the headings, and where the numbers
 * leave no doubt that it is the other way round, by the numbers.
 */
final class SheetPositions {
    private static final Pattern SEXAGESIMAL =
            Pattern.compile("(\\d{1,3})[°度d](\\d{1,2})['′’分m](\\d{1,2}(?:\\.\\d{1,8})?)[\"″”秒s]?[NEne]?");

    private final SheetLayout layout;
    private final SheetRole east;
    private int straight;
    private int swapped;
    private boolean degrees = true;
    private boolean any;

    SheetPositions(SheetLayout layout, SheetRole east) {
        this.layout = layout;
        this.east = east;
    }

    /** Looks at a row of the first pass. */
    void see(List<@Nullable Object> cells) {
        Coordinate at = asHeaded(cells);
        if (at != null) {
            any = true;
            straight += plausible(at.x, at.y) ? 1 : 0;
            swapped += plausible(at.y, at.x) ? 1 : 0;
            degrees &= Math.abs(at.x) <= 180 && Math.abs(at.y) <= 180;
        }
    }

    /** East and north of a row, or null where it has none. */
    @Nullable
    Coordinate at(List<@Nullable Object> cells) {
        Coordinate at = asHeaded(cells);
        return at == null || !isSwapped() ? at : new CoordinateXY(at.y, at.x);
    }

    private boolean isSwapped() {
        return swapped > 0 && straight == 0;
    }

    /** Longitude and latitude, or easting and northing, of a place in China. */
    private static boolean plausible(double x, double y) {
        boolean lonLat = x >= 73 && x <= 136 && y >= 3 && y <= 54;
        double easting = x >= 13e6 && x < 46e6 ? x % 1e6 : x;
        boolean plane = Math.abs(easting - 500_000) < 400_000 && y > 1.5e6 && y < 6.2e6;
        return lonLat || plane;
    }

    Words finding() {
        String x = layout.names().get(column(east));
        String y = layout.names().get(column(SheetLayout.partner(east)));
        return isSwapped()
                ? Words.of(
                        "按数值判断:“" + y + "”为东(经度),“" + x + "”为北(纬度)。",
                        "By their numbers \"" + y + "\" is east (longitude) and \"" + x + "\" is north (latitude).")
                : Words.of(
                        "“" + x + "”为东(经度),“" + y + "”为北(纬度)。",
                        "\"" + x + "\" is east (longitude), \"" + y + "\" is north (latitude).");
    }

    Optional<DeclaredCrs> crs() {
        return east == SheetRole.LONGITUDE && degrees && any
                ? Optional.of(DeclaredCrs.lonLat(Words.of("列名为经度、纬度", "columns named longitude and latitude")))
                : Optional.empty();
    }

    private @Nullable Coordinate asHeaded(List<@Nullable Object> cells) {
        double x = number(layout.cell(east, cells));
        double y = number(layout.cell(SheetLayout.partner(east), cells));
        return Double.isFinite(x) && Double.isFinite(y) ? new CoordinateXY(x, y) : null;
    }

    private int column(SheetRole role) {
        return layout.roles().getOrDefault(role, 0);
    }

    /** A number, or degrees with minutes and seconds; NaN where it is neither. */
    static double number(@Nullable Object cell) {
        if (cell instanceof Number number) {
            return number.doubleValue();
        }
        String text = cell instanceof String s && s.length() <= 40 ? s.replaceAll("\\s", "") : "";
        Matcher parts = SEXAGESIMAL.matcher(text);
        if (parts.matches()) {
            return Integer.parseInt(parts.group(1))
                    + Integer.parseInt(parts.group(2)) / 60.0
                    + Double.parseDouble(parts.group(3)) / 3600;
        }
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

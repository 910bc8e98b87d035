package org.greenplan.format.sheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenplan.crs.Datum;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.text.DatumName;
import org.greenplan.format.text.WrittenNumber;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * The positions in the rows of a table: which column is east and which is north is told by the headings, and where the numbers
 * leave no doubt that it is the other way round, by the numbers.
 */
final class SheetPositions {
    private static final Pattern PACKED = Pattern.compile("(?i)dd\\.?mm|d\\.ms|dms|度\\.分|度分秒");
    private static final Pattern LATITUDE_FIRST = Pattern.compile("(?i)^.{0,6}(?:lat|纬).*(?:lon|lng|long|经)");

    private final SheetLayout layout;
    private final SheetRole east;
    private final Integer eastColumn;
    private final @Nullable Integer northColumn;
    private final boolean packed;
    private final boolean latitudeFirst;
    private @Nullable DatumName datum;
    private int straight;
    private int swapped;
    private boolean degrees = true;
    private boolean any;

    SheetPositions(SheetLayout layout, SheetRole east) {
        this.layout = layout;
        this.east = east;
        this.eastColumn = layout.roles().getOrDefault(east, 0);
        this.northColumn = east == SheetRole.PAIR ? null : layout.roles().get(SheetLayout.partner(east));
        this.packed = PACKED.matcher(heading(eastColumn)).find();
        this.latitudeFirst = LATITUDE_FIRST.matcher(heading(eastColumn)).find();
        this.datum = layout.datum();
    }

    private String heading(@Nullable Integer column) {
        return column == null ? "" : layout.names().get(column);
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

    /** Looks at the words of a row that holds no point: notes below a table tell its datum too. */
    void note(List<@Nullable Object> cells) {
        for (Object cell : datum == null ? cells : List.<Object>of()) {
            Optional<DatumName> named = cell instanceof String text ? DatumName.in(text) : Optional.empty();
            if (named.isPresent()) {
                datum = named.get();
                return;
            }
        }
    }

    /** East and north of a row, or null where it has none. */
    @Nullable
    Coordinate at(List<@Nullable Object> cells) {
        Coordinate at = asHeaded(cells);
        return at == null || !isSwapped() ? at : new CoordinateXY(at.y, at.x);
    }

    /** The cells of a row that should be its position, as they stand; null where they hold nothing that was meant as one. */
    @Nullable
    String unreadable(List<@Nullable Object> cells) {
        Object first = SheetLayout.cell(eastColumn, cells);
        Object second = SheetLayout.cell(northColumn, cells);
        if (northColumn == null) {
            return first != null && WrittenNumber.looksMeant(first.toString()) ? first.toString() : null;
        }
        boolean one = Double.isFinite(number(first)) || Double.isFinite(number(second));
        boolean meant = (first != null && WrittenNumber.looksMeant(first.toString()))
                && (second != null && WrittenNumber.looksMeant(second.toString()));
        if (!meant && !one) {
            return null;
        }
        Object wrong = Double.isFinite(number(first)) ? second : first;
        return wrong == null ? "" : wrong.toString();
    }

    private boolean isSwapped() {
        return (swapped > 0 || latitudeFirst) && straight == 0;
    }

    /** Longitude and latitude, or easting and northing, of a place in China. */
    private static boolean plausible(double x, double y) {
        boolean lonLat = x >= 73 && x <= 136 && y >= 3 && y <= 54;
        double easting = x >= 13e6 && x < 46e6 ? x % 1e6 : x;
        boolean plane = Math.abs(easting - 500_000) < 400_000 && y > 1.5e6 && y < 6.2e6;
        return lonLat || plane;
    }

    Words finding() {
        if (northColumn == null) {
            String both = heading(eastColumn);
            return isSwapped()
                    ? Words.of(
                            "“" + both + "”的一格内先北（纬度）后东（经度）。",
                            "\"" + both + "\" holds north (latitude), then east (longitude).")
                    : Words.of(
                            "“" + both + "”的一格内先东（经度）后北（纬度）。",
                            "\"" + both + "\" holds east (longitude), then north (latitude).");
        }
        String x = heading(eastColumn);
        String y = heading(northColumn);
        return isSwapped()
                ? Words.of(
                        "按数值判断：“" + y + "”为东（经度），“" + x + "”为北（纬度）。",
                        "By their numbers \"" + y + "\" is east (longitude) and \"" + x + "\" is north (latitude).")
                : Words.of(
                        "“" + x + "”为东（经度），“" + y + "”为北（纬度）。",
                        "\"" + x + "\" is east (longitude), \"" + y + "\" is north (latitude).");
    }

    Optional<DeclaredCrs> crs() {
        DatumName named = datum;
        boolean modern = named == null || named.datum() == Datum.CGCS2000;
        boolean headed = east == SheetRole.LONGITUDE || (named != null && east == SheetRole.PAIR);
        if (headed && degrees && any && modern) {
            return Optional.of(DeclaredCrs.lonLat(Words.of("列名为经度、纬度", "columns named longitude and latitude")));
        }
        return named == null || (named.shift() != null && !degrees)
                ? Optional.empty()
                : Optional.of(named.declared(
                        Words.of("表中写明“" + named.phrase() + "”", "the table says \"" + named.phrase() + "\"")));
    }

    private @Nullable Coordinate asHeaded(List<@Nullable Object> cells) {
        Object first = SheetLayout.cell(eastColumn, cells);
        if (northColumn == null) {
            return first instanceof String text ? WrittenNumber.pair(text) : null;
        }
        double x = number(first);
        double y = number(SheetLayout.cell(northColumn, cells));
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return null;
        }
        if (east == SheetRole.LONGITUDE && (packed || x > 180 || y > 180)) {
            return unpacked(x, y);
        }
        return new CoordinateXY(x, y);
    }

    /** {@code 1131722.65}: no degrees are so large; metres under a heading of degrees stay metres. */
    private Coordinate unpacked(double x, double y) {
        double lon = WrittenNumber.packed(x);
        double lat = WrittenNumber.packed(y);
        return plausible(lon, lat) || plausible(lat, lon) ? new CoordinateXY(lon, lat) : new CoordinateXY(x, y);
    }

    /** A number, or degrees with minutes and seconds; NaN where it is neither. */
    private static double number(@Nullable Object cell) {
        if (cell instanceof Number number) {
            return number.doubleValue();
        }
        return cell instanceof String text ? WrittenNumber.of(text) : Double.NaN;
    }
}

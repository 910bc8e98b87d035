package org.greenplan.format.parcel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.crs.Datum;
import org.greenplan.crs.Planes;
import org.greenplan.crs.Zone;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.text.DatumName;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The section [属性描述]: it names the datum, the width of the zones and the zone. Old datums and systems of cities are named too, so
 * that whoever takes the parcels in can refuse them or ask instead of guessing.
 *
 * @param values by name
 * @param others lines that are no values, which may speak of the datum all the same
 */
record ParcelHeader(Map<String, String> values, List<String> others) {
    private static final int SHOWN = 60;
    private static final List<String> SYSTEM =
            List.of("坐标系", "坐标系统", "坐标系名称", "空间参考", "空间参考系", "参考系", "坐标参考系", "大地基准", "基准面");
    private static final Pattern EPSG = Pattern.compile("(?i)epsg\\W?(\\d{4,6})");

    ParcelHeader {
        values = Map.copyOf(new LinkedHashMap<>(values));
        others = List.copyOf(others);
    }

    /**
     * The coordinate system declared; empty where none is named.
     *
     * @param numbers two numbers of the first vertex, which show whether the zone stands before the easting
     */
    Optional<DeclaredCrs> crs(double[] numbers) {
        String named = system();
        if (named.isEmpty()) {
            return others.stream()
                    .flatMap(line -> DatumName.in(line).stream())
                    .findFirst()
                    .map(found -> declared(found, numbers, Words.of(found.phrase(), found.phrase())));
        }
        Matcher code = EPSG.matcher(named);
        if (code.find()) {
            return Optional.of(new DeclaredCrs(Integer.valueOf(code.group(1)), null, source(named)));
        }
        return DatumName.of(named).map(found -> declared(found, numbers, source(named)));
    }

    private DeclaredCrs declared(DatumName found, double[] numbers, Words source) {
        Datum datum = found.datum();
        return datum == null ? found.declared(source) : new DeclaredCrs(epsg(datum, numbers), null, source);
    }

    /** What the header calls the system; empty where it is silent. */
    private String system() {
        return SYSTEM.stream()
                .map(this::value)
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** An old datum is named even where its zone is not, by its degrees; the new one is left to be found out. */
    private @Nullable Integer epsg(Datum datum, double[] numbers) {
        int zone = number(value("带号"));
        int width = number(value("几度分带"));
        double largest = Math.max(Math.abs(numbers[0]), Math.abs(numbers[1]));
        boolean prefixed = Math.floor(numbers[0] / 1e6) == zone || Math.floor(numbers[1] / 1e6) == zone;
        boolean metres = largest > 1000;
        Optional<Zone> named = metres ? Planes.zone(datum, width, zone, prefixed) : Optional.empty();
        if (named.isPresent()) {
            return named.get().epsg();
        }
        return metres && datum == Datum.CGCS2000 ? null : Integer.valueOf(datum.degreesEpsg());
    }

    private Words source(String named) {
        StringBuilder text = new StringBuilder("坐标系=").append(named);
        for (String key : List.of("几度分带", "带号")) {
            String value = value(key);
            if (!value.isEmpty()) {
                text.append(',').append(key).append('=').append(value);
            }
        }
        return Words.of(text.toString(), text.toString());
    }

    private String value(String key) {
        String value = values.getOrDefault(key, "").strip();
        return value.substring(0, Math.min(value.length(), SHOWN));
    }

    private static int number(String text) {
        String digits = ParcelLines.plain(text).replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 4 ? -1 : Integer.parseInt(digits);
    }
}

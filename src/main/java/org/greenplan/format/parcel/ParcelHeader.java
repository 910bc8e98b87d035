package org.greenplan.format.parcel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenplan.crs.Datum;
import org.greenplan.crs.Planes;
import org.greenplan.crs.Zone;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The section [属性描述]: it names the datum, the width of the zones and the zone. Old datums are named too, so that whoever
 * takes the parcels in can refuse them instead of guessing.
 */
record ParcelHeader(Map<String, String> values) {
    private static final int SHOWN = 60;

    ParcelHeader {
        values = Map.copyOf(new LinkedHashMap<>(values));
    }

    /**
     * The coordinate system declared; empty where none is named.
     *
     * @param numbers two numbers of the first vertex, which show whether the zone stands before the easting
     */
    Optional<DeclaredCrs> crs(double[] numbers) {
        String named = value("坐标系");
        Datum datum = datum(named);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeclaredCrs(datum == null ? null : epsg(datum, numbers), null, source()));
    }

    private static @Nullable Datum datum(String named) {
        if (named.contains("西安") || named.contains("1980") || named.startsWith("80")) {
            return Datum.XIAN_1980;
        }
        if (named.contains("北京") || named.contains("1954") || named.startsWith("54")) {
            return Datum.BEIJING_1954;
        }
        return named.contains("2000") ? Datum.CGCS2000 : null;
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

    private Words source() {
        StringBuilder text = new StringBuilder();
        for (String key : new String[] {"坐标系", "几度分带", "带号"}) {
            String value = value(key);
            if (!value.isEmpty()) {
                text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(value);
            }
        }
        return Words.of(text.toString(), text.toString());
    }

    private String value(String key) {
        String value = values.getOrDefault(key, "").strip();
        return value.substring(0, Math.min(value.length(), SHOWN));
    }

    private static int number(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 4 ? -1 : Integer.parseInt(digits);
    }
}

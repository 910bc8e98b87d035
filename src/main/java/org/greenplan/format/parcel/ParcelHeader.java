package org.greenplan.format.parcel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The section [属性描述]: it names the datum, the width of the zones and the zone. Old datums are named too, so that whoever
 * takes the parcels in can refuse them instead of guessing.
 */
record ParcelHeader(Map<String, String> values) {
    private static final int FIRST_3_DEGREE_ZONE = 25;
    private static final int LAST_3_DEGREE_ZONE = 45;
    private static final int FIRST_6_DEGREE_ZONE = 13;
    private static final int LAST_6_DEGREE_ZONE = 23;
    private static final int SHOWN = 60;

    /** The first EPSG codes of a datum's zones, with and without the zone number before the easting, and of its degrees. */
    private enum Datum {
        CGCS2000(4513, 4534, 4491, 4502, 4490),
        XIAN_1980(2349, 2370, 2327, 2338, 4610),
        BEIJING_1954(2401, 2422, 21413, 21453, 4214);

        private final int prefixed3;
        private final int plain3;
        private final int prefixed6;
        private final int plain6;
        private final int degrees;

        Datum(int prefixed3, int plain3, int prefixed6, int plain6, int degrees) {
            this.prefixed3 = prefixed3;
            this.plain3 = plain3;
            this.prefixed6 = prefixed6;
            this.plain6 = plain6;
            this.degrees = degrees;
        }
    }

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
        if (metres && width == 3 && zone >= FIRST_3_DEGREE_ZONE && zone <= LAST_3_DEGREE_ZONE) {
            return (prefixed ? datum.prefixed3 : datum.plain3) + zone - FIRST_3_DEGREE_ZONE;
        }
        if (metres && width == 6 && zone >= FIRST_6_DEGREE_ZONE && zone <= LAST_6_DEGREE_ZONE) {
            return (prefixed ? datum.prefixed6 : datum.plain6) + zone - FIRST_6_DEGREE_ZONE;
        }
        return metres && datum == Datum.CGCS2000 ? null : datum.degrees;
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

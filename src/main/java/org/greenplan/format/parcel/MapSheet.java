package org.greenplan.format.parcel;

import java.util.Locale;
import org.greenplan.crs.GaussKruger.LonLat;

/**
 * The number of the 1:10,000 map sheet on which a place lies (GB/T 13989): the millionth sheet by 4° × 6°, then G, row and
 * column of 2′30″ × 3′45″ within it, such as {@code I49G001001}.
 */
final class MapSheet {
    private static final int ROWS = 96;

    private MapSheet() {}

    static String of(LonLat place) {
        double lat = place.latDeg();
        double lon = place.lonDeg();
        char letter = (char) ('A' + (int) Math.floor(lat / 4));
        int column = (int) Math.floor(lon / 6) + 31;
        int fromSouth = (int) Math.floor((lat - 4 * Math.floor(lat / 4)) * ROWS / 4);
        int fromWest = (int) Math.floor((lon - 6 * Math.floor(lon / 6)) * ROWS / 6);
        return String.format(Locale.ROOT, "%c%02dG%03d%03d", letter, column, ROWS - fromSouth, fromWest + 1);
    }
}

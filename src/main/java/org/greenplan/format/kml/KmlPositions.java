package org.greenplan.format.kml;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** Lists of {@code lon,lat[,height]}; blanks around commas, as hand-written files have them, part nothing. */
final class KmlPositions {
    static final int MOST_CHARS = 60_000_000;
    private static final int MOST = 1_000_000;
    private static final int SHOWN = 40;

    private final KmlText xml;
    private final long placemark;
    private boolean heights;
    private int seen;

    KmlPositions(KmlText xml, long placemark) {
        this.xml = xml;
        this.placemark = placemark;
    }

    /** True where a height other than 0 was dropped. */
    boolean heights() {
        return heights;
    }

    List<Coordinate> list(String text) {
        List<Coordinate> list = new ArrayList<>();
        double[] numbers = new double[3];
        int count = 0;
        boolean comma = true;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ',' || blank(c)) {
                comma |= c == ',';
                i++;
                continue;
            }
            if (!comma) {
                add(list, numbers, count);
                count = 0;
            }
            int end = i;
            while (end < text.length() && text.charAt(end) != ',' && !blank(text.charAt(end))) {
                end++;
            }
            double number = number(text.substring(i, end));
            if (count < 3) {
                numbers[count] = number;
            }
            count++;
            comma = false;
            i = end;
        }
        if (count > 0) {
            add(list, numbers, count);
        }
        return list;
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000';
    }

    private void add(List<Coordinate> list, double[] numbers, int count) {
        if (count < 2 || count > 3) {
            throw broken("坐标应为“经度,纬度[,高程]”。", "a position is \"longitude,latitude[,height]\".");
        }
        if (++seen > MOST) {
            throw broken("一个地标超过 " + MOST + " 个顶点。请拆分。", "over " + MOST + " vertices. Split it.");
        }
        heights |= count == 3 && numbers[2] != 0;
        list.add(new CoordinateXY(numbers[0], numbers[1]));
    }

    private double number(String text) {
        try {
            double value = text.length() <= SHOWN ? Double.parseDouble(text) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below in the planner's words.
        }
        String shown = text.substring(0, Math.min(SHOWN, text.length()));
        throw broken("“" + shown + "”不是坐标。", "\"" + shown + "\" is no coordinate.");
    }

    private RuntimeException broken(String zh, String en) {
        return xml.file().broken(placemark, zh, en);
    }
}

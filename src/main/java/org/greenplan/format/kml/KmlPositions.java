package org.greenplan.format.kml;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
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
    private @Nullable GeometryNote broken;

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
            if (!comma || count == 3) {
                add(list, numbers, count);
                count = 0;
            }
            int end = i;
            while (end < text.length() && text.charAt(end) != ',' && !blank(text.charAt(end))) {
                end++;
            }
            // Heights are of no use here: whatever stands in their place does no harm.
            numbers[count] = count == 2 ? height(text.substring(i, end)) : number(text.substring(i, end));
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
        if (count < 2) {
            broken("坐标应为“经度,纬度[,高程]”。", "A position is \"longitude,latitude[,height]\".");
            return;
        }
        if (++seen > MOST) {
            throw xml.file().broken(placemark, "一个地标超过 " + MOST + " 个顶点。请拆分。", "over " + MOST + " vertices. Split it.");
        }
        heights |= count == 3 && numbers[2] != 0;
        if (Double.isFinite(numbers[0]) && Double.isFinite(numbers[1])) {
            list.add(new CoordinateXY(numbers[0], numbers[1]));
        }
    }

    private double number(String text) {
        double value = parsed(text);
        if (!Double.isFinite(value)) {
            String shown = text.substring(0, Math.min(SHOWN, text.length()));
            broken("“" + shown + "”不是坐标。", "\"" + shown + "\" is no coordinate.");
        }
        return value;
    }

    /** A height; one that is no number counts as none. */
    private static double height(String text) {
        double value = parsed(text);
        return Double.isFinite(value) ? value : 0;
    }

    private static double parsed(String text) {
        try {
            return text.length() <= SHOWN ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Why the placemark has no shape: one of its positions cannot be read. Null where all can. */
    @Nullable
    GeometryNote broken() {
        return broken;
    }

    /** One bad record refuses itself, never the file. */
    private void broken(String zh, String en) {
        broken = broken != null ? broken : new GeometryNote("no-shape", Words.of(zh, en));
    }
}

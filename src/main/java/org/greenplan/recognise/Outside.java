package org.greenplan.recognise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;

/**
 * Plots that lie outside the district are told one by one: frames and legends of a drawing, numbers that slipped. Far ones are taken
 * only by choice.
 */
public record Outside(District district, LayerChoice choice) {
    /** Nearer than this a plot may be meant; it is told and taken. */
    private static final double FAR_M = 500;

    /** The record, refused where it lies far outside and nobody chose to take such ones. */
    public Taking.Result checked(Taking.Result result) {
        if (!(result instanceof Taking.Taken taken)) {
            return result;
        }
        double awayM = district.awayM(taken.shape());
        if (awayM <= 0) {
            return result;
        }
        Words lies = Words.of("位于区界外 " + zh(awayM) + "。", "It lies outside the district, " + en(awayM) + " off.");
        if (awayM <= FAR_M || choice.takeOutside()) {
            return taken.noted(new GeometryNote("outside-district", lies));
        }
        Map<String, Object> place = new LinkedHashMap<>();
        Coordinate at = taken.shape().getCoordinate();
        place.put("type", "Point");
        place.put("coordinates", List.of(at.x, at.y));
        return new Taking.Refused(
                taken.number(),
                Words.of(
                        lies.zh() + "多为图框、图例或坐标有误；如确需导入，请勾选“连同区界外的地块”。",
                        lies.en()
                                + " Mostly that is a frame, a legend or a slip in the numbers; choose to take plots outside the district"
                                + " if it is meant."),
                place,
                taken.name(),
                Taking.Refused.Way.TAKE_OUTSIDE);
    }

    private static String zh(double metres) {
        return metres < 1000
                ? String.format(Locale.ROOT, "%.0f 米", metres)
                : String.format(Locale.ROOT, "%.1f 公里", metres / 1000);
    }

    private static String en(double metres) {
        return metres < 1000
                ? String.format(Locale.ROOT, "%.0f m", metres)
                : String.format(Locale.ROOT, "%.1f km", metres / 1000);
    }
}

package org.greenplan.oracle;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * What a plot counts by the recount, in square metres and metres.
 *
 * @param area of the plane: the plot, or a corridor's belt
 * @param net what of it counts
 * @param ownM2 the area by which it is judged a piece of its own
 * @param netByZone plane area by number of the sub-district, 0 for none
 * @param lengthByZone likewise
 * @param taken what others took: "outside", "green", or the name of the plot
 */
public record Counted(
        PlanFeature plot,
        Geometry area,
        Geometry net,
        double ellipsoidM2,
        double netEllipsoidM2,
        double ownM2,
        double grossLengthM,
        Map<Long, Double> netByZone,
        Map<Long, Double> lengthByZone,
        Map<String, Double> taken) {
    public double grossM2() {
        return area.getArea();
    }

    public double netM2() {
        return net.getArea();
    }

    public double lengthM() {
        return lengthByZone.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public boolean isUpgrade() {
        return plot.text("effect").equals("upgrade");
    }
}

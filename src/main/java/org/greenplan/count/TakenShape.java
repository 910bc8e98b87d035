package org.greenplan.count;

import java.util.List;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.Mask;
import org.greenplan.geo.Overlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Where the part of a plot lies that does not count for it, for the eye; how much it is, {@link Taken} says. A pure function. */
public record TakenShape(PlanCrs crs) {
    /**
     * The polygons of a part, in the plan's plane; empty where the plot has lost nothing so.
     *
     * @param neighbourhood all that the plot's net area depends on
     * @param by the plot that counts the part, only where the reason is {@link Taken.Why#PLOT}
     */
    public Geometry of(PlotShape plot, LedgerInput neighbourhood, Taken.Why why, @Nullable PlotKey by) {
        var district = new Mask(neighbourhood.district());
        Geometry area = plot.area();
        return switch (why) {
            case OUTSIDE -> district.polygonsBeyond(area);
            case UPGRADE -> district.polygonsOf(area);
            case GREEN ->
                less(
                        district.polygonsOf(area),
                        Overlay.difference(district.polygonsOf(area), neighbourhood.baseline()));
            case PLOT ->
                neighbourhood.plots().stream()
                        .filter(other -> other.key().equals(by))
                        .findFirst()
                        .map(other -> common(
                                area,
                                new ShapeKernel(crs).net(other, neighbourhood).netShape()))
                        .orElseGet(() -> area.getFactory().createMultiPolygon());
        };
    }

    private static Geometry less(Geometry all, Geometry rest) {
        return Overlay.polygons(Overlay.difference(all, List.of(rest)));
    }

    private static Geometry common(Geometry one, Geometry other) {
        return Overlay.polygons(Overlay.intersection(one, other));
    }
}

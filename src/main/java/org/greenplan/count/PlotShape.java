package org.greenplan.count;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A plot as the ledger sees it, in the plan's plane (metres, x = easting).
 *
 * @param area polygonal and valid; a corridor's belt
 * @param centreLine lineal, whose length counts once, or null for plots that are not corridors
 * @param addsArea false for an upgrade: it adds no area and takes none from others (its length still counts)
 */
public record PlotShape(
        PlotKey key, Precedence precedence, Geometry area, @Nullable Geometry centreLine, boolean addsArea) {
    /** A total order, that of {@link Precedence}. */
    public static final Comparator<PlotShape> BY_PRECEDENCE = Comparator.comparing(PlotShape::precedence);

    /**
     * All that a plot may touch or take from: its area, and what is near its centre line.
     *
     * @param lineToleranceM how far beside a line another still runs along it
     */
    public Envelope reach(double lineToleranceM) {
        Envelope reach = new Envelope(area.getEnvelopeInternal());
        if (centreLine != null) {
            Envelope line = new Envelope(centreLine.getEnvelopeInternal());
            line.expandBy(lineToleranceM);
            reach.expandToInclude(line);
        }
        return reach;
    }
}

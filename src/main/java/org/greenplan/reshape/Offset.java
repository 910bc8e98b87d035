package org.greenplan.reshape;

import java.util.List;
import java.util.Locale;
import org.greenplan.geo.Overlay;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** A polygon grown or shrunk by a distance, or the belt along its outside. Metres, in the plan's plane. */
final class Offset {
    /** Wider than any belt of a district's programme; beyond it somebody took the wrong unit. */
    private static final double MOST_M = 5_000;

    private static final double MITRE = 5;

    private Offset() {}

    /** The shape with its outline moved outwards, or inwards where the distance is negative; corners stay corners. */
    static Geometry of(Geometry shape, double distanceM) {
        if (!(Math.abs(distanceM) <= MOST_M)) {
            throw new Problem.Invalid(
                    Words.of("距离应在 ±" + MOST_M + " 米以内。", "The distance is within ±" + MOST_M + " metres."),
                    "distanceM");
        }
        var corners = new BufferParameters();
        corners.setJoinStyle(BufferParameters.JOIN_MITRE);
        corners.setMitreLimit(MITRE);
        Geometry moved = Overlay.polygons(new BufferOp(shape, corners).getResultGeometry(distanceM));
        if (moved.isEmpty()) {
            String metres = String.format(Locale.ROOT, "%.2f", -distanceM);
            throw new Problem.Invalid(
                    Words.of(
                            "向内 " + metres + " 米后什么也不剩，请减小距离。",
                            "Nothing is left " + metres + " m inside the outline; take less."),
                    "distanceM");
        }
        return moved;
    }

    /** The belt of a width around the shape, without the shape. */
    static Geometry belt(Geometry shape, double widthM) {
        if (!(widthM > 0)) {
            throw new Problem.Invalid(Words.of("宽度应大于 0。", "The width is more than 0."), "widthM");
        }
        return Overlay.difference(of(shape, widthM), List.of(shape));
    }
}

package org.greenplan.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of the programme: what is promised, how it is measured, over which plots.
 *
 * @param measure NET_AREA (square metres), LENGTH (metres) or COUNT
 * @param method PLANE or ELLIPSOID: which of the two areas counts
 * @param layers the layers whose features count; empty means every layer that adds green
 * @param where attribute values a feature must have (attribute name to accepted codes)
 * @param minAreaM2 a plot whose own net area on the plane is below this is no piece (only COUNT); null means 1 m²
 * @param value in square metres, metres or pieces
 * @param unit unit in which planners read it: {@code m2}, {@code mu}, {@code ha}, {@code m}, {@code km} or {@code count}
 */
public record TargetLine(
        String id,
        Words title,
        Measure measure,
        AreaMethod method,
        List<String> layers,
        Map<String, List<String>> where,
        @Nullable Double minAreaM2,
        double value,
        String unit,
        @Nullable LocalDate due,
        @Nullable String source) {
    public TargetLine {
        layers = List.copyOf(layers);
        where = Map.copyOf(where);
    }

    /** What is measured. */
    public enum Measure {
        NET_AREA,
        LENGTH,
        COUNT
    }

    /** Which of the two legal areas counts. */
    public enum AreaMethod {
        PLANE,
        ELLIPSOID
    }
}

package org.greenplan.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of the programme: what is promised, how it is measured, over which plots.
 *
 * @param measure NET_AREA (square metres), LENGTH (metres) or COUNT
 * @param method PLANE or ELLIPSOID: which of the two areas counts
 * @param layers the layers whose features count; empty means every layer that adds green
 * @param filter which of their features count, in CQL2 text such as {@code class = 'G14'}; null takes all
 * @param minAreaM2 a plot whose own net area on the plane is below this is no piece (only COUNT); null means 1 m²
 * @param value in square metres, metres or pieces; 0 where it is left open
 * @param unit unit in which planners read it: {@code m2}, {@code mu}, {@code ha}, {@code m}, {@code km} or {@code count}
 */
public record TargetLine(
        String id,
        Words title,
        Measure measure,
        AreaMethod method,
        List<String> layers,
        @Nullable String filter,
        @Nullable Double minAreaM2,
        double value,
        String unit,
        @Nullable LocalDate due,
        @Nullable String source) {
    public TargetLine {
        layers = List.copyOf(layers);
    }

    /** Whether what is promised is not decided yet: nothing is missing then, and nothing reached. */
    public boolean isOpen() {
        return value == 0;
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

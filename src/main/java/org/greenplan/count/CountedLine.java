package org.greenplan.count;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.Intervals;
import org.greenplan.geo.Mask;
import org.locationtech.jts.geom.LineString;

/** What of a line counts: stretches of its parts. */
public record CountedLine(List<Part> parts) {
    public static final CountedLine NONE = new CountedLine(List.of());

    public CountedLine {
        parts = List.copyOf(parts);
    }

    /** One part, as it was drawn, and the stretches of it that count. */
    public record Part(LineString line, Intervals counted) {}

    public double lengthM() {
        return parts.stream().mapToDouble(p -> p.counted().lengthM()).sum();
    }

    /** Whether nothing of it counts. */
    public boolean isEmpty() {
        return lengthM() == 0;
    }

    /** What of it lies in an area, the border included to a millimetre. */
    public CountedLine in(Mask area) {
        return new CountedLine(parts.stream()
                .map(p -> new Part(p.line(), p.counted().and(area.inside(p.line()))))
                .toList());
    }

    /** What of it is not part of another count of the same line. */
    public CountedLine minus(CountedLine other) {
        List<Part> rest = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            rest.add(new Part(
                    part.line(), part.counted().minus(other.parts.get(i).counted())));
        }
        return new CountedLine(rest);
    }
}

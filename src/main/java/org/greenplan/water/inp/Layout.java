package org.greenplan.water.inp;

import java.util.List;
import java.util.Map;
import org.greenplan.water.Given;

/**
 * What the balance of water does not need and an engine does.
 *
 * @param places where lakes and junctions are
 * @param bends of each link between its ends, in its direction; none where it is straight
 * @param bedM level of the bed of each junction, metres
 * @param sections of the links; what is not here is taken for want of better and listed
 */
public record Layout(
        Map<String, Point> places,
        Map<String, List<Point>> bends,
        Map<String, Given> bedM,
        Map<String, Section> sections) {
    /** Metres on the plan's plane. */
    public record Point(double eastM, double northM) {}

    /**
     * A rectangle open at the top for SWMM, the pipe of the same area for EPANET.
     *
     * @param roughness by Manning
     */
    public record Section(double widthM, double depthM, double roughness) {}

    public Layout {
        places = Map.copyOf(places);
        bends = Map.copyOf(bends);
        bedM = Map.copyOf(bedM);
        sections = Map.copyOf(sections);
    }

    List<Point> bends(String link) {
        return bends.getOrDefault(link, List.of());
    }
}

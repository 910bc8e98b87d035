package org.greenplan.water.remedy;

import java.util.List;
import org.greenplan.water.Demand;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Source;

/**
 * Something that could be built: links, sources, deeper lakes, together. What has the name of a thing of the network takes its place.
 * Or a new lake, alone: it takes the place of a junction.
 *
 * @param work of which this is a step; at most one step of a work is built, and a later one does all that an earlier one does. A variant
 *     that does something else is a work of its own
 * @param wanted of a new lake, once it is there; where something is wanted, the candidate is a new lake
 * @param capitalYuan what building it costs, never less than nothing
 */
public record Candidate(
        String id,
        String work,
        List<Link> links,
        List<Source> sources,
        List<Lake> lakes,
        List<Demand> wanted,
        double capitalYuan) {
    public Candidate {
        wanted = List.copyOf(wanted);
        if (!wanted.isEmpty() && lakes.size() != 1) {
            throw new IllegalArgumentException(id + " is to be one new lake, not " + lakes.size());
        }
        links = List.copyOf(links);
        sources = List.copyOf(sources);
        lakes = List.copyOf(lakes);
        if (!(capitalYuan >= 0)) {
            throw new IllegalArgumentException(id + " costs " + capitalYuan);
        }
    }

    /** Whether it is a lake where there is none: unlike all else, it wants water before it gives any. */
    boolean isNewLake() {
        return !wanted.isEmpty();
    }

    /** A link, whether a pump stands in it or not. */
    public static Candidate of(String work, Link link, double capitalYuan) {
        return new Candidate(
                work + " " + Math.round(link.capacityM3PerDay().number()),
                work,
                List.of(link),
                List.of(),
                List.of(),
                List.of(),
                capitalYuan);
    }

    /** A source. */
    public static Candidate of(Source source, double capitalYuan) {
        return new Candidate(source.id(), source.id(), List.of(), List.of(source), List.of(), List.of(), capitalYuan);
    }
}

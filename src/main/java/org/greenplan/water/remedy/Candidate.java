package org.greenplan.water.remedy;

import java.util.List;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Source;

/**
 * Something that could be built: links, sources, deeper lakes, together. What has the name of a thing of the network takes its place.
 *
 * @param work of which this is a step; at most one step of a work is built, and a later one does all that an earlier one does. A variant
 *     that does something else is a work of its own
 * @param capitalYuan what building it costs, never less than nothing
 */
public record Candidate(
        String id, String work, List<Link> links, List<Source> sources, List<Lake> lakes, double capitalYuan) {
    public Candidate {
        links = List.copyOf(links);
        sources = List.copyOf(sources);
        lakes = List.copyOf(lakes);
        if (!(capitalYuan >= 0)) {
            throw new IllegalArgumentException(id + " costs " + capitalYuan);
        }
    }

    /** A link, whether a pump stands in it or not. */
    public static Candidate of(String work, Link link, double capitalYuan) {
        return new Candidate(
                work + " " + Math.round(link.capacityM3PerDay().number()),
                work,
                List.of(link),
                List.of(),
                List.of(),
                capitalYuan);
    }

    /** A source. */
    public static Candidate of(Source source, double capitalYuan) {
        return new Candidate(source.id(), source.id(), List.of(), List.of(source), List.of(), capitalYuan);
    }
}

package org.greenplan.network;

import java.util.List;

/**
 * The network that a drawing makes: what it is made of, its nodes and edges, and what is wrong with it. The same drawing makes the same
 * network, whatever was drawn first.
 *
 * @param findings in the order of their ids
 */
public record Network(Drawing drawing, Topology topology, List<Finding> findings) {
    public Network {
        findings = List.copyOf(findings);
    }

    /** The network of a drawing. */
    public static Network of(Drawing drawing) {
        Topology topology = Topology.of(drawing);
        var survey = new Survey(drawing, topology);
        new LooseEnds(survey).look();
        new Directions(survey).look();
        new Outfalls(survey).look();
        new Gaps(survey).look();
        return new Network(drawing, topology, survey.findings());
    }
}

package org.greenplan.water.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.greenplan.water.Drive;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;

/**
 * What is wrong with a network before anything is computed.
 *
 * @param at id of the lake or link
 */
public record Finding(Kind kind, String at) {
    /** What kind of fault. */
    public enum Kind {
        /** A gravity link leads to a lake whose level is higher than that of the lake it leaves. */
        UPHILL_WITHOUT_PUMP,
        /** A link on a circle of links none of which is pumped: water does not run in a circle by itself. */
        CIRCLE_WITHOUT_PUMP,
        /** No link leaves the lake, and nobody has said where it spills. */
        NO_WAY_OUT,
        /** Nobody has said where the lake spills. */
        NO_SPILL
    }

    /** Looks through a network; by kind, then by id. */
    public static List<Finding> of(Network network) {
        List<Finding> findings = new ArrayList<>();
        List<Link> gravity = network.links().stream()
                .filter(link -> link.drive() instanceof Drive.Gravity)
                .toList();
        for (Link link : gravity) {
            double from = levelM(network, link.from());
            double to = levelM(network, link.to());
            if (to > from) {
                findings.add(new Finding(Kind.UPHILL_WITHOUT_PUMP, link.id()));
            }
        }
        circles(network, gravity, findings);
        for (Lake lake : network.lakes()) {
            boolean left = network.links().stream().anyMatch(link -> link.from().equals(lake.id()));
            if (lake.spillTo() == null) {
                findings.add(new Finding(left ? Kind.NO_SPILL : Kind.NO_WAY_OUT, lake.id()));
            }
        }
        findings.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::at));
        return List.copyOf(findings);
    }

    private static void circles(Network network, List<Link> gravity, List<Finding> findings) {
        var graph = new PlaceGraph(network.places().toList());
        gravity.forEach(link -> graph.arc(link.from(), link.to()));
        for (Set<String> circle : graph.strong()) {
            gravity.stream()
                    .filter(link -> circle.contains(link.from()) && circle.contains(link.to()))
                    .forEach(link -> findings.add(new Finding(Kind.CIRCLE_WITHOUT_PUMP, link.id())));
        }
    }

    /** Level of a full lake; NaN for a junction, of which nothing is known. */
    private static double levelM(Network network, String place) {
        return network.lakes().stream()
                .filter(lake -> lake.id().equals(place))
                .mapToDouble(lake -> lake.shape().levelM(lake.normalM3().number()))
                .findFirst()
                .orElse(Double.NaN);
    }
}

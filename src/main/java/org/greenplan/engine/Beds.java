package org.greenplan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.supply.Row;
import org.greenplan.water.Given;
import org.greenplan.water.Lake;
import org.jspecify.annotations.Nullable;

/**
 * How high the beds of junctions are: as somebody said of the structure there, or of the end of a line there, the lowest of several; else
 * on a straight line along a river, or else a link, between two places of which it is known. A lake's bed is that of its shape.
 */
final class Beds {
    private static final String STRUCTURE = "bed_level_m";
    private static final String UPPER = "bed_upper_m";
    private static final String LOWER = "bed_lower_m";

    private final Network drawn;
    private final Map<String, Given> known = new HashMap<>();
    private final Map<String, List<Edge>> lines = new TreeMap<>();

    Beds(Network drawn, List<Lake> lakes) {
        this.drawn = drawn;
        lakes.forEach(lake -> known.put(lake.id(), Given.assumed(lake.shape().levelM(0))));
        drawn.topology().edges().forEach(edge -> lines.computeIfAbsent(
                        edge.feature() + " " + edge.part(), key -> new ArrayList<>())
                .add(edge));
        lines.values().forEach(edges -> {
            Row line = row(edges.get(0).feature());
            end(edges.get(0).from(), line.given(UPPER));
            end(edges.get(edges.size() - 1).to(), line.given(LOWER));
        });
        for (Node node : drawn.topology().nodes()) {
            for (String feature : node.features()) {
                Given bed = row(feature).given(STRUCTURE);
                if (node.type() != Node.Type.LAKE && !bed.isMissing()) {
                    known.put(node.id(), bed);
                }
            }
        }
    }

    private void end(String node, Given bed) {
        if (!bed.isMissing() && drawn.topology().node(node).type() != Node.Type.LAKE) {
            known.merge(node, bed, (one, other) -> one.number() <= other.number() ? one : other);
        }
    }

    private Row row(String feature) {
        return Row.of(Objects.requireNonNull(drawn.drawing().things().get(feature)));
    }

    /** A junction's bed; missing where nobody has said enough. What lies between is an assumption. */
    Given at(String node) {
        Given said = known.get(node);
        if (said != null) {
            return said;
        }
        Given between = Given.MISSING;
        for (boolean river : new boolean[] {true, false}) {
            for (List<Edge> edges : lines.values()) {
                boolean isRiver = kind(edges) == Kind.RIVER;
                if (between.isMissing() && isRiver == river) {
                    between = between(edges, node);
                }
            }
        }
        return between;
    }

    private @Nullable Kind kind(List<Edge> edges) {
        Drawn line = drawn.drawing().things().get(edges.get(0).feature());
        return line == null ? null : line.kind();
    }

    private Given between(List<Edge> edges, String node) {
        double at = Double.NaN;
        TreeMap<Double, Double> stations = new TreeMap<>();
        for (Edge edge : edges) {
            at = edge.from().equals(node) ? edge.fromM() : edge.to().equals(node) ? edge.toM() : at;
            station(stations, edge.fromM(), edge.from());
            station(stations, edge.toM(), edge.to());
        }
        Map.Entry<Double, Double> above = Double.isNaN(at) ? null : stations.lowerEntry(at);
        Map.Entry<Double, Double> below = Double.isNaN(at) ? null : stations.higherEntry(at);
        if (above == null || below == null) {
            return Given.MISSING;
        }
        double share = (at - above.getKey()) / (below.getKey() - above.getKey());
        return Given.assumed(above.getValue() + share * (below.getValue() - above.getValue()));
    }

    private void station(Map<Double, Double> stations, double atM, String node) {
        Given bed = known.get(node);
        if (bed != null) {
            stations.put(atM, bed.number());
        }
    }

    /** Where a junction's missing bed is filled in: of the structure there, else at the end of a river, else of a link. */
    static Place toFill(Network drawn, String node) {
        List<String> features = drawn.topology().nodes().stream()
                .filter(one -> one.id().equals(node))
                .flatMap(one -> one.features().stream())
                .toList();
        String best = "";
        int rank = 3;
        for (String feature : features) {
            Drawn thing = drawn.drawing().things().get(feature);
            int its = thing == null ? 3 : thing.kind() == Kind.STRUCTURE ? 0 : thing.kind() == Kind.RIVER ? 1 : 2;
            if (its < rank) {
                rank = its;
                best = feature;
            }
        }
        Drawn line = drawn.drawing().things().get(best);
        boolean begins = line != null && line.values().get(UPPER) == null;
        return new Place(best, rank == 0 ? STRUCTURE : begins ? UPPER : LOWER);
    }

    /** A feature and its attribute. */
    record Place(String feature, String attribute) {}
}

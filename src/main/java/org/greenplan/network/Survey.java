package org.greenplan.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A drawing with its topology, as it is looked through for what is wrong; and all that was found. */
final class Survey {
    private final Drawing drawing;
    private final Topology topology;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<Edge>> in = new HashMap<>();
    private final Map<String, List<Edge>> out = new HashMap<>();
    private final Map<String, List<Edge>> byFeature = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();

    Survey(Drawing drawing, Topology topology) {
        this.drawing = drawing;
        this.topology = topology;
        topology.nodes().forEach(node -> nodes.put(node.id(), node));
        for (Edge edge : topology.edges()) {
            in.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
            out.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
            byFeature.computeIfAbsent(edge.feature(), id -> new ArrayList<>()).add(edge);
        }
    }

    Drawing drawing() {
        return drawing;
    }

    Topology topology() {
        return topology;
    }

    Node node(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    List<Edge> into(Node node) {
        return in.getOrDefault(node.id(), List.of());
    }

    List<Edge> outOf(Node node) {
        return out.getOrDefault(node.id(), List.of());
    }

    /** The edges of a line, part by part, each along the line. */
    List<Edge> of(Drawn line) {
        return byFeature.getOrDefault(line.id(), List.of());
    }

    Drawn thing(String id) {
        return Objects.requireNonNull(drawing.things().get(id));
    }

    /** What is of a kind, in the order of ids. */
    List<Drawn> all(Kind kind) {
        return drawing.things().values().stream()
                .filter(thing -> thing.kind() == kind)
                .toList();
    }

    boolean isOf(Edge edge, Kind kind) {
        return thing(edge.feature()).kind() == kind;
    }

    /** All that was found, in the order of its ids. */
    List<Finding> findings() {
        return found.stream().sorted(Comparator.comparing(Finding::id)).toList();
    }

    /** Notes a finding about a feature, where it is mended. */
    void add(Finding.Type type, Drawn about, String at, Coordinate place, Words what, Words remedy) {
        add(type, about, null, at, List.of(), place, what, remedy);
    }

    /** Notes a finding that other features have to do with, too. */
    void add(
            Finding.Type type,
            Drawn about,
            @Nullable String attribute,
            String at,
            List<String> others,
            Coordinate place,
            Words what,
            Words remedy) {
        String id = type.name().toLowerCase(Locale.ROOT) + " " + about.id() + (at.isEmpty() ? "" : " " + at);
        found.add(new Finding(id, type, about.id(), attribute, others, place.x, place.y, what, remedy));
    }

    static Coordinate place(Node node) {
        return new Coordinate(node.x(), node.y());
    }

    static Coordinate inside(Drawn thing) {
        return thing.shape().getInteriorPoint().getCoordinate();
    }

    /** A length as people read it. */
    static String metres(double lengthM) {
        return String.format(Locale.ROOT, lengthM < 10 ? "%.1f m" : "%.0f m", lengthM);
    }
}

package org.greenplan.supply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Finding;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Junction;
import org.greenplan.water.Link;
import org.greenplan.water.Stage;

/**
 * What leads water in a drawing: each stretch between two nodes is a link, and what is lost or lifted on a line is shared by its
 * stretches. What a lake may not hold goes down its spillway and nothing else does. A line that would run uphill by itself leads nothing.
 */
record Links(Network drawn, Openings openings, Values values) {
    private static final double PUMP_EFFICIENCY = 0.7;
    private static final double HOURS = 24;

    List<Link> all() {
        Set<String> uphill = uphill();
        List<Link> links = new ArrayList<>();
        for (Edge edge : drawn.topology().edges()) {
            Drawn line = thing(edge.feature());
            if (!line.is("spillway")
                    && !uphill.contains(line.id())
                    && !edge.from().equals(edge.to())) {
                links.add(link(edge, line));
            }
        }
        return links;
    }

    /** Lines that run uphill without a pump. */
    Set<String> uphill() {
        return drawn.findings().stream()
                .filter(finding -> finding.type() == Finding.Type.UPHILL)
                .map(Finding::feature)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Link link(Edge edge, Drawn line) {
        Row row = Row.of(line);
        String id = edge.id();
        double part = edge.lengthM() / line.shape().getGeometryN(edge.part()).getLength();
        boolean isBed = line.kind() == Kind.RIVER || line.is("river_reach");
        Given capacity = isBed && !row.has("capacity_m3d")
                ? Given.of(Double.POSITIVE_INFINITY)
                : values.given(id, "capacityM3PerDay", row, "capacity_m3d");
        Given loss = isBed
                ? values.given(id, "lossShare", row, "loss_percent", 0)
                : values.given(id, "lossShare", row, "loss_percent");
        return new Link(
                id,
                edge.from(),
                edge.to(),
                capacity,
                openings.of(edge, line),
                loss.isMissing() ? loss : new Given(1 - Math.pow(1 - loss.number() / 100, part), loss.origin()),
                drive(edge, line, row, part),
                Given.of(edge.lengthM()),
                line.kind() == Kind.RIVER ? Stage.TODAY : Stages.of(row.text("status")));
    }

    /** A sill is where the line leaves its first lake; what follows takes from the bed. */
    private Drive drive(Edge edge, Drawn line, Row row, double part) {
        String id = edge.id();
        if (line.isPumped()) {
            return new Drive.Pump(
                    values.given(id, "liftM", row, "lift_m").times(part),
                    values.given(id, "efficiency", row, "efficiency", PUMP_EFFICIENCY),
                    values.given(id, "hoursPerDay", row, "hours_per_day", HOURS));
        }
        boolean hasSill = row.has("sill_m")
                && drawn.topology().node(edge.from()).type() == Node.Type.LAKE
                && edge.equals(first(edge));
        return new Drive.Gravity(hasSill ? values.given(id, "sillM", row, "sill_m") : null);
    }

    /** The first stretch of the same part of a line that leaves a lake. */
    private Edge first(Edge of) {
        return drawn.topology().edges().stream()
                .filter(edge -> edge.feature().equals(of.feature()) && edge.part() == of.part())
                .filter(edge -> drawn.topology().node(edge.from()).type() == Node.Type.LAKE)
                .findFirst()
                .orElse(of);
    }

    /** All places but lakes; a lake that is not there yet is one. Where a river arrives and nothing goes on, water leaves the district. */
    List<Junction> junctions(Stage state) {
        Set<String> later = Lakes.later(drawn, state);
        return drawn.topology().nodes().stream()
                .filter(node -> node.type() != Node.Type.LAKE || later.contains(node.id()))
                .map(node -> new Junction(node.id(), isMouth(node)))
                .toList();
    }

    private boolean isMouth(Node node) {
        boolean arrives = false;
        for (Edge edge : drawn.topology().edges()) {
            if (edge.from().equals(node.id())) {
                return false;
            }
            arrives |= edge.to().equals(node.id()) && thing(edge.feature()).kind() == Kind.RIVER;
        }
        return arrives;
    }

    private Drawn thing(String id) {
        return Objects.requireNonNull(drawn.drawing().things().get(id));
    }
}

package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.network.Touch;
import org.greenplan.water.Given;
import org.greenplan.water.Monthly;
import org.greenplan.water.Source;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * What drains bring to lakes, reaches and structures in which they end. One that leads sewage brings water whether somebody says how much or
 * not, so that has to be said; rain that runs off is in the lakes' catchments already, so a drain of rain counts where somebody says what
 * it brings. What ends at a sewage works is the works' water.
 */
record Drains(Network drawn, Tables tables, String year, Values values) {
    static final String VOLUME = "discharge_m3d";
    private static final Set<String> SEWAGE = Set.of("sewage", "combined");

    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (Drawn thing : drawn.drawing().things().values()) {
            if (thing.kind() == Kind.DRAIN && (SEWAGE.contains(thing.text("kind")) || counts(Row.of(thing)))) {
                end(thing.id()).ifPresent(at -> sources.add(source(Row.of(thing), at)));
            }
        }
        return sources;
    }

    private boolean counts(Row drain) {
        return drain.has(VOLUME) || tables.availability(drain.name(), year).isPresent();
    }

    private Source source(Row drain, String at) {
        Monthly share = tables.availability(drain.name(), year)
                .map(table -> values.monthly(drain.id(), "availability", table, "percent")
                        .times(0.01))
                .orElse(Monthly.constant(Given.of(1)));
        return new Source(
                drain.id(),
                at,
                Sources.group(drain),
                values.given(drain.id(), "capacityM3PerDay", drain, VOLUME),
                Map.of(year, share),
                Monthly.constant(Given.of(1)),
                null,
                Given.of(0),
                Stages.of(drain.text("status")));
    }

    /** The place at which a drain ends; on a line the next place down the water. None where it ends at nothing, or at a sewage works. */
    private Optional<String> end(String drain) {
        List<Touch> ends = drawn.drawing().touches().values().stream()
                .filter(touch ->
                        touch.how() == Touch.How.DISCHARGES && touch.a().id().equals(drain))
                .toList();
        return ends.stream().anyMatch(touch -> other(touch).is("sewage_works"))
                ? Optional.empty()
                : ends.stream()
                        .min(Comparator.comparing(touch -> other(touch).kind() == Kind.LAKE ? 0 : 1))
                        .flatMap(this::place);
    }

    private Drawn other(Touch touch) {
        return drawn.drawing().thing(touch.b().id());
    }

    private Optional<String> place(Touch touch) {
        Drawn other = other(touch);
        if (other.kind() == Kind.RIVER || other.kind() == Kind.LINK) {
            var at = other.shape().getFactory().createPoint(new Coordinate(touch.x(), touch.y()));
            return drawn.topology().edges().stream()
                    .filter(edge -> edge.feature().equals(other.id()))
                    .min(Comparator.comparingDouble(edge -> stretch(other, edge).distance(at)))
                    .map(Edge::to);
        }
        return drawn.topology().nodes().stream()
                .filter(node -> node.features().contains(other.id()))
                .map(Node::id)
                .findFirst();
    }

    private static Geometry stretch(Drawn line, Edge edge) {
        return new LengthIndexedLine(line.shape().getGeometryN(edge.part())).extractLine(edge.fromM(), edge.toM());
    }
}

package org.greenplan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept up change by change is what would be found anew, on drawings made up by a seed. */
class DrawingTest {
    private static final double TOLERANCE_M = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changeByChangeIsAllAnew(long seed) {
        var random = new Random(seed);
        Map<String, Drawn> plan = new LinkedHashMap<>();
        Map<String, Drawn> fields = new LinkedHashMap<>();
        Drawing kept = Drawing.of(TOLERANCE_M, List.of(), in(fields));
        for (int turn = 0; turn < 40; turn++) {
            Map<String, Optional<Drawn>> changed = new LinkedHashMap<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                String id = kind + "/" + random.nextInt(8);
                Optional<Drawn> now =
                        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(RandomDrawn.of(id, kind, random));
                changed.put(id, now);
                Map<String, Drawn> to = kind == Kind.FARMLAND ? fields : plan;
                now.ifPresentOrElse(thing -> to.put(id, thing), () -> to.remove(id));
            }
            kept = kept.with(changed, in(fields));
            List<Drawn> shuffled = new ArrayList<>(plan.values());
            Collections.shuffle(shuffled, random);
            Drawing anew = Drawing.of(TOLERANCE_M, shuffled, in(fields));
            assertThat(kept.touches()).isEqualTo(anew.touches());
            assertThat(kept.things().keySet()).isEqualTo(anew.things().keySet());
            assertThat(Topology.of(kept)).isEqualTo(Topology.of(anew));
        }
        assertThat(kept.touches()).hasSizeGreaterThan(10);
        assertThat(Topology.of(kept).nodes()).anyMatch(node -> node.features().size() > 2);
    }

    /** Every end of every line is at exactly one node, and the edges of a strand with its wet stretches are the strand. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void nothingOfALineIsLost(long seed) {
        var random = new Random(seed);
        List<Drawn> things = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Kind kind = Kind.values()[random.nextInt(4)];
            things.add(RandomDrawn.of(kind + "/" + i, kind, random));
        }
        Drawing drawing = Drawing.of(TOLERANCE_M, things, box -> List.of());
        Topology topology = Topology.of(drawing);
        var dry = Sketch.shape("POLYGON ((-1e4 -1e4, 1e4 -1e4, 1e4 1e4, -1e4 1e4, -1e4 -1e4))");
        for (Drawn thing : things) {
            if (thing.kind() == Kind.LAKE) {
                dry = dry.difference(thing.shape());
            }
        }
        double drawnM = 0;
        for (Drawn thing : things) {
            drawnM += thing.kind().isLine() ? thing.shape().intersection(dry).getLength() : 0;
        }
        double edgesM = topology.edges().stream().mapToDouble(Edge::lengthM).sum();
        int contacts =
                topology.edges().size() + things.size() + drawing.touches().size();
        assertThat(edgesM).isBetween(drawnM - 2 * TOLERANCE_M * contacts, drawnM + TOLERANCE_M * contacts);
        assertThat(topology.edges()).allSatisfy(edge -> {
            assertThat(topology.node(edge.from()).features()).contains(edge.feature());
            assertThat(topology.node(edge.to()).features()).contains(edge.feature());
        });
    }

    private static Drawing.Farmland in(Map<String, Drawn> fields) {
        return box -> fields.values().stream()
                .filter(land -> land.box().intersects(box))
                .toList();
    }
}

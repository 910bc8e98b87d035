package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.network.Finding;
import org.greenplan.network.Network;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** The stored water network is that of the features, whatever changes them, in both stores. */
class NetworkKeptTest {
    private static Change.Create lake(String name, double east, double levelM) {
        return create("lakes", DeskFixture.box(east, 0, 100, 100), Map.of("name", name, "normal_level_m", levelM));
    }

    private static Change.Create link(String name, String kind, double... eastNorth) {
        return create(
                "water_links", DeskFixture.line(eastNorth), Map.of("name", name, "kind", kind, "status", "proposed"));
    }

    private static List<String> findings(PlanDesk desk, Finding.Type... types) {
        return desk.water().network().network().findings().stream()
                .filter(finding -> List.of(types).contains(finding.type()))
                .map(finding -> finding.type() + " " + finding.feature())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aLinkThatIsDrawnJoinsTwoLakesAndAnUndoPartsThem(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            PlanDesk desk = plan.desk();
            FeatureRef upper = plan.one(lake("上湖", 0, 150)).ref();
            FeatureRef lower = plan.one(lake("下湖", 1000, 136)).ref();
            assertThat(findings(desk, Finding.Type.NO_OUTLET)).hasSize(2);
            Feature link = plan.one(link("渠", "channel", 1003, 50, 500, 300, 97, 50));
            Network network = desk.water().network().network();
            assertThat(network.topology().edges()).singleElement().satisfies(edge -> {
                assertThat(edge.from()).isEqualTo(lower.toString());
                assertThat(edge.to()).isEqualTo(upper.toString());
            });
            assertThat(findings(desk, Finding.Type.UPHILL, Finding.Type.NO_OUTLET))
                    .containsExactly("NO_OUTLET " + upper, "UPHILL " + link.ref());
            assertThat(OutsideProgram.rows(plan.address(), "SELECT from_node, to_node FROM greenplan_water_edge"))
                    .hasSize(1);
            assertThat(desk.verify()).isEmpty();
            desk.undo("li");
            assertThat(desk.water().network().network().topology().edges()).isEmpty();
            assertThat(desk.verify()).isEmpty();
            desk.redo("li");
            assertThat(desk.water().network().network()).isEqualTo(network);
            assertThat(plan.reopened().water().network().network().findings()).isEqualTo(network.findings());
        }
    }

    @ParameterizedTest
    @EnumSource
    void farmlandThatIsDrawnLaterIsToldOfTheWorksOnIt(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature link = plan.one(link("管", "pipe", 0, 0, 500, 0));
            plan.one(create("basic_farmland", DeskFixture.box(100, -50, 100, 100), Map.of("name", "田")));
            assertThat(findings(plan.desk(), Finding.Type.FARMLAND)).containsExactly("FARMLAND " + link.ref());
            assertThat(plan.desk().verify()).isEmpty();
            Map<String, @Nullable Object> built = new HashMap<>(link.attributes());
            built.put("status", "completed");
            plan.desk().apply(by("li", new Change.Replace(link.ref(), link.version(), built, link.geometry())));
            assertThat(findings(plan.desk(), Finding.Type.FARMLAND)).isEmpty();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Many changes of many kinds; some by a desk that has just been opened and remembers nothing. */
    @ParameterizedTest
    @EnumSource
    void changeByChangeIsAllAnew(Kind kind) {
        var random = new Random(5);
        try (var plan = new DeskFixture(kind)) {
            List<Feature> drawn = new ArrayList<>();
            for (int turn = 0; turn < 24; turn++) {
                if (turn % 8 == 7) {
                    plan.reopened();
                }
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    changes.add(something(random));
                }
                if (turn > 3) {
                    Feature old = drawn.remove(random.nextInt(drawn.size()));
                    changes.add(new Change.Delete(old.ref(), old.version()));
                }
                plan.desk().apply(by("li", changes.toArray(Change[]::new))).features().stream()
                        .filter(feature -> !feature.geometry().isEmpty())
                        .forEach(drawn::add);
                drawn.removeIf(feature -> changes.stream()
                        .anyMatch(c -> c instanceof Change.Delete delete
                                && delete.ref().equals(feature.ref())));
                assertThat(plan.desk().verify()).isEmpty();
            }
            assertThat(plan.desk().water().network().network().topology().edges())
                    .hasSizeGreaterThan(20);
        }
    }

    private static Change.Create something(Random random) {
        double east = 50 * random.nextInt(12);
        double north = 50 * random.nextInt(12);
        double toEast = 50 * random.nextInt(12) + 1;
        double toNorth = 50 * random.nextInt(12) + 2;
        Geometry line = DeskFixture.line(east, north, toEast, toNorth);
        return switch (random.nextInt(5)) {
            case 0 -> create("lakes", DeskFixture.box(east, north, 80, 80), Map.of("name", "湖"));
            case 1 -> create("rivers", line, Map.of("name", "河"));
            case 2 -> create("basic_farmland", DeskFixture.box(east, north, 80, 80), Map.of("name", "田"));
            case 3 ->
                create(
                        "water_structures",
                        DeskFixture.line(east, north, toEast, toNorth).getInteriorPoint(),
                        Map.of("name", "闸", "kind", "sluice", "status", "proposed"));
            default -> link("渠", "channel", east, north, toEast, toNorth);
        };
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyWroteIntoTheTablesIsToldAndMended(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            plan.one(lake("湖", 0, 150));
            plan.one(link("渠", "channel", 50, 50, 500, 300));
            for (String hand : List.of(
                    "DELETE FROM greenplan_water_touch",
                    "UPDATE greenplan_water_node SET snapped_m = 4.5",
                    "UPDATE greenplan_water_edge SET to_node = 'lakes/9'",
                    "DELETE FROM greenplan_water_finding WHERE type = 'LOOSE_END'")) {
                OutsideProgram.change(plan.address(), hand);
                assertThat(plan.desk().verify()).as(hand).isNotEmpty();
                plan.desk().repair();
                assertThat(plan.desk().verify()).as(hand).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lakesOfAnOlderPlanTakeTheStatusesOfWorksOnce(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Map<String, FeatureRef> lakes = new HashMap<>();
            for (String state : List.of("existing", "building", "planned")) {
                lakes.put(state, plan.one(lake(state, 1000 * lakes.size(), 150)).ref());
            }
            // As a program wrote them that knew no network: its word for the state, and no notes of an edit.
            PlanDesk desk = plan.reopenedAfter(() -> {
                OutsideProgram.change(plan.address(), "UPDATE lakes SET state = name");
                OutsideProgram.change(plan.address(), "DELETE FROM greenplan_outside");
                OutsideProgram.change(
                        plan.address(), "UPDATE greenplan_part SET method = 0 WHERE name = 'water network'");
                OutsideProgram.change(plan.address(), "DELETE FROM greenplan_water_finding");
            });
            Map<String, String> now = new HashMap<>();
            lakes.forEach((state, ref) ->
                    now.put(state, String.valueOf(plan.read(ref).attributes().get("state"))));
            assertThat(now)
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("existing", "completed", "building", "under_construction", "planned", "proposed"));
            assertThat(desk.verify()).isEmpty();
            List<String> told = OutsideProgram.rows(
                    plan.address(), "SELECT fid FROM greenplan_changeset WHERE comment LIKE '%湖泊状态%'");
            assertThat(told).hasSize(1);
            plan.reopened();
            assertThat(OutsideProgram.rows(
                            plan.address(), "SELECT fid FROM greenplan_changeset WHERE comment LIKE '%湖泊状态%'"))
                    .isEqualTo(told);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theToleranceIsThePlans(Kind kind) {
        var catalogue = CatalogueReader.bundled();
        var profile = PlanProfileReader.bundled("shangjie", catalogue);
        try (PlanDesk desk = PlanDesk.open(kind.openNew(catalogue), catalogue, profile)) {
            assertThat(desk.water().network().network().drawing().toleranceM()).isEqualTo(profile.lineToleranceM());
        }
    }
}

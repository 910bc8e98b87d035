package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Change;
import org.greenplan.network.Drawn;
import org.greenplan.network.Finding;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The water network of the plan that comes with the program: whole, all assumption, and with the faults that its README names. */
class SampleNetworkTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final List<Change.Create> PLAN = SamplePlan.bundled("shangjie", CATALOGUE);
    /** Values that were in the sample before it had a network, and what says how a feature stands. */
    private static final Set<String> NOT_ASSUMED = Set.of(
            "name", "kind", "state", "status", "source", "width_m", "condition", "remark", "illustrative", "assumed");

    /** The links of the sample, with what they lead from and to. */
    private static final Map<String, String> LINKS = Map.ofEntries(
            Map.entry("汜水河—方顶湖引水渠", "汜水河 > 方顶湖"),
            Map.entry("方顶湖—太溪湖退水渠", "方顶湖 > 太溪湖"),
            Map.entry("方顶湖—冯沟湖连通涵", "方顶湖 > 冯沟湖"),
            Map.entry("枯河—东虢湖河段", "枯河下段 > 东虢湖"),
            Map.entry("开阳湖—枯河管道", "开阳湖 > 枯河上段"),
            Map.entry("冯沟湖—开阳湖提水管", "冯沟湖 > 开阳湖"),
            Map.entry("五云湖—方顶湖引水管", "五云湖 > 方顶湖"),
            Map.entry("方顶湖—五云湖提水管", "方顶湖 > 五云湖"),
            Map.entry("东虢湖—太溪湖提水管", "东虢湖 > 太溪湖"),
            Map.entry("太溪湖—方顶湖引水渠", "太溪湖 > 方顶湖"),
            Map.entry("太溪湖—方顶湖提水管", "太溪湖 > 方顶湖"),
            Map.entry("东虢湖—枯河退水渠", "东虢湖 > 枯河下段"),
            Map.entry("五云湖溢洪道", "五云湖 > 汜水河"),
            Map.entry("冯沟湖溢洪道", "冯沟湖 > 汜水河"),
            Map.entry("开阳湖溢洪道", "开阳湖 > 枯河上段"),
            Map.entry("东虢湖溢洪道", "东虢湖 > 枯河下段"),
            Map.entry("提灌站—东虢湖输水管", "黄河水提灌站(示意) > 东虢湖"),
            Map.entry("中铝接口—枯河输水管", "中铝黄河水接口 > 枯河下段"),
            Map.entry("西水东引—汜水河出水管", "西水东引出水口 > 汜水河"),
            Map.entry("第二污水处理厂—枯河再生水管", "第二污水处理厂 > 枯河汇流节点"),
            Map.entry("第三污水处理厂—枯河再生水管", "第三污水处理厂 > 枯河汇流节点"));

    @ParameterizedTest
    @EnumSource
    void everyStationTouchesWhatItServesAndTheFaultsAreThoseOfTheReadme(Kind kind) {
        try (PlanDesk desk =
                PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE))) {
            desk.begin("sample", () -> PLAN);
            Network network = desk.water().network().network();
            assertThat(links(network)).containsExactlyInAnyOrderEntriesOf(LINKS);
            assertThat(network.findings())
                    .extracting(finding -> finding.type() + " " + name(network, finding.feature()))
                    .containsExactlyInAnyOrder(
                            "UPHILL 太溪湖—方顶湖引水渠",
                            "LOOP 汜水河",
                            "NO_SPILL 方顶湖",
                            "CROSSING 方顶湖—五云湖提水管",
                            "CROSSING 冯沟湖溢洪道",
                            "FARMLAND 太溪湖—方顶湖引水渠",
                            "FARMLAND 太溪湖—方顶湖提水管",
                            "FARMLAND 东虢湖—太溪湖提水管");
            assertThat(network.findings())
                    .filteredOn(finding -> finding.type() == Finding.Type.UPHILL)
                    .singleElement()
                    .satisfies(uphill -> assertThat(uphill.what().zh()).contains("由 136.0 m 流向 150.0 m", "逆坡 14.0 m"));
            assertThat(network.findings())
                    .filteredOn(finding -> finding.type() == Finding.Type.LOOP)
                    .singleElement()
                    .satisfies(loop -> assertThat(loop.what().zh()).contains("太溪湖—方顶湖引水渠"));
            assertThat(desk.verify()).isEmpty();
        }
    }

    private static String name(Network network, String feature) {
        Drawn thing = network.drawing().things().get(feature);
        return thing == null ? feature : thing.name();
    }

    /** Links by name, with the names of what they join. */
    private static Map<String, String> links(Network network) {
        Map<String, String> links = new TreeMap<>();
        network.topology().edges().forEach(edge -> {
            if (edge.feature().startsWith("water_links/")) {
                links.merge(
                        name(network, edge.feature()),
                        end(network, edge.from()) + " > " + end(network, edge.to()),
                        (a, b) -> a + " | " + b);
            }
        });
        return links;
    }

    /** What stands at a node, or the river on which it lies. */
    private static String end(Network network, String node) {
        Node found = network.topology().node(node);
        return switch (found.type()) {
            case LAKE, STRUCTURE -> name(network, found.id());
            default ->
                found.features().stream()
                        .filter(id -> id.startsWith("rivers/"))
                        .map(id -> name(network, id))
                        .collect(Collectors.joining());
        };
    }

    @Test
    void everyValueOfTheNetworkIsMarkedAsAssumed() {
        for (Change.Create create : PLAN) {
            LayerType layer = CATALOGUE.get(create.layer());
            if (layer.find("assumed").isEmpty()) {
                continue;
            }
            var assumed = new TreeSet<>(List.of(
                    Objects.toString(create.attributes().get("assumed"), "").split(", ")));
            var given = new TreeSet<String>();
            for (Attribute attribute : layer.attributes()) {
                if (create.attributes().get(attribute.name()) != null && !NOT_ASSUMED.contains(attribute.name())) {
                    given.add(attribute.name());
                }
            }
            assumed.remove("");
            assertThat(assumed)
                    .as(String.valueOf(create.attributes().get("name")))
                    .isEqualTo(given);
        }
    }
}

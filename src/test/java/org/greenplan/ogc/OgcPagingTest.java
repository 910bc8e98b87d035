package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leafing through a layer: nothing twice, nothing lost, also while others write. */
class OgcPagingTest {
    private static final String ITEMS = "/collections/residential/items";

    @ParameterizedTest
    @EnumSource
    @DisplayName("Pages by number hold every feature once")
    void byNumber(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode all = plan.json(ITEMS + "?limit=1000");
        List<String> leafed = leaf(plan, ITEMS + "?limit=7", () -> {});
        assertThat(leafed).isEqualTo(OgcPlan.ids(all)).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Pages in any order hold every feature once, and both stores sort alike")
    void sorted(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String order : List.of("name", "-name", "+name,-remark", "-remark,name", "illustrative", "-remark")) {
            String query = ITEMS + "?sortby=" + order.replace("+", "%2B");
            List<String> whole = OgcPlan.ids(plan.json(query + "&limit=1000"));
            assertThat(leaf(plan, query + "&limit=4", () -> {})).as(order).isEqualTo(whole);
            assertThat(whole)
                    .isEqualTo(OgcPlan.ids(OgcPlan.in(Kind.GEOPACKAGE).json(query + "&limit=1000")))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("What is written between two pages neither repeats nor hides a feature")
    void whileOthersWrite(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            added.add(Long.toString(plan.create("lakes", lake("甲" + i, i))));
        }
        for (String query : List.of("limit=2", "limit=2&sortby=-name")) {
            List<String> before = OgcPlan.ids(
                    plan.json("/collections/lakes/items?limit=1000&" + query.replaceFirst("limit=2&?", "")));
            List<String> gone = new ArrayList<>();
            List<String> leafed = leaf(plan, "/collections/lakes/items?" + query, () -> {
                plan.create("lakes", lake("乙", 20));
                String first = added.remove(0);
                plan.send("DELETE", "/collections/lakes/items/" + first, null);
                gone.add(first);
            });
            assertThat(leafed).doesNotHaveDuplicates();
            List<String> stayed = new ArrayList<>(before);
            stayed.removeAll(gone);
            assertThat(leafed).containsAll(stayed);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("properties= gives just these attributes")
    void someProperties(Kind kind) {
        JsonNode page = OgcPlan.in(kind).json("/collections/parks/items?properties=status,name&limit=3");
        for (JsonNode feature : page.path("features")) {
            List<String> names = new ArrayList<>();
            feature.path("properties").fieldNames().forEachRemaining(names::add);
            assertThat(names).containsExactly("name", "status");
        }
    }

    private interface Meanwhile {
        void happens();
    }

    private static List<String> leaf(OgcPlan plan, String start, Meanwhile meanwhile) {
        List<String> ids = new ArrayList<>();
        String next = start;
        for (int page = 0; !next.isEmpty(); page++) {
            JsonNode document = plan.json(next);
            ids.addAll(OgcPlan.ids(document));
            next = OgcPlan.link(document, "next");
            if (page < 3) {
                meanwhile.happens();
            }
        }
        return ids;
    }

    private static String lake(String name, int place) {
        double lon = 113.23 + 0.001 * place;
        return """
               {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[%1$s,34.76],[%2$s,34.76],[%2$s,34.7605],[%1$s,34.76]]]},
                "properties":{"name":"%3$s"}}"""
                .formatted(lon, lon + 0.0005, name);
    }
}

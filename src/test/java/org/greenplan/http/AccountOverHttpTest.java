package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.crs.PlanCrs;
import org.greenplan.json.GeoJsonText;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Several plots together are told as one: sums, who took the rest, what they are to each target. */
class AccountOverHttpTest {
    @Test
    void plotsTogetherAreTheSumOfThem() throws IOException {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        List<Long> ids = new ArrayList<>();
        double[] wests = {113.300, 113.3005, 113.3008};
        for (double west : wests) {
            ids.add(HttpDesk.json(plan.post(
                            "/api/changesets",
                            String.format(
                                    Locale.ROOT,
                                    "{\"author\":\"zhao\",\"changes\":[{\"op\":\"create\",\"layer\":\"parks\",\"feature\":"
                                            + "{\"type\":\"Feature\",\"properties\":{\"name\":\"合计 %f\",\"class\":\"G14\","
                                            + "\"status\":\"proposed\",\"effect\":\"new\"},\"geometry\":%s}}]}",
                                    west,
                                    HttpDesk.polygon(HttpDesk.box(west, 34.81, 0.001)))))
                    .at("/features/0/id")
                    .asLong());
        }
        String last = "[\"parks:" + ids.get(1) + "\",\"parks:" + ids.get(2) + "\",\"roads:999\"]";
        JsonNode together = HttpDesk.json(plan.post("/api/accounts", last));
        double lost = together.at("/gross/planeM2").asDouble()
                - together.at("/net/planeM2").asDouble();
        double told = 0;
        for (JsonNode overlap : together.path("overlaps")) {
            told += overlap.path("planeM2").asDouble();
        }
        assertThat(together.path("plots").asInt()).isEqualTo(2);
        assertThat(told).isCloseTo(lost, within(1e-5)).isPositive();
        JsonNode first = together.at("/overlaps/0");
        assertThat(together.at("/bbox/0").asDouble()).isEqualTo(wests[1]);
        assertThat(together.at("/contributions/0/amount").asDouble())
                .as("for the target of net areas")
                .isCloseTo(together.at("/net/planeM2").asDouble(), within(1e-5));
        String shape = plan.post(
                        "/api/accounts/taken?reason=plot&layer=parks&id="
                                + first.path("id").asLong(),
                        last)
                .body();
        assertThat(PlanCrs.of("EPSG:4547")
                        .toPlane(GeoJsonText.parse(shape).geometry())
                        .getArea())
                .as("what is lit is as large as it is told, where its parts lie beside each other")
                .isPositive()
                .isLessThanOrEqualTo(first.path("planeM2").asDouble() + 0.1);
        constraints(plan, together, last);
        assertThat(plan.post("/api/accounts", "{}").statusCode()).isEqualTo(400);
        assertThat(plan.post("/api/accounts/taken?reason=luck", last).statusCode())
                .isEqualTo(400);
    }

    /** What forbids green where the plots lie. */
    private static List<JsonNode> hits(JsonNode account) {
        List<JsonNode> hits = new ArrayList<>();
        account.path("findings").forEach(finding -> {
            if (finding.path("state").asText().equals("hit")
                    && finding.path("severity").asText().equals("block")) {
                hits.add(finding);
            }
        });
        return hits;
    }

    /** Before a field is drawn under them and after. */
    private static void constraints(HttpDesk plan, JsonNode before, String plots) throws IOException {
        assertThat(hits(before)).isEmpty();
        String path = "/api/accounts/taken?rule=basic-farmland";
        assertThat(plan.post(path, plots).body()).contains("coordinates\":[]");
        plan.post(
                "/api/changesets",
                "{\"author\":\"zhao\",\"changes\":[{\"op\":\"create\",\"layer\":\"basic_farmland\",\"feature\":"
                        + "{\"type\":\"Feature\",\"properties\":{\"name\":\"合计田\"},\"geometry\":"
                        + HttpDesk.polygon(HttpDesk.box(113.3, 34.81, 0.005)) + "}}]}");
        List<JsonNode> met = hits(HttpDesk.json(plan.post("/api/accounts", plots)));
        assertThat(met).hasSize(1);
        assertThat(met.get(0).path("severity").asText()).isEqualTo("block");
        double wholeM2 = before.at("/gross/planeM2").asDouble();
        assertThat(met.get(0).path("planeM2").asDouble())
                .as("ground under both plots is told once")
                .isLessThan(wholeM2)
                .isGreaterThan(wholeM2 / 2);
        String shape = plan.post(path, plots).body();
        assertThat(PlanCrs.of("EPSG:4547")
                        .toPlane(GeoJsonText.parse(shape).geometry())
                        .getArea())
                .isCloseTo(met.get(0).path("planeM2").asDouble(), within(1.0));
        JsonNode all = plan.json("/api/findings");
        assertThat(all.at("/hits/0/rule").asText()).as("the hardest first").isEqualTo("basic-farmland");
        assertThat(all.at("/hits/0/source/zh").asText()).contains("1998");
        assertThat(all.path("outcomes").asInt()).isGreaterThan(all.path("count").asInt());
        assertThat(all.path("findings").toString()).as("no road is drawn").contains("not_checked", "road-zone");
        JsonNode sure = plan.json("/api/targets/sure");
        plan.json("/api/targets").forEach(target -> assertThat(
                        sure.path(target.path("id").asText()).asDouble(-1))
                .as("what is sure is a part of what is planned")
                .isBetween(0.0, target.path("planned").asDouble() + 1e-6));
    }
}

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
        assertThat(plan.post("/api/accounts", "{}").statusCode()).isEqualTo(400);
        assertThat(plan.post("/api/accounts/taken?reason=luck", last).statusCode())
                .isEqualTo(400);
    }
}

package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.http.HttpDesk.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records over HTTP: the door of the features is theirs too, and maps do not see them. */
class RecordsOverHttpTest {
    private static final String MADE =
            """
            {"author":"li","changes":[{"op":"create","layer":"target","feature":{"type":"Feature","geometry":null,
             "properties":{"code":"made","title_zh":"新增绿地","value":%s}}}]}""";

    @ParameterizedTest
    @EnumSource
    void aRecordIsWrittenAndReadBackWithoutAShape(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        JsonNode made = json(plan.post("/api/changesets", MADE.formatted("5")));
        JsonNode record = made.at("/features/0");
        assertThat(record.get("layer").asText()).isEqualTo("target");
        assertThat(record.get("label").asText()).isEqualTo("新增绿地");
        assertThat(record.get("geometry").isNull()).isTrue();

        String patch =
                """
                {"author":"li","changes":[{"op":"patch","layer":"target","id":%d,"version":1,
                 "feature":{"properties":{"value":6}}}]}"""
                        .formatted(record.get("id").asLong());
        JsonNode patched = json(plan.post("/api/changesets", patch)).at("/features/0");
        assertThat(patched.at("/properties/value").asDouble()).isEqualTo(6);
        assertThat(patched.at("/properties/code").asText()).isEqualTo("made");
        HttpResponse<String> late = plan.post("/api/changesets", patch);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).at("/current/properties/value").asDouble()).isEqualTo(6);
        assertThat(plan.json("/api/layers/target/features/" + record.get("id").asLong() + "/history"))
                .hasSize(2);
        plan.post("/api/undo", "{\"author\":\"li\"}");
        plan.post("/api/undo", "{\"author\":\"li\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aBadValueIsRefusedByItsField(Kind kind) {
        HttpResponse<String> answer = HttpDesk.shared(kind).post("/api/changesets", MADE.formatted("-5"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("field").asText()).isEqualTo("changes[0].feature.properties.value");
    }

    @ParameterizedTest
    @EnumSource
    void aListIsAnArrayBothWays(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        String rain = "[9,12.5,null,38,58,70,150,125,75,42,25,10]";
        String create =
                """
                {"author":"li","changes":[{"op":"create","layer":"climate_year",
                 "feature":{"properties":{"name":"平水年","rain_mm":%s}}}]}""";
        JsonNode made =
                json(plan.post("/api/changesets", create.formatted(rain))).at("/features/0");
        assertThat(made.at("/properties/rain_mm")).hasToString(rain);
        assertThat(made.at("/properties/evaporation_mm").isNull()).isTrue();
        assertThat(json(plan.post("/api/changesets", create.formatted(rain.replace("null", "-1"))))
                        .get("field")
                        .asText())
                .isEqualTo("changes[0].feature.properties.rain_mm[2]");
        assertThat(json(plan.post("/api/changesets", create.formatted("[[1]]")))
                        .get("field")
                        .asText())
                .isEqualTo("changes[0].feature.properties.rain_mm[0]");
        JsonNode list = plan.json("/api/plan").at("/records/0/attributes/3/list");
        assertThat(list.get("months").asBoolean()).isTrue();
        assertThat(list.at("/columns/0/unit").asText()).isEqualTo("mm");
        plan.post("/api/undo", "{\"author\":\"li\"}");
    }

    @ParameterizedTest
    @EnumSource
    void mapsAndCatalogueClientsDoNotSeeRecords(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        assertThat(plan.get("/ogc/collections?f=json").body())
                .contains("\"parks\"")
                .doesNotContain("\"target\"");
        assertThat(plan.get("/ogc/collections/target?f=json").statusCode()).isEqualTo(404);
        assertThat(plan.get("/ogc/collections/identity/items?f=json").statusCode())
                .isEqualTo(404);
        assertThat(plan.get("/tiles/target/1/0/0.mvt").statusCode()).isEqualTo(404);
        assertThat(plan.get("/api/export.geojson?layer=target").statusCode()).isEqualTo(400);
    }
}

package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.plan.SamplePlan;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an import says before and after of the pieces that a target counts. */
class PiecesOverHttpTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final Path THREE = Path.of("src/test/resources/cases/same-park-three-times.geojson");

    @ParameterizedTest
    @EnumSource
    void theSameParkThreeTimesIsOneNewPocketPark(Kind kind) throws IOException {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            plan.desk().begin("sample", () -> SamplePlan.bundled("shangjie", CATALOGUE));
            double parks = planned(plan, "pocket_parks");
            double greenM2 = planned(plan, "new_green");
            assertThat(parks).isEqualTo(7);
            var intake = new HttpIntake(plan);
            intake.put("three.geojson", Files.readAllBytes(THREE));
            intake.done("survey", "{}");
            JsonNode told = intake.done("preview", toParks());
            JsonNode preview = told.at("/preview/0");
            JsonNode forecast = told.path("forecast");
            assertThat(preview.at("/repeated/0/times").asInt()).isEqualTo(3);
            assertThat(preview.path("noPieces")).hasSize(1);
            assertThat(preview.at("/noPieces/0/count").asInt()).isEqualTo(2);
            assertThat(preview.at("/noPieces/0/words/en").asText()).contains("net area on the plane is below 400 m²");
            assertThat(preview.at("/noPieces/0/first/0/words/en").asText())
                    .contains("net area of 0 m² on the plane is below 400 m²");
            assertThat(preview.at("/noPieces/0/first/1/number").asInt()).isEqualTo(3);
            intake.done("apply", toParks());
            assertThat(planned(plan, "pocket_parks")).isEqualTo(8);
            assertThat(planned(plan, "new_green") - greenM2).isCloseTo(3000, within(1.0));
            assertThat(forecast.path("plots").asInt()).isEqualTo(3);
            assertThat(forecast.at("/net/planeM2").asDouble())
                    .as("what it will count is told before")
                    .isCloseTo(planned(plan, "new_green") - greenM2, within(1e-5));
            assertThat(forecast.at("/gross/planeM2").asDouble()).isCloseTo(9000, within(3.0));
            assertThat(forecast.at("/targets/after/0/planned").asDouble())
                    .isCloseTo(planned(plan, "new_green"), within(1e-5));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** A few are counted with their neighbours, very many with the whole plan: both ways say the same. */
    @ParameterizedTest
    @ValueSource(ints = {400, 2_100})
    void ofAFileOfAnyLengthEachPlotThatIsNoPieceIsTold(int records) {
        var plan = HttpDesk.shared(Kind.GEOPACKAGE);
        var intake = new HttpIntake(plan);
        var file = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < records; i++) {
            file.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"name\":\"园\"},\"geometry\":")
                    .append(HttpDesk.polygon(HttpDesk.box(
                            113.25 + 0.0004 * (i % 50), 34.8 + 0.0004 * (i / 50), i == 7 ? 0.0003 : 0.00003)))
                    .append('}');
        }
        intake.put("many.geojson", file.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        intake.done("survey", "{}");
        JsonNode preview = intake.done("preview", toParks()).at("/preview/0");
        assertThat(preview.at("/counts/new").asInt()).isEqualTo(records);
        assertThat(preview.path("noPieces")).hasSize(1);
        assertThat(preview.at("/noPieces/0/count").asInt()).isEqualTo(records - 1);
        assertThat(preview.at("/noPieces/0/first")).hasSize(20);
        intake.delete("");
    }

    private static double planned(HttpDesk plan, String target) {
        return plan.desk().targets().stream()
                .filter(t -> t.line().id().equals(target))
                .findFirst()
                .orElseThrow()
                .planned();
    }

    private static String toParks() {
        return "{\"author\":\"wang\",\"comment\":\"\",\"layers\":[{\"source\":0,\"target\":\"parks\",\"crs\":\"EPSG:4326\","
                + "\"fields\":{\"name\":\"name\"},\"fixed\":{\"class\":\"G14\"}}]}";
    }
}

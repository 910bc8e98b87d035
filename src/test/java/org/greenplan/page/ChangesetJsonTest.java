package org.greenplan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.plan.Applied;
import org.greenplan.plan.DeskFixture;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesetJsonTest {
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    @Test
    void readsWhatTheMapPosts() throws IOException {
        var request = parse(
                """
                {"author":" li ","comment":null,"changes":[
                 {"op":"create","layer":"parks","feature":{"type":"Feature","properties":{"name":"甲","year":2019},
                  "geometry":{"type":"Polygon","coordinates":[[[113,34,7],[113.1,34,7],[113.1,34.1,7]]]}}},
                 {"op":"delete","layer":"parks","id":7,"version":3}]}""");
        var changeset = request.changeset();
        assertThat(changeset.author()).isEqualTo("li");
        assertThat(changeset.comment()).isEmpty();
        assertThat(changeset.changes().get(1)).isEqualTo(new Change.Delete(new FeatureRef("parks", 7), 3));
        assertThat(((Change.Create) changeset.changes().get(0)).attributes())
                .containsEntry("name", "甲")
                .containsEntry("year", 2019L);
        assertThat(request.notices()).extracting(Notice::kind).containsExactly("height-dropped", "ring-closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                              | body",
                "{\"author\":1}                                                  | author",
                "{\"author\":\"li\",\"changes\":{}}                              | changes",
                "{\"author\":\"li\",\"changes\":[3]}                             | changes[0]",
                "{\"author\":\"li\",\"changes\":[{\"op\":\"drop\",\"layer\":\"parks\"}]} | changes[0].op",
                "{\"author\":\"li\",\"changes\":[{\"op\":\"create\"}]}           | changes[0].layer",
                "{\"author\":\"li\",\"changes\":[{\"op\":\"create\",\"layer\":\"parks\",\"feature\":{}}]} | changes[0].feature.geometry",
                "{\"author\":\"li\",\"changes\":[{\"op\":\"delete\",\"layer\":\"parks\",\"id\":\"x\"}]} | changes[0].id",
                "{\"author\":\"li\",\"changes\":[{\"op\":\"delete\",\"layer\":\"parks\",\"id\":1}]} | changes[0].version",
                "{\"author\":\"li\",\"changes\":[{\"feature\":{\"properties\":{\"name\":{}}}}]} | changes[0].feature.properties.name",
                "{\"author\":\"li\",\"changes\":[{\"feature\":{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}}}]} | changes[0].feature.geometry.coordinates",
                "{\"autor\":\"li\"}                                              | autor",
                "{\"author\":\"li\",\"changes\":[]} {}                         | body"
            })
    void refusesTheRestWithItsField(String json, String field) {
        assertThatThrownBy(() -> parse(json)).isInstanceOfSatisfying(Problem.Invalid.class, p -> assertThat(p.field())
                .isEqualTo(field));
    }

    @Test
    void answersWithTheStoredFeaturesAndTheTargets() throws IOException {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Applied applied = plan.desk().apply(by("li", park("甲", box(0, 0, 100, 100))));
            var out = new StringWriter();
            try (var json = JSON.createGenerator(out)) {
                ChangesetJson.write(json, CATALOGUE, applied, java.util.List.of());
            }
            var answer = new ObjectMapper().readTree(out.toString());
            assertThat(answer.at("/changeset").asLong()).isEqualTo(1);
            assertThat(answer.at("/features/0/label").asText()).isEqualTo("甲");
            assertThat(answer.at("/features/0/properties/status").asText()).isEqualTo("proposed");
            assertThat(answer.at("/features/0/geometry/type").asText()).isEqualTo("MultiPolygon");
            assertThat(answer.at("/targets/after/0/planned").asDouble()).isGreaterThan(9_999);
            assertThat(answer.at("/targets/after/0/measure").asText()).isEqualTo("net area");
            assertThat(answer.at("/targets/before/0/planned").asDouble()).isZero();
        }
    }

    private static ChangesetJson.Request parse(String text) throws IOException {
        try (var json = JSON.createParser(text)) {
            return ChangesetJson.parse(json, CATALOGUE);
        }
    }
}

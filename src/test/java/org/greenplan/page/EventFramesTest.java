package org.greenplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.feature.Change;
import org.greenplan.json.JsonTree;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Changesets are put into words once, for all pages. */
class EventFramesTest {
    @Test
    void allPagesShareTheSameBytes() {
        try (DeskFixture plan = new DeskFixture(Kind.GEOPACKAGE)) {
            EventFrames frames = new EventFrames(plan.desk().database());
            assertThat(frames.after(0))
                    .as("nobody has said yet that there is news")
                    .isNull();
            long first = saved(plan, 0);
            long second = saved(plan, 1);
            frames.heard(second);
            EventFrames.Frame one = Objects.requireNonNull(frames.after(0));
            EventFrames.Frame two = Objects.requireNonNull(frames.after(first));
            assertThat(one.number()).isEqualTo(first);
            assertThat(two.number()).isEqualTo(second);
            assertThat(new String(two.bytes(), StandardCharsets.UTF_8))
                    .startsWith("event: changeset\nid: ")
                    .contains("\ndata: {\"changeset\":" + second + ",")
                    .endsWith("}\n\n");
            assertThat(frames.after(0)).isSameAs(one);
            assertThat(frames.after(first)).isSameAs(two);
            assertThat(frames.after(second)).isNull();
        }
    }

    /** So many features are not named one by one; a page reads the layers anew, and must hear of each of them. */
    @Test
    void ofAChangesetOfThousandsEveryLayerIsNamed() throws IOException {
        try (DeskFixture plan = new DeskFixture(Kind.GEOPACKAGE)) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                changes.add(DeskFixture.park("甲", DeskFixture.box(20 * (i % 50), 20 * (i / 50), 10, 10)));
            }
            changes.add(DeskFixture.create("afforestation", DeskFixture.box(-500, 0, 10, 10), Map.of("name", "林")));
            long number = plan.desk()
                    .apply(DeskFixture.by("li", changes.toArray(Change[]::new)))
                    .changeset();
            EventFrames frames = new EventFrames(plan.desk().database());
            frames.heard(number);
            byte[] frame = Objects.requireNonNull(frames.after(number - 1)).bytes();
            String event = new String(frame, StandardCharsets.UTF_8);
            JsonNode told = JsonTree.of(event.substring(event.indexOf("data: ") + 6));
            assertThat(told.path("features")).hasSize(1000);
            assertThat(told.at("/counts/parks").asInt()).isEqualTo(1000);
            assertThat(told.at("/counts/afforestation").asInt()).isEqualTo(1);
        }
    }

    private static long saved(DeskFixture plan, int place) {
        return plan.desk()
                .apply(DeskFixture.by("li", DeskFixture.park("甲", DeskFixture.box(20 * place, 0, 10, 10))))
                .changeset();
    }
}

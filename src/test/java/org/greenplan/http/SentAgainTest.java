package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.greenplan.feature.Change;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A changeset that its page sends again, for it never heard of the first answer, is written once. */
class SentAgainTest {
    private static final String ID = "6f1c2a34-0000-4000-8000-000000000001";

    @ParameterizedTest
    @EnumSource
    void theSecondArrivalAnswersWhatTheFirstDid(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            JsonNode first = save(plan, ID, 0);
            JsonNode second = save(plan, ID, 0);
            assertThat(second.get("changeset")).isEqualTo(first.get("changeset"));
            assertThat(second.get("features")).isEqualTo(first.get("features"));
            assertThat(second.get("deleted")).isEqualTo(first.get("deleted"));
            assertThat(save(plan, "another-id", 1).get("changeset").asLong())
                    .isEqualTo(first.get("changeset").asLong() + 1);
            assertThat(plan.json("/api/plots")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void alsoWhenBothArriveAtOnceAndAtTwoPrograms(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind);
                HttpDesk other = plan.another()) {
            ExecutorService pages = Executors.newFixedThreadPool(8);
            try {
                List<Future<JsonNode>> answers = new ArrayList<>();
                CountDownLatch go = new CountDownLatch(1);
                for (int i = 0; i < 8; i++) {
                    HttpDesk at = i % 2 == 0 ? plan : other;
                    answers.add(pages.submit(() -> {
                        go.await();
                        return save(at, ID, 0);
                    }));
                }
                go.countDown();
                for (Future<JsonNode> answer : answers) {
                    assertThat(answer.get().get("changeset").asLong()).isEqualTo(1);
                }
                assertThat(plan.newest()).isEqualTo(1);
            } finally {
                pages.shutdown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void alsoAfterARestart(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            JsonNode first = save(plan, ID, 0);
            try (HttpDesk restarted = plan.another()) {
                assertThat(save(restarted, ID, 0).get("features")).isEqualTo(first.get("features"));
                assertThat(restarted.newest()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSavesDuringAnImportHearsWhoImportsAndHowFarAndSucceedsAfterIt(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            ExecutorService importer = Executors.newSingleThreadExecutor();
            try {
                List<Change.Create> parks = SlowReadersTest.parks(20);
                Future<?> done =
                        importer.submit(() -> plan.desk().importAll("王工", "大批", parks, (phase, soFar, total) -> {
                            if (phase.equals("recording") && soFar == 7) {
                                writing.countDown();
                                await(end);
                            }
                        }));
                writing.await();
                var refused = plan.post("/api/changesets", body(ID, 0));
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                JsonNode problem = HttpDesk.json(refused);
                assertThat(problem.at("/busy/author").asText()).isEqualTo("王工");
                assertThat(problem.at("/busy/phase").asText()).isEqualTo("recording");
                assertThat(problem.at("/busy/done").asInt()).isEqualTo(7);
                assertThat(problem.at("/busy/count").asInt()).isEqualTo(20);
                assertThat(problem.get("detail").asText())
                        .isEqualTo("\"王工\" is recording changes, 7 of 20 done. Save again in a moment; nothing was"
                                + " changed.");
                assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
                end.countDown();
                done.get(60, TimeUnit.SECONDS);
                assertThat(save(plan, ID, 0).get("changeset").asLong()).isEqualTo(2);
            } finally {
                end.countDown();
                importer.shutdown();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode save(HttpDesk plan, String id, int place) {
        var answer = plan.post("/api/changesets", body(id, place));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpDesk.json(answer);
    }

    private static String body(String id, int place) {
        return HttpDesk.create(
                        "li", "parks", "甲", HttpDesk.polygon(HttpDesk.box(113.28 + 0.001 * place, 34.79, 0.0003)))
                .replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    }
}

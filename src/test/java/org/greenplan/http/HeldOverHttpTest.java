package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A save beside somebody who edits the same in another program: nobody's work is written over, and each hears of the other. */
class HeldOverHttpTest {
    private static final String BOX = HttpDesk.box(113.28, 34.79, 0.001);

    /** PostGIS holds a row, so 423 (locked) of it; a GeoPackage is held as a whole, so 503 of the plan, which the page sends again. */
    @ParameterizedTest
    @EnumSource
    void whoeverStillEditsIsNamedAndOnceTheySavedBothValuesStandSideBySide(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            long park = park(plan, "甲");
            try (var edit = OutsideProgram.begin(plan.address())) {
                edit.run("UPDATE parks SET name = 'QGIS' WHERE fid = " + park);
                HttpResponse<String> held = save(plan, "乙", park);
                assertThat(held.statusCode()).isEqualTo(kind == Kind.POSTGIS ? 423 : 503);
                assertThat(held.body())
                        .contains("is being edited in another program")
                        .contains(kind == Kind.POSTGIS ? "save it again in a moment" : "Save and close it there first");
                assertThat(inChinese(plan, "乙", park).body()).contains("正在另一个程序中编辑");
                edit.commit();
            }
            JsonNode conflict = HttpDesk.json(save(plan, "乙", park));
            assertThat(conflict.path("status").asInt()).isEqualTo(409);
            JsonNode current = conflict.get("current");
            assertThat(current.at("/properties/name").asText()).isEqualTo("QGIS");
            assertThat(saveOn(plan, "乙", park, current.get("version").asInt()).statusCode())
                    .isEqualTo(200);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedWhileASaveWaitsIsAConflictWithBothValues(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            long park = park(plan, "甲");
            try (var edit = OutsideProgram.begin(plan.address())) {
                edit.run("UPDATE parks SET name = 'QGIS' WHERE fid = " + park);
                var save = CompletableFuture.supplyAsync(() -> save(plan, "乙", park));
                untilItWaits(plan, kind);
                edit.commit();
                JsonNode conflict = HttpDesk.json(save.get());
                assertThat(conflict.path("status").asInt()).isEqualTo(409);
                assertThat(conflict.at("/current/properties/name").asText()).isEqualTo("QGIS");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEditThatIsGivenUpWhileASaveWaitsHindersNobody(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            long park = park(plan, "甲");
            try (var edit = OutsideProgram.begin(plan.address())) {
                edit.run("UPDATE parks SET name = 'QGIS' WHERE fid = " + park);
                var save = CompletableFuture.supplyAsync(() -> save(plan, "乙", park));
                untilItWaits(plan, kind);
                edit.giveUp();
                assertThat(save.get().statusCode()).isEqualTo(200);
            }
        }
    }

    /** The desk locks the first park and waits for the second, which the other holds and asks for the first: one of them must begin anew. */
    @Test
    void aDeadlockWithAnotherSessionIsTriedAgain() throws Exception {
        try (HttpDesk plan = HttpDesk.open(Kind.POSTGIS)) {
            long first = park(plan, "甲");
            long second = park(plan, "乙");
            try (var edit = OutsideProgram.begin(plan.address())) {
                // The server ends the transaction that finds the deadlock first.
                edit.run("SET LOCAL deadlock_timeout = '60s'");
                edit.run("UPDATE parks SET name = 'QGIS' WHERE fid = " + second);
                var save = CompletableFuture.supplyAsync(() -> save(plan, "丙", first, second));
                untilItWaits(plan, Kind.POSTGIS);
                edit.run("UPDATE parks SET name = 'QGIS' WHERE fid = " + first);
                edit.giveUp();
                assertThat(save.get().statusCode()).as(save.get().body()).isEqualTo(200);
            }
            assertThat(OutsideProgram.count(
                            plan.address(),
                            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                    .isPositive();
            assertThat(plan.json("/api/plots").findValuesAsText("name")).containsExactly("丙", "丙");
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Else a browser would keep what it saw meanwhile, being told that it has not changed. */
    @ParameterizedTest
    @EnumSource
    void oneTagIsOneContentThoughAnEditIsTakenBackBeforeItWasTakenIn(Kind kind) {
        try (HttpDesk plan = HttpDesk.unwatched(kind)) {
            long park = park(plan, "甲");
            Map<String, byte[]> seen = new HashMap<>();
            List<String> tags = new ArrayList<>();
            look(plan, park, seen, tags);
            for (String status : List.of("approved", "proposed")) {
                OutsideProgram.commit(plan.address(), "UPDATE parks SET status = '" + status + "' WHERE fid = " + park);
                look(plan, park, seen, tags);
            }
            plan.desk().catchUp();
            look(plan, park, seen, tags);
            OutsideProgram.commit(plan.address(), "UPDATE parks SET status = 'approved' WHERE fid = " + park);
            plan.desk().catchUp();
            look(plan, park, seen, tags);
            OutsideProgram.commit(plan.address(), "UPDATE parks SET status = 'proposed' WHERE fid = " + park);
            plan.desk().catchUp();
            look(plan, park, seen, tags);
            assertThat(seen).hasSize(6);
            assertThat(tags.subList(8, 12)).doesNotContainAnyElementsOf(tags.subList(0, 8));
        }
    }

    private static void look(HttpDesk plan, long park, Map<String, byte[]> seen, List<String> tags) {
        for (String address :
                List.of("/tiles/parks/12/3336/1625.mvt", "/ogc/collections/parks/items/" + park + "?f=json")) {
            var answer = plan.send(plan.request(address), HttpResponse.BodyHandlers.ofByteArray());
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            tags.add(tag);
            assertThat(answer.body()).as(tag).isEqualTo(seen.computeIfAbsent(tag, t -> answer.body()));
        }
    }

    /** A server tells who waits; a file does not, and either order of commit and save must come out the same. */
    private static void untilItWaits(HttpDesk plan, Kind kind) throws InterruptedException {
        String waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'";
        for (int i = 0; i < 200; i++) {
            Thread.sleep(20);
            if (kind == Kind.POSTGIS ? OutsideProgram.count(plan.address(), waits) > 0 : i > 20) {
                return;
            }
        }
    }

    private static long park(HttpDesk plan, String name) {
        return plan.park("li", name, BOX).at("/features/0/id").asLong();
    }

    private static HttpResponse<String> save(HttpDesk plan, String name, long... parks) {
        return plan.post("/api/changesets", changeset(name, 1, parks));
    }

    private static HttpResponse<String> saveOn(HttpDesk plan, String name, long park, int version) {
        return plan.post("/api/changesets", changeset(name, version, park));
    }

    private static HttpResponse<String> inChinese(HttpDesk plan, String name, long park) {
        return plan.send(plan.request("/api/changesets")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(changeset(name, 1, park))));
    }

    private static String changeset(String name, int version, long... parks) {
        List<String> changes = new ArrayList<>();
        for (long park : parks) {
            changes.add("{\"op\":\"patch\",\"layer\":\"parks\",\"id\":" + park + ",\"version\":" + version
                    + ",\"feature\":{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name + "\"}}}");
        }
        return "{\"author\":\"li\",\"changes\":[" + String.join(",", changes) + "]}";
    }
}

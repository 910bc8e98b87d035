package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Trouble of the store while the desk runs is said as what it is, in both languages, and is over when it is over. */
class StoreTroubleTest {
    private static final String PARK =
            HttpDesk.create("li", "parks", "甲", HttpDesk.polygon(HttpDesk.box(113.28, 34.79, 0.0003)));

    /** People hear of it within five seconds; a machine with other things to do takes its time. */
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Test
    void aFileThatAnotherProgramHoldsIsNamed() throws Exception {
        String file = Kind.GEOPACKAGE.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.GEOPACKAGE, file)) {
            try (Connection gis = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = gis.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                // Also those who queue behind the one who waits hear what it hears.
                unavailable(saves(plan, 4), 503, "is being edited in another program", "正在另一个程序中编辑");
                assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
                statement.execute("ROLLBACK");
            }
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPlanThatAnotherProgramWritesToIsNamed() throws Exception {
        String address = Kind.POSTGIS.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.POSTGIS, address)) {
            try (Connection other = DriverManager.getConnection(address);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN; LOCK TABLE greenplan_writer IN EXCLUSIVE MODE");
                unavailable(saves(plan, 4), 503, "Another program is writing", "另一个程序正在写入");
                statement.execute("ROLLBACK");
            }
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServerThatIsAwayIsNamedAndFoundAgain() throws Exception {
        String address = Kind.POSTGIS.newAddress();
        try (ServerLine line = ServerLine.to(address);
                HttpDesk plan = HttpDesk.at(Kind.POSTGIS, line.over(address))) {
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
            line.cut();
            unavailable(saves(plan, 4), 503, "does not answer", "连接不上数据库");
            unavailable(looks(plan, 2), 503, "does not answer", "连接不上数据库");
            line.mend();
            savedAgain(plan);
        }
    }

    /** It accepts and says nothing; nobody would be told by the line itself for many minutes. */
    @Test
    void aServerThatHangsIsNamedAndFoundAgain() throws Exception {
        String address = Kind.POSTGIS.newAddress();
        try (ServerLine line = ServerLine.to(address);
                HttpDesk plan = HttpDesk.at(Kind.POSTGIS, line.over(address))) {
            for (int time = 0; time < 2; time++) {
                savedAgain(plan);
                line.hush();
                List<Future<HttpResponse<String>>> writers = saves(plan, 4);
                List<Future<HttpResponse<String>>> readers = looks(plan, 4);
                unavailable(writers, 503, "does not answer", "连接不上数据库");
                unavailable(readers, 503, "does not answer", "连接不上数据库");
                line.speak();
            }
            savedAgain(plan);
        }
    }

    @Test
    void workThatTakesLongIsNotCutWhereTheServerAnswers() {
        try (HttpDesk plan = HttpDesk.open(Kind.POSTGIS)) {
            long slept = plan.desk()
                    .database()
                    .<Long>write(session -> session.number("SELECT 7 FROM pg_sleep(6)", List.of()));
            assertThat(slept).isEqualTo(7);
        }
    }

    @Test
    void aDiskThatIsFullIsNamed() throws Exception {
        String file = Kind.GEOPACKAGE.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.GEOPACKAGE, file)) {
            onEveryConnection(plan, "PRAGMA max_page_count = 1");
            StringBuilder many = new StringBuilder("{\"author\":\"li\",\"changes\":[");
            for (int i = 0; i < 2000; i++) {
                many.append(i == 0 ? "" : ",")
                        .append(HttpDesk.change(
                                "roads",
                                "路",
                                "{\"type\":\"LineString\",\"coordinates\":[[113.2,34.8],[113.3,34.8" + i + "1]]}"));
            }
            unavailable(oneByOne(plan, many + "]}"), 507, "The disk is full", "磁盘已满");
            assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
            assertThat(Files.exists(Path.of(file))).isTrue();
        }
    }

    /** Where a server has room for a sign of life but none for a row, it says so when the row comes. */
    @Test
    void aDiskOfTheServerThatIsFullIsNamed() throws Exception {
        String address = Kind.POSTGIS.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.POSTGIS, address)) {
            try (Connection server = DriverManager.getConnection(address);
                    Statement statement = server.createStatement()) {
                statement.execute("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$");
                statement.execute(
                        "CREATE TRIGGER full_disk BEFORE INSERT ON parks FOR EACH ROW EXECUTE FUNCTION full_disk()");
                unavailable(saves(plan, 2), 507, "The disk of the database", "的磁盘已满");
                assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
                statement.execute("DROP TRIGGER full_disk ON parks");
            }
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFileThatBecameReadOnlyIsNamed() throws Exception {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            onEveryConnection(plan, "PRAGMA query_only = 1");
            unavailable(oneByOne(plan, PARK), 503, "cannot be opened for writing", "请检查文件和所在文件夹的写权限");
            assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
            onEveryConnection(plan, "PRAGMA query_only = 0");
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServerThatBecameReadOnlyIsNamed() throws Exception {
        String address = Kind.POSTGIS.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.POSTGIS, address);
                Connection server = DriverManager.getConnection(address);
                Statement statement = server.createStatement()) {
            readOnly(statement, "on");
            until(() -> save(plan).body().contains("does not answer") ? null : true);
            unavailable(saves(plan, 2), 503, "is read-only at the moment", "目前只读");
            assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
            readOnly(statement, "off");
            savedAgain(plan);
        }
    }

    /** For all connections there will be; those that are there are ended, as where a standby takes over. */
    private static void readOnly(Statement statement, String how) throws SQLException {
        statement.execute("SET default_transaction_read_only = off");
        statement.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = " + how
                + "', current_database()); END $$");
        statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    /**
     * Each connection to a file has settings of its own: more are made than the desk needs, and those that are lent at the moment to who
     * looks for news are met another time.
     */
    private static void onEveryConnection(HttpDesk plan, String pragma) {
        for (int time = 0; time < 10; time++) {
            onSome(plan, pragma, 8);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void onSome(HttpDesk plan, String pragma, int many) {
        plan.desk().database().<Boolean>read(session -> {
            if (many > 0) {
                onSome(plan, pragma, many - 1);
            }
            try (Statement statement = session.connection().createStatement()) {
                return statement.execute(pragma);
            } catch (SQLException e) {
                throw new IllegalStateException(pragma, e);
            }
        });
    }

    private static HttpResponse<String> save(HttpDesk plan) {
        return plan.post("/api/changesets", PARK);
    }

    private static void savedAgain(HttpDesk plan) {
        until(() -> save(plan).statusCode() == 200 ? true : null);
    }

    private interface Looking {
        Boolean found();
    }

    private static void until(Looking looking) {
        for (int i = 0; looking.found() == null; i++) {
            assertThat(i).as("tries").isLessThan(200);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private record Asked(String path, HttpRequest.BodyPublisher body, String method) {}

    private static Asked save(String body) {
        return new Asked("/api/changesets", BodyPublishers.ofString(body), "POST");
    }

    /** Saves at once, the odd ones in English, the even ones in Chinese. */
    private static List<Future<HttpResponse<String>>> saves(HttpDesk plan, int many) {
        return sent(plan, Collections.nCopies(many, save(PARK)));
    }

    /** Saves one after the other, on connections that were there before. */
    private static List<Future<HttpResponse<String>>> oneByOne(HttpDesk plan, String body) {
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (String language : List.of("en", "zh-CN")) {
            answers.add(CompletableFuture.completedFuture(plan.send(asking(plan, save(body), language))));
        }
        return answers;
    }

    private static HttpRequest.Builder asking(HttpDesk plan, Asked one, String language) {
        return plan.request(one.path())
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .method(one.method(), one.body());
    }

    private static List<Future<HttpResponse<String>>> looks(HttpDesk plan, int many) {
        return sent(
                plan,
                Collections.nCopies(
                        many, new Asked("/ogc/collections/parks/items?f=json", BodyPublishers.noBody(), "GET")));
    }

    private static List<Future<HttpResponse<String>>> sent(HttpDesk plan, List<Asked> all) {
        ExecutorService people = Executors.newCachedThreadPool();
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Asked one = all.get(i);
            String language = i % 2 == 0 ? "en" : "zh-CN";
            answers.add(people.submit(() -> plan.send(asking(plan, one, language))));
        }
        people.shutdown();
        return answers;
    }

    private static void unavailable(List<Future<HttpResponse<String>>> answers, int status, String en, String zh)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + AT_MOST.toNanos();
        for (int i = 0; i < answers.size(); i++) {
            HttpResponse<String> answer = answers.get(i).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(answer.statusCode())
                    .as(answer.body().substring(0, Math.min(300, answer.body().length())))
                    .isEqualTo(status);
            assertThat(answer.headers().firstValue("Retry-After"))
                    .hasValueSatisfying(s -> assertThat(s).matches("\\d{1,2}"));
            JsonNode problem = HttpDesk.json(answer);
            assertThat(problem.get("type").asText()).isEqualTo("urn:greenplan:problem:unavailable");
            assertThat(problem.get("detail").asText()).contains(i % 2 == 0 ? en : zh);
        }
    }
}

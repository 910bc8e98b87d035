package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts and previews that nobody waits for any more are given up. */
class GoneClientsTest {
    private static final String ITEMS = "/ogc/collections/roads/items?f=json";

    /** A layer that nobody can count: the file holds more roads than can ever be read, or another program has locked them. */
    private static final String ENDLESS_ROADS =
            """
            DROP TABLE roads;
            CREATE VIEW roads AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)
            SELECT i AS fid, 1 AS version, x'00' AS geom FROM n
            """;

    @ParameterizedTest
    @EnumSource
    void aCountEndsWhenItsClientGoes(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind);
                Uncountable held = new Uncountable(kind, plan.address())) {
            Socket client = asking(plan, ITEMS);
            until(() -> works("org.greenplan.ogc.ItemsApi"));
            client.close();
            until(() -> !works("org.greenplan.ogc.ItemsApi"));
            held.letGo();
            assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoAsksAheadIsStillThere() throws Exception {
        try (HttpDesk plan = HttpDesk.open(Kind.POSTGIS);
                Uncountable held = new Uncountable(Kind.POSTGIS, plan.address());
                Socket client = asking(plan, ITEMS)) {
            until(() -> works("org.greenplan.ogc.ItemsApi"));
            ask(client, "/api/nothing-here");
            // Until the desk has looked whether the client is there: only then does this test see anything.
            LockSupport.parkNanos(1_500_000_000);
            held.letGo();
            var answers = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            client.setSoTimeout(20_000);
            String first = answers.readLine();
            assertThat(first).isEqualTo("HTTP/1.1 200 OK");
            String line = answers.readLine();
            while (!line.contains("HTTP/1.1 ")) {
                line = answers.readLine();
            }
            assertThat(line).endsWith("HTTP/1.1 404 Not Found");
        }
    }

    @Test
    void aPreviewEndsWhenItIsCalledOff() throws Exception {
        try (HttpDesk plan = HttpDesk.open(Kind.POSTGIS);
                Uncountable held = new Uncountable(Kind.POSTGIS, plan.address())) {
            HttpIntake intake = new HttpIntake(plan, plan.post("/api/intakes", "{\"page\":\"one-page\"}"));
            String road =
                    """
                    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},
                    "geometry":{"type":"LineString","coordinates":[[113.28,34.79],[113.29,34.79]]}}]}""";
            intake.put("roads.geojson", road.getBytes(StandardCharsets.UTF_8));
            intake.done("survey", "{}");
            intake.post(
                    "preview",
                    "{\"layers\":[{\"source\":0,\"target\":\"roads\",\"crs\":\"EPSG:4490\",\"mode\":\"new\",\"fields\":{\"name\":\"name\"}}]}");
            until(() -> works("org.greenplan.compare.Present"));
            intake.delete("/work");
            var state = intake.when(s -> s.path("state").asText().equals("idle"));
            assertThat(state.at("/problem/words/en").asText()).startsWith("Called off");
            assertThat(state.at("/problem/words/zh").asText()).startsWith("已取消");
            held.letGo();
            intake.delete("");
        }
    }

    /** Keeps the roads from being counted until it lets them go, which only a server's can be. */
    private static final class Uncountable implements AutoCloseable {
        private final Connection other;
        private final boolean server;

        Uncountable(Kind kind, String address) throws SQLException {
            server = kind == Kind.POSTGIS;
            other = DriverManager.getConnection(server ? address : "jdbc:sqlite:" + address);
            try (Statement statement = other.createStatement()) {
                if (server) {
                    statement.execute("BEGIN; LOCK TABLE roads IN ACCESS EXCLUSIVE MODE");
                } else {
                    for (String sql : ENDLESS_ROADS.split(";")) {
                        statement.execute(sql);
                    }
                }
            }
        }

        void letGo() throws SQLException {
            if (server) {
                try (Statement statement = other.createStatement()) {
                    statement.execute("ROLLBACK");
                }
            }
        }

        @Override
        public void close() throws SQLException {
            other.close();
        }
    }

    private static Socket asking(HttpDesk plan, String path) throws IOException {
        var client = new Socket(InetAddress.getByName("127.0.0.1"), plan.port());
        ask(client, path);
        return client;
    }

    private static void ask(Socket client, String path) throws IOException {
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether some thread is in a class at the moment. */
    private static boolean works(String type) {
        return Thread.getAllStackTraces().values().stream().anyMatch(stack -> Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals(type)));
    }

    /** Less than a statement may last: what ends by then was ended. */
    private static void until(BooleanSupplier true_) {
        for (int i = 0; !true_.getAsBoolean() && i < 600; i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(true_.getAsBoolean()).isTrue();
    }
}

package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Trouble of the store while the desk runs is said as what it is, and is over when it is over. */
class StoreTroubleTest {
    private static final String PARK =
            HttpDesk.create("li", "parks", "甲", HttpDesk.polygon(HttpDesk.box(113.28, 34.79, 0.0003)));

    @Test
    void aFileThatAnotherProgramHoldsIsNamed() throws SQLException {
        String file = Kind.GEOPACKAGE.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.GEOPACKAGE, file)) {
            try (Connection gis = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = gis.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                unavailable(plan.post("/api/changesets", PARK), 503, "is being edited in another program");
                assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
                statement.execute("ROLLBACK");
            }
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPlanThatAnotherProgramWritesToIsNamed() throws SQLException {
        String address = Kind.POSTGIS.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.POSTGIS, address)) {
            try (Connection other = DriverManager.getConnection(address);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN; LOCK TABLE greenplan_writer IN EXCLUSIVE MODE");
                unavailable(plan.post("/api/changesets", PARK), 503, "Another program is writing");
                statement.execute("ROLLBACK");
            }
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServerThatIsAwayIsNamedAndFoundAgain() throws IOException {
        String address = Kind.POSTGIS.newAddress();
        Matcher place = Pattern.compile("//([^:/]+):(\\d+)/").matcher(address);
        assertThat(place.find()).isTrue();
        try (Line line = new Line(place.group(1), Integer.parseInt(place.group(2)));
                HttpDesk plan =
                        HttpDesk.at(Kind.POSTGIS, address.replace(place.group(), "//127.0.0.1:" + line.port() + "/"))) {
            assertThat(plan.post("/api/changesets", PARK).statusCode()).isEqualTo(200);
            line.cut();
            unavailable(plan.post("/api/changesets", PARK), 503, "does not answer");
            unavailable(
                    plan.send(plan.request("/api/targets").header("Accept-Language", "en")), 503, "does not answer");
            line.mend();
            HttpResponse<String> again = plan.post("/api/changesets", PARK);
            for (int i = 0; again.statusCode() == 503 && i < 20; i++) {
                again = plan.post("/api/changesets", PARK);
            }
            assertThat(again.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aDiskThatIsFullIsNamed() throws SQLException {
        String file = Kind.GEOPACKAGE.newAddress();
        try (HttpDesk plan = HttpDesk.at(Kind.GEOPACKAGE, file)) {
            // Each connection has a limit of its own, and they are lent in turn.
            for (int i = 0; i < 8; i++) {
                plan.desk()
                        .database()
                        .read(session -> session.list("PRAGMA max_page_count = 1", List.of(), row -> row.getLong(1)));
            }
            StringBuilder many = new StringBuilder("{\"author\":\"li\",\"changes\":[");
            for (int i = 0; i < 2000; i++) {
                many.append(i == 0 ? "" : ",")
                        .append(HttpDesk.change(
                                "roads",
                                "路",
                                "{\"type\":\"LineString\",\"coordinates\":[[113.2,34.8],[113.3,34.8" + i + "1]]}"));
            }
            unavailable(plan.post("/api/changesets", many + "]}"), 507, "The disk is full");
            assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
            assertThat(Files.exists(Path.of(file))).isTrue();
        }
    }

    private static void unavailable(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(s -> assertThat(s).matches("\\d{1,2}"));
        JsonNode problem = HttpDesk.json(answer);
        assertThat(problem.get("type").asText()).isEqualTo("urn:greenplan:problem:unavailable");
        assertThat(problem.get("detail").asText()).contains(words);
    }

    /** The line to a server, which can be cut and mended. */
    private static final class Line implements AutoCloseable {
        private final String host;
        private final int to;
        private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
        private final int port;
        private volatile ServerSocket door;

        Line(String host, int to) throws IOException {
            this.host = host;
            this.to = to;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.port = door.getLocalPort();
            listen(door);
        }

        int port() {
            return port;
        }

        void cut() throws IOException {
            door.close();
            for (Socket socket : List.copyOf(sockets)) {
                socket.close();
            }
            sockets.clear();
        }

        void mend() throws IOException {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listen(door);
        }

        private void listen(ServerSocket at) {
            daemon(() -> {
                while (!at.isClosed()) {
                    Socket from = at.accept();
                    Socket on = new Socket(host, to);
                    sockets.addAll(List.of(from, on));
                    daemon(() -> pass(from, on));
                    daemon(() -> pass(on, from));
                }
            });
        }

        private interface Passing {
            void run() throws IOException;
        }

        private static void pass(Socket from, Socket to) throws IOException {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            }
        }

        private static void daemon(Passing passing) {
            Thread thread = new Thread(() -> {
                try {
                    passing.run();
                } catch (IOException e) {
                    // The line was cut.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            cut();
        }
    }
}

package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.history.HistoryStore;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Open pages hear of every changeset, whichever program committed it, once and in order, also after a break. */
class EventsOverHttpTest {
    private static final String ONE_M = HttpDesk.box(113.28, 34.79, 0.00001);

    @ParameterizedTest
    @EnumSource
    void everyPageOfEveryProgramHearsWithinASecond(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind);
                HttpDesk second = plan.another();
                EventsPage here = new EventsPage(plan);
                EventsPage there = new EventsPage(second)) {
            long number = plan.park("li", "甲", ONE_M).get("changeset").asLong();
            assertThat(here.number(1)).isEqualTo(number);
            assertThat(there.number(1)).isEqualTo(number);
            number = second.park("wang", "乙", ONE_M).get("changeset").asLong();
            assertThat(here.number(1)).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComesBackHearsWhatWasMissedAndNothingTwice(Kind kind) throws Exception {
        HttpDesk plan = HttpDesk.shared(kind);
        long known;
        try (EventsPage page = new EventsPage(plan)) {
            known = plan.park("li", "甲", ONE_M).get("changeset").asLong();
            assertThat(page.number(5)).isEqualTo(known);
        }
        long[] missed = new long[3];
        for (int i = 0; i < missed.length; i++) {
            missed[i] = plan.park("li", "乙", ONE_M).get("changeset").asLong();
        }
        try (EventsPage page = new EventsPage(plan, stamp(plan, known))) {
            for (long number : missed) {
                assertThat(page.number(5)).isEqualTo(number);
            }
            long next = plan.park("li", "丙", ONE_M).get("changeset").asLong();
            assertThat(page.number(5)).isEqualTo(next);
        }
    }

    @Test
    void aPageThatDoesNotReadKeepsNobodyWaiting() throws Exception {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        manyRoads(plan);
        try (Socket deaf = listening(plan.port(), "?since=")) {
            try (EventsPage page = new EventsPage(plan)) {
                long number = plan.park("li", "甲", ONE_M).get("changeset").asLong();
                assertThat(page.number(5)).isEqualTo(number);
            }
            assertThat(deaf.isConnected()).isTrue();
        }
    }

    @Test
    void manyPagesAreToldByOneThread() throws Exception {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        List<EventsPage> pages = new ArrayList<>(List.of(new EventsPage(plan)));
        // Other tests of this run may have servers of their own.
        long tellers = tellers();
        for (int i = 0; i < 30; i++) {
            pages.add(new EventsPage(plan));
        }
        long number = plan.park("li", "甲", ONE_M).get("changeset").asLong();
        for (EventsPage page : pages) {
            assertThat(page.number(5)).isEqualTo(number);
        }
        assertThat(tellers()).isPositive().isLessThanOrEqualTo(tellers);
        for (EventsPage page : pages) {
            page.close();
        }
    }

    private static long tellers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("greenplan-events"))
                .count();
    }

    @Test
    void aSignOfLifeFindsPagesThatAreGone() throws Exception {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        Limits quick = new Limits(
                Duration.ofMillis(50), Limits.USUAL.idle(), Limits.USUAL.leastBytesPerS(), Limits.USUAL.grace());
        try (Server server = new Server(plan.desk(), quick).start("127.0.0.1", 0)) {
            Socket page = listening(server.port(), "");
            awaitPages(server, 1);
            page.setSoLinger(true, 0);
            page.close();
            awaitPages(server, 0);
        }
    }

    @Test
    void aPageThatTakesNothingIsSentAwayInTheEnd() throws Exception {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        Limits quick = new Limits(
                Duration.ofMillis(100), Limits.USUAL.idle(), Limits.USUAL.leastBytesPerS(), Limits.USUAL.grace());
        manyRoads(plan);
        try (Server server = new Server(plan.desk(), quick).start("127.0.0.1", 0);
                Socket deaf = listening(server.port(), "?since=")) {
            awaitPages(server, 0);
            assertThat(deaf.isConnected()).isTrue();
        }
    }

    /** A page that listens and reads nothing of what it is told. */
    private static Socket listening(int port, String query) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write(("GET /api/events" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitPages(Server server, int count) throws InterruptedException {
        for (int i = 0; server.openPages() != count && i < 200; i++) {
            Thread.sleep(50);
        }
        assertThat(server.openPages()).isEqualTo(count);
    }

    /** More than a connection holds back for a page that does not read. */
    private static void manyRoads(HttpDesk plan) {
        StringBuilder many = new StringBuilder("{\"author\":\"li\",\"changes\":[");
        for (int i = 0; i < 2000; i++) {
            many.append(i == 0 ? "" : ",").append(HttpDesk.change("roads", "路", line(i)));
        }
        for (int i = 0; i < 25; i++) {
            assertThat(plan.post("/api/changesets", many + "]}").statusCode()).isEqualTo(200);
        }
    }

    private static String line(int i) {
        return "{\"type\":\"LineString\",\"coordinates\":[[113.2,34.8],[113.2" + (1000 + i) + ",34.81]]}";
    }

    private static String stamp(HttpDesk plan, long number) {
        return plan.desk()
                .database()
                .read(session -> new HistoryStore(session).head(number))
                .orElseThrow()
                .stamp();
    }
}

package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
                Page here = new Page(plan, null);
                Page there = new Page(second, null)) {
            long number = plan.park("li", "甲", ONE_M).get("changeset").asLong();
            assertThat(here.numbers.poll(1, TimeUnit.SECONDS)).isEqualTo(number);
            assertThat(there.numbers.poll(1, TimeUnit.SECONDS)).isEqualTo(number);
            number = second.park("wang", "乙", ONE_M).get("changeset").asLong();
            assertThat(here.numbers.poll(1, TimeUnit.SECONDS)).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComesBackHearsWhatWasMissedAndNothingTwice(Kind kind) throws Exception {
        HttpDesk plan = HttpDesk.shared(kind);
        long known;
        try (Page page = new Page(plan, null)) {
            known = plan.park("li", "甲", ONE_M).get("changeset").asLong();
            assertThat(page.numbers.poll(5, TimeUnit.SECONDS)).isEqualTo(known);
        }
        long[] missed = new long[3];
        for (int i = 0; i < missed.length; i++) {
            missed[i] = plan.park("li", "乙", ONE_M).get("changeset").asLong();
        }
        try (Page page = new Page(plan, Long.toString(known))) {
            for (long number : missed) {
                assertThat(page.numbers.poll(5, TimeUnit.SECONDS)).isEqualTo(number);
            }
            long next = plan.park("li", "丙", ONE_M).get("changeset").asLong();
            assertThat(page.numbers.poll(5, TimeUnit.SECONDS)).isEqualTo(next);
        }
    }

    @Test
    void aPageThatDoesNotReadKeepsNobodyWaiting() throws Exception {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(1024);
            deaf.connect(new java.net.InetSocketAddress("127.0.0.1", plan.port()));
            deaf.getOutputStream()
                    .write(("GET /api/events?since=0 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder many = new StringBuilder("{\"author\":\"li\",\"changes\":[");
            for (int i = 0; i < 2000; i++) {
                many.append(i == 0 ? "" : ",").append(HttpDesk.change("roads", "路", line(i)));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(plan.post("/api/changesets", many + "]}").statusCode())
                        .isEqualTo(200);
            }
            try (Page page = new Page(plan, null)) {
                long number = plan.park("li", "甲", ONE_M).get("changeset").asLong();
                assertThat(page.numbers.poll(5, TimeUnit.SECONDS)).isEqualTo(number);
            }
        }
    }

    private static String line(int i) {
        return "{\"type\":\"LineString\",\"coordinates\":[[113.2,34.8],[113.2" + (1000 + i) + ",34.81]]}";
    }

    /** An open page, listening. */
    private static final class Page implements AutoCloseable {
        private final BlockingQueue<Long> numbers = new LinkedBlockingQueue<>();
        private final InputStream stream;

        Page(HttpDesk plan, String lastEventId) throws InterruptedException {
            var request = plan.request("/api/events").header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            this.stream = plan.send(request, BodyHandlers.ofInputStream()).body();
            var open = new LinkedBlockingQueue<Boolean>();
            Thread reader = new Thread(() -> read(open));
            reader.setDaemon(true);
            reader.start();
            assertThat(open.poll(5, TimeUnit.SECONDS)).isTrue();
        }

        private void read(BlockingQueue<Boolean> open) {
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(":")) {
                        open.add(true);
                    } else if (line.startsWith("id:")) {
                        numbers.add(Long.valueOf(line.substring(3).strip()));
                    }
                }
            } catch (IOException e) {
                // The page was closed.
            }
        }

        @Override
        public void close() {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

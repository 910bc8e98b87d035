package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open page that keeps what it is told. */
final class EventsPage implements AutoCloseable {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final InputStream stream;

    EventsPage(HttpDesk plan) throws InterruptedException {
        this(plan, "");
    }

    /** A page that comes back and has heard of everything up to a stamp. */
    EventsPage(HttpDesk plan, String lastEventId) throws InterruptedException {
        var request = plan.request("/api/events").header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        this.stream = plan.send(request, BodyHandlers.ofInputStream()).body();
        var open = new LinkedBlockingQueue<Boolean>();
        Thread reader = new Thread(() -> read(open));
        reader.setDaemon(true);
        reader.start();
        assertThat(open.poll(20, TimeUnit.SECONDS)).isTrue();
    }

    /** What it is told next. */
    String next() throws InterruptedException {
        String event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    /** The number of the changeset that it is told next, within so many seconds. */
    long number(int seconds) throws InterruptedException {
        String event = events.poll(seconds, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return Long.parseLong(event.replaceFirst(".*\"changeset\":(\\d+).*", "$1"));
    }

    private void read(BlockingQueue<Boolean> open) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    open.add(true);
                } else if (line.startsWith("data:")) {
                    events.add(line.substring(5));
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

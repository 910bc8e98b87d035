package org.greenplan.plan;

import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.greenplan.geo.JsonText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every open page what was committed, in order; a page that comes back is told what it missed. */
public final class EventsApi implements AutoCloseable {
    private static final int PAGE = 50;

    /** So many features are named; a page that hears of more reads its layers anew anyway. */
    private static final int MOST_STEPS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(EventsApi.class);

    private final PlanDesk desk;
    private final ExecutorService senders = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "greenplan-events");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    public EventsApi(PlanDesk desk) {
        this.desk = desk;
    }

    /** GET /api/events with Last-Event-ID or ?since= the last changeset that the page knows. */
    public void open(SseClient client) {
        client.keepAlive();
        Listener listener = new Listener(client, since(client));
        listeners.add(listener);
        client.onClose(() -> {
            listeners.remove(listener);
            listener.close();
        });
        listener.begin();
    }

    @Override
    public void close() {
        new ArrayList<>(listeners).forEach(listener -> {
            listener.close();
            listener.client.close();
        });
        senders.shutdown();
    }

    private long since(SseClient client) {
        String last = client.ctx().header("Last-Event-ID");
        String text = last == null ? client.ctx().queryParam("since") : last;
        long newest = desk.database().<Long>read(session -> new HistoryStore(session).lastNumber());
        // A page that knows more than there is looked at another plan before.
        return text == null ? newest : Math.min(newest, RequestValues.number("since", text));
    }

    /** One open page: sends each changeset once, in order, whether it comes from the feed or is caught up. */
    private final class Listener {
        private final SseClient client;
        private final AtomicLong sent;
        private final AtomicInteger news = new AtomicInteger();
        private volatile @Nullable AutoCloseable subscription;

        Listener(SseClient client, long since) {
            this.client = client;
            this.sent = new AtomicLong(since);
        }

        void begin() {
            client.sendComment("open");
            subscription = desk.feed().subscribe(entry -> wake());
            wake();
        }

        /** Sends on a thread of its own: a page that does not read keeps nobody else waiting. */
        private void wake() {
            if (news.getAndIncrement() == 0) {
                senders.execute(this::send);
            }
        }

        private void send() {
            try {
                int seen;
                do {
                    seen = news.get();
                    catchUp();
                } while (!news.compareAndSet(seen, 0));
            } catch (RuntimeException e) {
                LOG.warn("a page could not be told; it comes back by itself and is told then", e);
                client.close();
            }
        }

        void close() {
            AutoCloseable open = subscription;
            if (open != null) {
                try {
                    open.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private void catchUp() {
            List<HistoryEntry> missed;
            do {
                missed = desk.database().read(session -> new HistoryStore(session).since(sent.get(), PAGE, MOST_STEPS));
                for (HistoryEntry entry : missed) {
                    client.sendEvent("changeset", text(entry), Long.toString(entry.number()));
                    sent.set(entry.number());
                }
            } while (missed.size() == PAGE);
        }
    }

    /** How many features the layers have now: whoever is told of several changesets ends with what is true. */
    private Map<String, Long> counts(Set<String> layers) {
        return desk.database().read(session -> {
            var store = new FeatureStore(session);
            Map<String, Long> counts = new LinkedHashMap<>();
            layers.forEach(
                    layer -> session.catalogue().find(layer).ifPresent(type -> counts.put(layer, store.count(type))));
            return counts;
        });
    }

    private String text(HistoryEntry entry) {
        Set<String> layers = new LinkedHashSet<>();
        entry.steps().forEach(step -> layers.add(step.ref().layer()));
        if (entry.steps().size() == MOST_STEPS) {
            layers.addAll(desk.database().read(session -> new HistoryStore(session).layersSince(entry.number())));
        }
        Map<String, Long> counts = counts(layers);
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("changeset", entry.number());
            json.writeStringField("author", entry.author());
            json.writeStringField("comment", entry.comment());
            json.writeFieldName("layers");
            JsonText.value(json, layers);
            json.writeFieldName("counts");
            JsonText.value(json, counts);
            json.writeArrayFieldStart("features");
            for (HistoryEntry.Step step : entry.steps()) {
                Feature after = step.after();
                json.writeStartObject();
                json.writeStringField("op", HistoryApi.op(step));
                json.writeStringField("layer", step.ref().layer());
                json.writeNumberField("id", step.ref().id());
                json.writeFieldName("version");
                JsonText.value(json, after == null ? null : Integer.valueOf(after.version()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}

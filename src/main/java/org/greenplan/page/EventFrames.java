package org.greenplan.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Origin;
import org.greenplan.history.ToldStore;
import org.greenplan.json.JsonText;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;

/** The changesets as pages are told of them: each is put into words once, however many pages listen. For one thread. */
final class EventFrames {
    /** So many features are named; a page that hears of more reads its layers anew anyway. */
    private static final int MOST_STEPS = 1000;

    private static final int PAGE = 50;
    private static final long MOST_KEPT_BYTES = 16L << 20;

    private final Database database;
    private final AtomicLong newest = new AtomicLong();
    /** By the changeset before: pages that were told the same are told the same next. */
    private final LinkedHashMap<Long, Frame> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long keptBytes;

    EventFrames(Database database) {
        this.database = database;
    }

    /** One event of the stream, its bytes shared by all pages; nobody changes them. */
    static final class Frame {
        private final long number;
        private final byte[] bytes;

        Frame(long number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        long number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** There are changesets up to this number at least. Any thread may say so. */
    void heard(long number) {
        newest.accumulateAndGet(number, Math::max);
    }

    /** The first changeset after a number; null where there is none. */
    @Nullable
    Frame after(long number) {
        if (number >= newest.get()) {
            return null;
        }
        Frame known = kept.get(number);
        return known == null ? read(number) : known;
    }

    private @Nullable Frame read(long number) {
        long before = number;
        for (HistoryEntry entry : database.read(session -> new HistoryStore(session).since(number, PAGE, MOST_STEPS))) {
            Frame frame = new Frame(entry.number(), bytes(entry));
            keep(before, frame);
            before = entry.number();
        }
        return kept.get(number);
    }

    /** The newest asked for stay; the one just put is among them whatever its size. */
    private void keep(long before, Frame frame) {
        Frame old = kept.put(before, frame);
        keptBytes += frame.bytes.length - (old == null ? 0 : old.bytes.length);
        var oldest = kept.values().iterator();
        while (keptBytes > MOST_KEPT_BYTES && kept.size() > PAGE) {
            keptBytes -= oldest.next().bytes.length;
            oldest.remove();
        }
    }

    private byte[] bytes(HistoryEntry entry) {
        String frame = "event: changeset\nid: " + entry.stamp() + "\ndata: " + text(entry) + "\n\n";
        return frame.getBytes(StandardCharsets.UTF_8);
    }

    private String text(HistoryEntry entry) {
        Set<String> layers = new LinkedHashSet<>();
        entry.steps().forEach(step -> layers.add(step.ref().layer()));
        if (entry.steps().size() == MOST_STEPS) {
            layers.addAll(database.read(session -> new HistoryStore(session).layersSince(entry.number())));
        }
        if (entry.origin() == Origin.OUTSIDE) {
            // A shape that was put back has changed on a page that saw it, though history has no step of it.
            layers.addAll(database.read(session -> new ToldStore(session).layers(entry.number())));
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

    /** How many features the layers have now: whoever is told of several changesets ends with what is true. */
    private Map<String, Long> counts(Set<String> layers) {
        return database.read(session -> {
            var store = new FeatureStore(session);
            Map<String, Long> counts = new LinkedHashMap<>();
            layers.forEach(
                    layer -> session.catalogue().find(layer).ifPresent(type -> counts.put(layer, store.count(type))));
            return counts;
        });
    }
}

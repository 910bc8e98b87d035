package org.greenplan.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.greenplan.history.HistoryStore;
import org.greenplan.plan.PlanDesk;
import org.jspecify.annotations.Nullable;

/** Tells every open page what was committed, in order; a page that comes back is told what it missed. */
public final class EventsApi implements AutoCloseable {
    /** What the connection holds back for small writes; an event is sent as one piece anyway. */
    private static final int HELD_BACK_BYTES = 1024;

    private final PlanDesk desk;
    private final PlanKey key;
    private final OpenPages pages;
    private final AutoCloseable subscription;

    /**
     * Listens to the desk from now on.
     *
     * @param beat time between two signs of life to a page
     */
    public EventsApi(PlanDesk desk, PlanKey key, Duration beat) {
        this.desk = desk;
        this.key = key;
        this.pages = new OpenPages(new EventFrames(desk.database()), beat);
        this.subscription = desk.feed().subscribe(entry -> pages.heard(entry.number()));
    }

    /** GET /api/events with Last-Event-ID or ?since= the stamp of the last changeset that the page knows, and ?plan= the plan it means. */
    public void open(Context ctx) {
        Since since = since(ctx);
        ctx.contentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        // A proxy that collects what it passes on would keep the news for itself.
        ctx.header("X-Accel-Buffering", "no");
        ctx.future(() -> begin(ctx, since));
    }

    /** How many pages listen. */
    public int count() {
        return pages.count();
    }

    /** Another plan is open from now on: all who listen read everything anew, and nobody is listened to any more. */
    public void replacedBy(PlanKey next) {
        pages.farewell(reload("", next));
    }

    /** Ends when those who listen have heard that another plan is open. */
    public void closeWhenTold() {
        unsubscribe();
        pages.closeWhenTold();
    }

    @Override
    public void close() {
        unsubscribe();
        pages.close();
    }

    private void unsubscribe() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<@Nullable Void> begin(Context ctx, Since since) {
        try {
            ctx.res().setBufferSize(HELD_BACK_BYTES);
            var out = ctx.res().getOutputStream();
            OpenPage page = new OpenPage(out, since.number(), since.greeting(), pages);
            pages.add(page);
            out.setWriteListener(page);
            return page.over();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What a page knows already; one whose last stamp this plan never had has looked at another plan, or another copy of it. */
    private record Since(long number, @Nullable String greeting) {}

    private Since since(Context ctx) {
        String last = ctx.header("Last-Event-ID");
        String text = last == null ? ctx.queryParam("since") : last;
        return desk.database().read(session -> {
            var history = new HistoryStore(session);
            long newest = history.lastNumber();
            pages.heard(newest);
            if (key.isNot(ctx.queryParam("plan"))) {
                return new Since(newest, reload(history.lastStamp(), key));
            }
            if (text == null) {
                return new Since(newest, null);
            }
            return history.numberOf(text)
                    .map(known -> new Since(known, null))
                    .orElseGet(() -> new Since(newest, reload(history.lastStamp(), key)));
        });
    }

    /** Tells a page to read everything anew, and of which plan. */
    private static String reload(String stamp, PlanKey plan) {
        String id = stamp.isEmpty() ? "" : "id: " + stamp + "\n";
        return "event: reload\n" + id + "data: {\"plan\":\"" + plan.text() + "\"}\n\n";
    }
}

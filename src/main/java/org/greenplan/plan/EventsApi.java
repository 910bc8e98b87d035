package org.greenplan.plan;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells every open page what was committed, in order; a page that comes back is told what it missed. */
public final class EventsApi implements AutoCloseable {
    /** What the connection holds back for small writes; an event is sent as one piece anyway. */
    private static final int HELD_BACK_BYTES = 1024;

    private final PlanDesk desk;
    private final OpenPages pages;
    private final AutoCloseable subscription;

    /**
     * Listens to the desk from now on.
     *
     * @param beat time between two signs of life to a page
     */
    public EventsApi(PlanDesk desk, Duration beat) {
        this.desk = desk;
        this.pages = new OpenPages(new EventFrames(desk.database()), beat);
        this.subscription = desk.feed().subscribe(entry -> pages.heard(entry.number()));
    }

    /** GET /api/events with Last-Event-ID or ?since= the last changeset that the page knows. */
    public void open(Context ctx) {
        long since = since(ctx);
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

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        pages.close();
    }

    private CompletableFuture<@Nullable Void> begin(Context ctx, long since) {
        try {
            ctx.res().setBufferSize(HELD_BACK_BYTES);
            var out = ctx.res().getOutputStream();
            OpenPage page = new OpenPage(out, since, pages);
            pages.add(page);
            out.setWriteListener(page);
            return page.over();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private long since(Context ctx) {
        String last = ctx.header("Last-Event-ID");
        String text = last == null ? ctx.queryParam("since") : last;
        long newest = desk.database().<Long>read(session -> new HistoryStore(session).lastNumber());
        pages.heard(newest);
        // A page that knows more than there is looked at another plan before.
        return text == null ? newest : Math.min(newest, RequestValues.number("since", text));
    }
}

package org.greenplan.history;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.greenplan.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever listens of every committed changeset, in order and within a second, also of those that another process committed to
 * the same plan. It asks the store for its last number: an answer that costs a fraction of a millisecond and cannot get lost.
 */
public final class ChangeFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final long POLL_MS = 300;
    private static final int PAGE = 100;

    private final Database database;
    private final List<Consumer<HistoryEntry>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong told;
    private final Semaphore bell = new Semaphore(0);
    private final Tireless thread;

    public ChangeFeed(Database database) {
        this.database = database;
        this.told = new AtomicLong(database.read(s -> new HistoryStore(s).lastNumber()));
        this.thread = new Tireless("greenplan-changes", this::round);
    }

    /** Gives every changeset committed from now on to the listener, without its steps, one at a time; closing the answer ends it. */
    public AutoCloseable subscribe(Consumer<HistoryEntry> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Something was committed here: do not wait for the next look. */
    public void ring() {
        bell.release();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void round() throws InterruptedException {
        tell();
        await();
    }

    private void tell() {
        List<HistoryEntry> news;
        do {
            long last = told.get();
            news = database.read(s -> {
                var history = new HistoryStore(s);
                return history.lastNumber() > last ? history.since(last, PAGE, 0) : List.<HistoryEntry>of();
            });
            for (HistoryEntry entry : news) {
                told.set(entry.number());
                listeners.forEach(listener -> tell(listener, entry));
            }
        } while (news.size() == PAGE);
    }

    private static void tell(Consumer<HistoryEntry> listener, HistoryEntry entry) {
        try {
            listener.accept(entry);
        } catch (Throwable e) {
            // One listener's trouble is not another's, not even a lack of memory.
            LOG.warn("a listener failed on changeset {}", entry.number(), e);
        }
    }

    private void await() throws InterruptedException {
        if (bell.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}

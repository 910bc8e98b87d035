package org.greenplan.page;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.greenplan.history.Tireless;
import org.jspecify.annotations.Nullable;

/**
 * All pages that listen, told by one thread. No page can hold it up, for it never waits for one; a sign of life now and then finds those
 * that are gone, and a page that takes nothing for several of them is sent away. It comes back by itself and is told what it missed.
 */
final class OpenPages implements AutoCloseable {
    private static final int STALLED_AFTER_BEATS = 3;
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(3);
    private static final long LOOKED_AFTER_MS = 20;

    private final EventFrames frames;
    private final Duration beat;
    private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();
    private final Queue<OpenPage> writable = new ConcurrentLinkedQueue<>();
    private final Semaphore bell = new Semaphore(0);
    private final Tireless teller;

    private volatile boolean news;
    private volatile boolean over;
    private volatile @Nullable String lastWord;
    private long nextBeatNanos;

    OpenPages(EventFrames frames, Duration beat) {
        this.frames = frames;
        this.beat = beat;
        this.nextBeatNanos = System.nanoTime() + beat.toNanos();
        this.teller = new Tireless("greenplan-events", this::round);
    }

    /** Takes a page in; it is told from its first chance to write on. */
    void add(OpenPage page) {
        pages.add(page);
        if (over) {
            page.end();
        }
    }

    /** Ends when all pages have heard the last word, or do not listen. */
    void closeWhenTold() {
        long until = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        try {
            while (!pages.isEmpty() && System.nanoTime() < until) {
                Thread.sleep(LOOKED_AFTER_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Tells all pages one thing more and sends them away. */
    void farewell(String word) {
        lastWord = word;
        bell.release();
    }

    void gone(OpenPage page) {
        pages.remove(page);
    }

    /** A page takes more. */
    void writable(OpenPage page) {
        writable.add(page);
        bell.release();
    }

    /** Changesets up to this number are there. */
    void heard(long number) {
        frames.heard(number);
        news = true;
        bell.release();
    }

    int count() {
        return pages.size();
    }

    @Override
    public void close() {
        over = true;
        teller.close();
        pages.forEach(OpenPage::end);
    }

    private void round() throws InterruptedException {
        if (bell.tryAcquire(Math.max(0, nextBeatNanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            bell.drainPermits();
        }
        String word = lastWord;
        if (word != null) {
            writable.clear();
            pages.forEach(page -> page.farewell(word, frames));
            return;
        }
        for (OpenPage page = writable.poll(); page != null; page = writable.poll()) {
            page.tell(frames);
        }
        if (news) {
            tellAll();
        }
        if (System.nanoTime() - nextBeatNanos >= 0) {
            nextBeatNanos = System.nanoTime() + beat.toNanos();
            pages.forEach(OpenPage::beat);
            tellAll();
            Duration patience = beat.multipliedBy(STALLED_AFTER_BEATS);
            pages.stream().filter(page -> page.isStalled(patience)).forEach(OpenPage::end);
        }
    }

    private void tellAll() {
        news = false;
        try {
            pages.forEach(page -> page.tell(frames));
        } catch (RuntimeException | Error e) {
            // The store did not answer: those who were not told yet are told when it does.
            news = true;
            bell.release();
            throw e;
        }
    }
}

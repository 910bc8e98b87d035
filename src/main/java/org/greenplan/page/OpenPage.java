package org.greenplan.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream to one open page. It is written by one thread, only as fast as the page reads and never waiting: what the page does not take
 * now is asked for again when it can, and until then nothing but a number is kept for it.
 */
final class OpenPage implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPage.class);
    private static final byte[] COMMENT = ": open\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ServletOutputStream out;
    private final OpenPages pages;
    private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();

    private volatile boolean begun;
    private long told;
    private byte @Nullable [] greeting;
    private boolean commentDue = true;
    private boolean unflushed;
    private boolean leaving;
    private long readAtNanos = System.nanoTime();

    /**
     * @param told number of the last changeset that the page knows
     * @param greeting what the page is told before any changeset, or null
     * @param pages hear, on any thread, that the page takes more or is gone
     */
    OpenPage(ServletOutputStream out, long told, @Nullable String greeting, OpenPages pages) {
        this.out = out;
        this.told = told;
        this.greeting = greeting == null ? null : greeting.getBytes(StandardCharsets.UTF_8);
        this.pages = pages;
    }

    /** Completed when the page is gone or sent away. */
    CompletableFuture<@Nullable Void> over() {
        return over;
    }

    @Override
    public void onWritePossible() {
        begun = true;
        pages.writable(this);
    }

    @Override
    public void onError(Throwable cause) {
        LOG.debug("a page is gone", cause);
        end();
    }

    void end() {
        pages.gone(this);
        over.complete(null);
    }

    /** Tells the page one thing more, as soon as it reads, and then sends it away. */
    void farewell(String word, EventFrames frames) {
        if (!leaving) {
            leaving = true;
            greeting = word.getBytes(StandardCharsets.UTF_8);
        }
        tell(frames);
    }

    /** A sign of life is sent with the next news: the only way to find out that nobody is there any more. */
    void beat() {
        commentDue = true;
    }

    /** Whether the page has taken nothing for so long that it is as good as gone. */
    boolean isStalled(Duration patience) {
        return System.nanoTime() - readAtNanos > patience.toNanos();
    }

    /** Writes what the page has not been told, as far as it reads. */
    void tell(EventFrames frames) {
        try {
            while (begun && out.isReady()) {
                readAtNanos = System.nanoTime();
                byte[] next = next(frames);
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    if (leaving) {
                        end();
                    }
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            onError(e);
        }
    }

    private byte @Nullable [] next(EventFrames frames) {
        if (commentDue) {
            commentDue = false;
            return COMMENT;
        }
        byte[] first = greeting;
        if (first != null) {
            greeting = null;
            return first;
        }
        if (leaving) {
            return null;
        }
        EventFrames.Frame frame = frames.after(told);
        if (frame == null) {
            return null;
        }
        told = frame.number();
        return frame.bytes();
    }
}

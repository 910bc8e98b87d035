package org.greenplan.http;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives bodies up that arrive too slowly: whoever sends a byte now and then would else keep a thread of the server for hours. After a time
 * of grace, for a busy machine is not the sender's fault, the mean rate since the first look counts.
 */
final class SlowBodies extends Handler.Wrapper {
    private final long leastBytesPerS;
    private final Duration grace;

    SlowBodies(long leastBytesPerS, Duration grace) {
        this.leastBytesPerS = leastBytesPerS;
        this.grace = grace;
    }

    /** The body came too slowly. */
    static final class TooSlow extends IOException {
        TooSlow() {
            super("the body of the request arrives too slowly");
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Timed(request), response, callback);
    }

    private final class Timed extends Request.Wrapper {
        private long sinceNanos;
        private long bytes;

        Timed(Request request) {
            super(request);
        }

        @Override
        public Content.@Nullable Chunk read() {
            if (sinceNanos == 0) {
                sinceNanos = System.nanoTime() | 1;
            }
            Content.Chunk chunk = super.read();
            if (chunk == null || chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            bytes += chunk.remaining();
            double judgedS = (System.nanoTime() - sinceNanos - grace.toNanos()) / 1e9;
            if (bytes >= judgedS * leastBytesPerS) {
                return chunk;
            }
            chunk.release();
            return Content.Chunk.from(new TooSlow());
        }
    }
}

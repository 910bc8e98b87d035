package org.greenplan.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.greenplan.history.Tireless;
import org.greenplan.sql.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls off what is asked for by clients that have gone meanwhile: a count or a page of features that takes long is given up when its
 * reader leaves. What somebody writes is never called off by that, for it may be the line that went and not the person.
 */
final class GoneClients implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GoneClients.class);
    private static final long LOOKED_AFTER_MS = 250;

    private final Set<Asked> asked = ConcurrentHashMap.newKeySet();
    private final Tireless watch = new Tireless("greenplan-gone-clients", () -> {
        Thread.sleep(LOOKED_AFTER_MS);
        asked.forEach(Asked::look);
    });

    /** Has what reads end when its client is gone. */
    Handler watching(Endpoint endpoint, Handler handler) {
        return endpoint.method.equals(HandlerType.GET) ? ctx -> handle(ctx, handler) : handler;
    }

    @Override
    public void close() {
        watch.close();
    }

    private void handle(Context ctx, Handler handler) throws Exception {
        var wanted = new Wanted();
        var mine = new Asked(
                ServletContextRequest.getServletContextRequest(ctx.req())
                        .getConnectionMetaData()
                        .getConnection(),
                wanted);
        asked.add(mine);
        try {
            wanted.<Boolean, Exception>during(() -> {
                handler.handle(ctx);
                return true;
            });
        } finally {
            asked.remove(mine);
            mine.answered();
        }
    }

    /** A request that is being worked at; it has no body, so that its connection is silent until it is answered. */
    private static final class Asked {
        private final Connection connection;
        private final Wanted wanted;
        private boolean over;
        private boolean fresh = true;

        Asked(Connection connection, Wanted wanted) {
            this.connection = connection;
            this.wanted = wanted;
        }

        synchronized void answered() {
            over = true;
        }

        /** From the second look on: most requests are answered by then. */
        synchronized void look() {
            if (over || wanted.isOff()) {
                return;
            }
            if (fresh) {
                fresh = false;
                return;
            }
            if (isGone()) {
                LOG.debug("a client did not wait for its answer");
                wanted.callOff();
            }
        }

        /** A connection tells that its other end has gone only to whoever reads; a next request that has come already is handed on. */
        private boolean isGone() {
            EndPoint end = connection.getEndPoint();
            if (!(connection instanceof Connection.UpgradeTo next)) {
                return !end.isOpen();
            }
            ByteBuffer early = ByteBuffer.allocate(1 << 10);
            early.limit(0);
            try {
                int read = end.fill(early);
                if (read > 0) {
                    // Whoever asks ahead is there; it is not looked at again, for the rest of what it asks is not ours
                    // to keep.
                    next.onUpgradeTo(early);
                    over = true;
                }
                return read < 0;
            } catch (IOException e) {
                return true;
            }
        }
    }
}

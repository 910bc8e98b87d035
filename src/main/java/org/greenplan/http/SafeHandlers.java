package org.greenplan.http;

import io.javalin.http.Handler;
import io.javalin.router.Endpoint;

/** Errors of the virtual machine are answered as faults are: the framework's own table knows exceptions only. */
final class SafeHandlers {
    private SafeHandlers() {}

    static Handler of(Endpoint endpoint) {
        return ctx -> {
            try {
                endpoint.handler.handle(ctx);
            } catch (Error e) {
                Problems.write(e, ctx);
            }
        };
    }
}

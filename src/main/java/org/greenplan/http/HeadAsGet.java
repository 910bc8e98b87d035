package org.greenplan.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * HEAD is answered as GET would be, status and length and all; the connection keeps the content back. The framework's own answer to HEAD is
 * 200 and nothing, even for what is not there.
 */
final class HeadAsGet extends Handler.Wrapper {
    /** An answer that does not end has no length to tell. */
    private static final String ENDLESS = "/api/events";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean asGet = "HEAD".equals(request.getMethod())
                && !Request.getPathInContext(request).equals(ENDLESS);
        return super.handle(asGet ? new AsGet(request) : request, response, callback);
    }

    private static final class AsGet extends Request.Wrapper {
        AsGet(Request request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}

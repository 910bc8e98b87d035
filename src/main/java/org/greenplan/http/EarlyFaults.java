package org.greenplan.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Requests so broken that the web server answers them itself: also these get problem details and the headers of every answer. */
final class EarlyFaults extends ErrorHandler {
    private static final Words BROKEN =
            Words.of("请求无法处理，请检查地址和请求头。", "The request cannot be read. Check its address and its headers.");

    private final Map<String, String> headers;

    EarlyFaults(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        headers.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        response.write(true, body(code, accepted), callback);
    }

    private static ByteBuffer body(int status, @Nullable String accepted) {
        return ByteBuffer.wrap(
                Problems.document(status, "http-" + status, BROKEN, accepted).getBytes(StandardCharsets.UTF_8));
    }
}

package org.greenplan.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * Keeps other people's pages away from a desk without accounts: it answers only under loopback names (a foreign name that
 * points here is DNS rebinding), and writes only come from its own page and as JSON, which a foreign form cannot send.
 */
final class Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    /** Methods that bring a body. */
    private static final Set<HandlerType> BODIES = Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH);

    private Guard() {}

    static void check(Context ctx) {
        String host = ctx.host();
        if (host == null || !LOOPBACK.contains(name(host).toLowerCase(Locale.ROOT))) {
            throw new Problem.Forbidden(
                    Words.of("只能通过 localhost 或 127.0.0.1 访问。", "The desk answers only as localhost or 127.0.0.1."));
        }
        if (READS.contains(ctx.method())) {
            return;
        }
        String origin = ctx.header("Origin");
        if (origin != null && !sameOrigin(origin, host)) {
            throw new Problem.Forbidden(Words.of("不接受来自其他网页的写入。", "Writes from other web pages are refused."));
        }
    }

    /** A body of a kind that a foreign form cannot send; asked only where the address takes the method at all. */
    static void checkBody(Context ctx) {
        String type = ctx.header("Content-Type");
        if (!BODIES.contains(ctx.method())) {
            return;
        }
        if (type == null
                || !type.toLowerCase(Locale.ROOT)
                        .matches("application/(((geo|merge-patch)\\+)?json|octet-stream)(;.*)?")) {
            if (ctx.method().equals(HandlerType.PATCH)) {
                ctx.header("Accept-Patch", "application/merge-patch+json");
            }
            throw unsupported("请以 Content-Type: application/json 提交。", "Send it as Content-Type: application/json.");
        }
        if (!isUtf8(type)) {
            throw unsupported("JSON 只用 UTF-8 编码。", "JSON is written in UTF-8 and nothing else.");
        }
    }

    /** A type that names another charset, known or not, would be misread. */
    private static boolean isUtf8(String type) {
        for (String part : type.toLowerCase(Locale.ROOT).split(";", -1)) {
            String parameter = part.strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    private static Problem.Terms unsupported(String zh, String en) {
        return new Problem.Terms(Problem.Terms.Kind.UNSUPPORTED_MEDIA_TYPE, Words.of(zh, en), "Content-Type");
    }

    private static boolean sameOrigin(String origin, String host) {
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String name(String host) {
        int port = host.lastIndexOf(':');
        boolean bracketed = host.endsWith("]");
        return port < 0 || bracketed ? host : host.substring(0, port);
    }
}

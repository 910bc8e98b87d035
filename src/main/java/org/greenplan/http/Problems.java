package org.greenplan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what goes wrong as problem details (RFC 9457), in the reader's language. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    static final String TYPE = "application/problem+json; charset=utf-8";

    /** A sender who has more than this is cut off. */
    private static final long MOST_FORGOTTEN_BYTES = 1L << 30;

    private Problems() {}

    /** What a person can mend. */
    static void write(Problem problem, Context ctx) {
        Map<String, Object> members = new LinkedHashMap<>(problem.details());
        if (problem.field() != null) {
            members.put("field", String.valueOf(problem.field()));
        }
        if (problem instanceof Problem.Unavailable unavailable) {
            members.put("retryAfterS", unavailable.retryAfterS());
        }
        write(ctx, problem.status(), problem.kind(), problem.words(), members);
        if (problem instanceof Problem.Unavailable unavailable) {
            ctx.header("Retry-After", Integer.toString(unavailable.retryAfterS()));
        }
    }

    /** JSON that cannot be read, with the place where reading stopped. */
    static void write(JsonProcessingException e, Context ctx) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
        write(
                ctx,
                400,
                "malformed",
                Words.of(
                        "请求不是有效的 JSON(第 " + line + " 行第 " + column + " 列)。",
                        "The request is not valid JSON (line " + line + ", column " + column + ")."),
                Map.of());
    }

    /** What the web framework refuses: unknown addresses, wrong methods, bodies that are too large. */
    static void write(HttpResponseException e, Context ctx) {
        if (e.getStatus() == 413) {
            forgetBody(ctx);
        }
        String allowed = e.getDetails().get("availableMethods");
        if (allowed != null) {
            ctx.header("Allow", allowed.replaceFirst("^GET", "GET, HEAD"));
        }
        write(ctx, e.getStatus(), "http-" + e.getStatus(), words(e.getStatus(), ctx), Map.of());
    }

    /** A body that was not waited for any longer. */
    static void write(SlowBodies.TooSlow e, Context ctx) {
        LOG.debug("{} {}", ctx.path(), e.getMessage());
        write(
                ctx,
                408,
                "http-408",
                Words.of("请求传输过慢，已中止，没有任何改动。", "The request arrived too slowly and was given up; nothing was changed."),
                Map.of());
    }

    /** More than the program can bear, yet it goes on: only this request has failed. */
    static void write(Error e, Context ctx) {
        if (e instanceof OutOfMemoryError) {
            LOG.error("no memory for {} {}", ctx.method(), ctx.path(), e);
            write(Problem.Unavailable.of(Problem.TooLarge.forTheMemory().words(), 10), ctx);
        } else {
            fault(e, ctx);
        }
    }

    /** A fault of the program: the person gets a number, the log gets the rest. */
    static void write(Exception e, Context ctx) {
        fault(e, ctx);
    }

    private static void fault(Throwable e, Context ctx) {
        String id = UUID.randomUUID().toString();
        LOG.error("fault {} at {} {}", id, ctx.method(), ctx.path(), e);
        write(
                ctx,
                500,
                "fault",
                Words.of("程序出错，数据未改动。错误编号 " + id, "The program failed; nothing was changed. Fault " + id + "."),
                Map.of("fault", id));
    }

    /** A problem document of a fault that has no more to say than its words. */
    static String document(int status, String kind, Words words, @Nullable String accepted) {
        return document(status, kind, words, Map.of(), Words.language(accepted));
    }

    private static Words words(int status, Context ctx) {
        return switch (status) {
            case 404 -> Words.of("没有这个地址：" + ctx.path(), "There is nothing at " + ctx.path() + ".");
            case 405 -> Words.of("这个地址不接受 " + ctx.method(), ctx.path() + " does not take " + ctx.method() + ".");
            case 413 -> Words.of("请求超过 20 MB，请分批提交。", "The request is larger than 20 MB. Send it in parts.");
            default -> Words.of("请求无法处理。", "The request cannot be handled.");
        };
    }

    /** Who is still sending does not listen: the rest is read and forgotten, so that the answer arrives. */
    private static void forgetBody(Context ctx) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = ctx.req().getInputStream()) {
            long left = MOST_FORGOTTEN_BYTES;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(buffer);
            }
        } catch (IOException e) {
            LOG.debug("the sender of a body that is too large has gone", e);
        }
    }

    private static void write(Context ctx, int status, String kind, Words words, Map<String, Object> members) {
        ctx.status(status)
                .result(document(status, kind, words, members, Words.language(ctx.header("Accept-Language"))))
                .contentType(TYPE)
                .header("Cache-Control", "no-store");
    }

    private static String document(int status, String kind, Words words, Map<String, Object> members, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:greenplan:problem:" + kind);
        document.put("title", kind);
        document.put("status", status);
        document.put("detail", words.in(locale));
        document.putAll(members);
        return JsonText.of(json -> JsonText.value(json, document));
    }
}

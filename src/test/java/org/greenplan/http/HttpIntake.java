package org.greenplan.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** One import as the page does it. */
final class HttpIntake {
    /** Much longer than any of these imports takes, even on a machine with other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpDesk plan;
    private final String address;

    HttpIntake(HttpDesk plan) {
        this(plan, plan.post("/api/intakes", "{}"));
    }

    HttpIntake(HttpDesk plan, HttpResponse<String> begun) {
        this.plan = plan;
        this.address = begun.headers().firstValue("Location").orElseThrow();
    }

    String address() {
        return address;
    }

    HttpResponse<String> put(String name, byte[] bytes) {
        return plan.send(request("/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> post(String what, String body) {
        return plan.post(address + "/" + what, body);
    }

    HttpResponse<String> delete(String what) {
        return plan.send(request(what).DELETE());
    }

    HttpResponse<String> get() {
        return plan.send(request(""));
    }

    /** Does a step and gives the state after it. */
    JsonNode done(String what, String body) {
        HttpResponse<String> accepted = post(what, body);
        if (accepted.statusCode() != 202) {
            throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
        }
        return when(state -> state.path("state").asText().equals("idle"));
    }

    /** The state as soon as it is as wished. */
    JsonNode when(Predicate<JsonNode> wished) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(limit)) {
            JsonNode state = HttpDesk.json(get());
            if (wished.test(state)) {
                return state;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new IllegalStateException("still " + get().body());
    }

    private HttpRequest.Builder request(String what) {
        return plan.request(address + what).header("Accept-Language", "en");
    }
}

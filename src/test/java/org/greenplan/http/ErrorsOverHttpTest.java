package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of the virtual machine end a request and nothing else, and are answered as what they are. */
class ErrorsOverHttpTest {
    @ParameterizedTest
    @CsvSource({"memory, 503, urn:greenplan:problem:unavailable", "stack, 500, urn:greenplan:problem:fault"})
    void anErrorIsAnsweredAsAProblem(String kind, int status, String type) throws Exception {
        Javalin server = Javalin.create(config -> {
            config.router.handlerWrapper(SafeHandlers::of);
            config.routes.get("/{kind}", ErrorsOverHttpTest::fail);
        });
        server.start("127.0.0.1", 0);
        try {
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + kind))
                                        .header("Accept-Language", "en")
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.TYPE);
                assertThat(answer.headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(status == 503);
                assertThat(answer.body()).contains("\"type\":\"" + type + "\"").contains("nothing");
            }
        } finally {
            server.stop();
        }
    }

    private static void fail(Context ctx) {
        if (ctx.pathParam("kind").equals("memory")) {
            throw new OutOfMemoryError("test");
        }
        throw new StackOverflowError("test");
    }
}

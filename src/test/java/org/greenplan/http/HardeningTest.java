package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every answer: headers, languages, who may ask, what is sent again and what is not. */
class HardeningTest {
    private static final HttpDesk PLAN = HttpDesk.shared(Kind.GEOPACKAGE);

    /** Method, address, type of the body, and the answer. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET,/,-,200",
                "GET,/report,-,200",
                "GET,/assets/app.js,-,200",
                "GET,/api/plan,-,200",
                "GET,/nothing,-,404",
                "GET,/assets/none.js,-,404",
                "GET,/api/layers/sheds/features/1/ledger,-,404",
                "GET,/api/layers/parks/features/x/ledger,-,422",
                "GET,/tiles/parks/3/99/0.mvt,-,422",
                "GET,/tiles/parks/3/a/0.mvt,-,422",
                "GET,/api/report.pdf,-,404",
                "PUT,/api/plan,-,405",
                "OPTIONS,/api/plan,-,405",
                "DELETE,/api/changesets,-,405",
                "GET,/api/check,-,405",
                "POST,/nothing,application/json,404",
                "POST,/api/changesets,-,415",
                "POST,/api/changesets,text/plain,415",
                "POST,/api/changesets,application/x-www-form-urlencoded,415",
                "POST,/api/changesets,application/json;charset=gbk,415",
                "POST,/api/changesets,application/json;charset=none,415",
                "PATCH,/ogc/collections/parks/items/1,text/plain,415",
            })
    void everyAnswerHasTheHeadersAndEveryFaultIsAProblem(String method, String path, String type, int status) {
        var request = PLAN.request(path).method(method, BodyPublishers.ofString(type == null ? "" : "{}"));
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> answer = PLAN.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("none");
        assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding", "Accept-Language");
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.TYPE);
            assertThat(HttpDesk.json(answer).get("status").asInt()).isEqualTo(status);
            assertThat(HttpDesk.json(answer).get("type").asText()).startsWith("urn:greenplan:problem:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz HTTP/1.1", "GET / HTTP/9.9", "GET / HTTP/1.1\r\nX: " + "0123456789"})
    void alsoRequestsThatAreNoRequestsGetAProblem(String head) throws IOException {
        String broken = head.replace("0123456789", "0123456789".repeat(2000));
        try (Socket socket = new Socket("127.0.0.1", PLAN.port())) {
            socket.getOutputStream()
                    .write((broken + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .containsPattern("^HTTP/1.1 (400|431|505) ")
                    .contains(
                            "Content-Security-Policy", "nosniff", "application/problem+json", "urn:greenplan:problem:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN,没有这个地址",
        "'zh-CN,zh;q=0.9,en;q=0.8',没有这个地址",
        "'en-GB,en;q=0.9',There is nothing",
        "'fr,en;q=0.5',There is nothing",
        "fr,没有这个地址",
        ";;;,没有这个地址"
    })
    void problemsSpeakTheReadersLanguage(String accepted, String words) {
        var answer = PLAN.send(PLAN.request("/nothing").header("Accept-Language", accepted));
        assertThat(HttpDesk.json(answer).get("detail").asText()).contains(words);
    }

    /** The client refuses to set Host; a plain socket does not. */
    @ParameterizedTest
    @CsvSource({
        "localhost:PORT,-,200",
        "LOCALHOST:PORT,-,200",
        "127.0.0.1:PORT,-,200",
        "[::1]:PORT,-,200",
        "greenplan.example:PORT,-,403",
        "127.0.0.1.example,-,403",
        "127.0.0.1:PORT,http://127.0.0.1:PORT,200",
        "127.0.0.1:PORT,http://127.0.0.1:1,403",
        "127.0.0.1:PORT,https://greenplan.example,403",
        "127.0.0.1:PORT,null,403",
    })
    void onlyLoopbackNamesAreAnsweredAndOnlyTheOwnPageWrites(String host, String origin, int status)
            throws IOException {
        String port = String.valueOf(PLAN.port());
        String body = "{\"layer\":\"parks\",\"feature\":{\"geometry\":"
                + HttpDesk.polygon(HttpDesk.box(113.27, 34.8, 0.001)) + "}}";
        String head = "POST /api/check HTTP/1.1\r\nHost: " + host.replace("PORT", port)
                + (origin.equals("-") ? "" : "\r\nOrigin: " + origin.replace("PORT", port))
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", PLAN.port())) {
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/index.html", "/assets/vendor/leaflet/dist/leaflet-src.esm.js", "/assets/i18n/zh.json"})
    void filesArePackedAndSentOnce(String path) throws IOException {
        var packed = PLAN.send(PLAN.request(path).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        byte[] plain = PLAN.get(path).body().getBytes(StandardCharsets.UTF_8);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain);
        String tag = packed.headers().firstValue("ETag").orElseThrow();
        var again = PLAN.send(PLAN.request(path).header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(PLAN.send(PLAN.request(path).header("If-None-Match", "\"other\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingOutsideTheAssetsIsServed() {
        for (String path : new String[] {
            "../simplelogger.properties",
            "%2e%2e/simplelogger.properties",
            "vendor/",
            "..%2fsimplelogger.properties",
            "i18n"
        }) {
            assertThat(PLAN.get("/assets/" + path).statusCode()).as(path).isBetween(400, 404);
        }
    }
}

package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.greenplan.backdrop.Basemaps;
import org.greenplan.json.JsonTree;
import org.greenplan.page.Backdrop;
import org.greenplan.shelf.FolderShelf;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map of a service as the page gets it: by this program alone, and without its key. */
class BasemapsOverHttpTest {
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aMapOfAServiceComesThroughTheDeskWithoutItsKey(@TempDir Path folder) throws Exception {
        HttpServer service = service();
        String address = "http://127.0.0.1:" + service.getAddress().getPort() + "/{z}/{x}/{y}?tk=SECRET";
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE);
                Server server = new Server(
                                plan.desk(),
                                new Backdrop(Basemaps.of(List.of("影像=" + address), folder.resolve("maps")), null),
                                new FolderShelf(folder, plan.desk().catalogue()))
                        .start("127.0.0.1", 0)) {
            HttpResponse<String> told = get(server, "/api/plan");
            assertThat(told.body())
                    .contains("/basemaps/basemap-1/{z}/{x}/{y}")
                    .doesNotContain("SECRET", ":" + service.getAddress().getPort());
            assertThat(told.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("img-src 'self' data: blob:;");
            assertThat(client.send(
                                    request(server, "/basemaps/basemap-1/16/53374/26181")
                                            .build(),
                                    BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(DOT);
            HttpResponse<String> refused = get(server, "/basemaps/basemap-1/16/1/1");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("127.0.0.1", "403").doesNotContain("SECRET");
            assertThat(get(server, "/basemaps/basemap-1/16/-1/1").statusCode()).isEqualTo(404);
            assertThat(get(server, "/basemaps/nothing/1/1/1").statusCode()).isEqualTo(404);
            assertThat(post(server, "{\"title\":\"内网\",\"url\":\"" + address + "\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(server, "{\"title\":\"文件\",\"url\":\"file:///etc/{z}/{x}/{y}\"}")
                            .statusCode())
                    .isEqualTo(422);
            HttpRequest.Builder file = request(server, "/api/basemaps/files?name=..%2F..%2Fx.mbtiles")
                    .header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofString("SQLite format 3\0 and nothing", StandardCharsets.ISO_8859_1));
            HttpResponse<String> broken = client.send(file.build(), BodyHandlers.ofString());
            assertThat(broken.statusCode()).isEqualTo(422);
            assertThat(broken.body()).contains("x.mbtiles").doesNotContain("..");
        } finally {
            service.stop(0);
        }
    }

    @Test
    void aScanIsLaidByThePointsThatAreSent(@TempDir Path folder) throws Exception {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE);
                Server server = new Server(
                                plan.desk(),
                                new Backdrop(Basemaps.of(List.of(), folder.resolve("maps")), null),
                                new FolderShelf(folder, plan.desk().catalogue()))
                        .start("127.0.0.1", 0)) {
            HttpResponse<String> sent = put(server, "/api/basemaps/files?name=x.png", BodyPublishers.ofByteArray(DOT));
            assertThat(sent.statusCode()).isEqualTo(201);
            JsonNode scan = JsonTree.of(sent.body()).get(0);
            assertThat(scan.path("kind").asText()).isEqualTo("scan");
            assertThat(scan.path("bounds").isNull()).isTrue();
            String id = scan.path("id").asText();
            assertThat(get(server, "/basemaps/" + id + "/picture/0/0/0").statusCode())
                    .isEqualTo(200);
            String points = "{\"plane\":\"EPSG:4547\",\"points\":[{\"x\":0,\"y\":0,\"lon\":113.2,\"lat\":34.8},"
                    + "{\"x\":1,\"y\":1,\"lon\":113.21,\"lat\":34.79}]}";
            HttpResponse<String> lies = put(server, "/api/basemaps/" + id + "/points", BodyPublishers.ofString(points));
            assertThat(lies.statusCode()).isEqualTo(200);
            JsonNode laid = JsonTree.of(lies.body()).get(0);
            assertThat(laid.path("bounds").path(0).asDouble()).isBetween(113.19, 113.21);
            assertThat(laid.path("url").asText()).as("old tiles are not shown").contains("?v=");
            assertThat(laid.path("scan").path("rmsM").asDouble()).isZero();
            HttpResponse<String> pressed = put(
                    server,
                    "/api/basemaps/" + id + "/points",
                    BodyPublishers.ofString(points.replace("113.21", "113.2").replace("34.79", "34.8")));
            assertThat(pressed.statusCode()).isEqualTo(422);
            assertThat(get(server, "/api/basemaps/" + id).body()).isEqualTo(lies.body());
            assertThat(put(server, "/api/basemaps/nothing/points", BodyPublishers.ofString(points))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> put(Server server, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        String type = path.contains("files") ? "application/octet-stream" : "application/json";
        return client.send(
                request(server, path).header("Content-Type", type).PUT(body).build(), BodyHandlers.ofString());
    }

    /** Knows one tile, for whoever has the key. */
    private static HttpServer service() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            try (exchange) {
                boolean known = exchange.getRequestURI().toString().equals("/16/53374/26181?tk=SECRET");
                exchange.getResponseHeaders().add("Content-Type", known ? "image/png" : "text/plain");
                exchange.sendResponseHeaders(known ? 200 : 403, known ? DOT.length : -1);
                if (known) {
                    exchange.getResponseBody().write(DOT);
                }
            }
        });
        service.start();
        return service;
    }

    private static HttpRequest.Builder request(Server server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(Server server, String path) throws IOException, InterruptedException {
        return client.send(request(server, path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Server server, String body) throws IOException, InterruptedException {
        return client.send(
                request(server, "/api/basemaps")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}

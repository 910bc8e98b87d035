package org.greenplan.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenplan.problem.Problem;
import org.greenplan.tile.TileAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is fetched for the page, from a service that means well, and from one that does not. */
class RelayTest {
    private static final byte[] PNG = Picture.drawn(Mosaic.blank(256, 256)).bytes();
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static HttpServer service;

    @BeforeAll
    static void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        answer("/good/", "image/png", 200, PNG);
        answer("/svg/", "image/png", 200, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        answer("/text/", "text/html", 200, PNG);
        answer("/large/", "image/png", 200, java.util.Arrays.copyOf(PNG, 5 << 20));
        answer("/key/", "text/plain", 403, "key".getBytes(StandardCharsets.UTF_8));
        answer("/gone/", "text/plain", 404, "none".getBytes(StandardCharsets.UTF_8));
        service.createContext("/away/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good/1");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        service.createContext("/slow/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, PNG.length);
                exchange.getResponseBody().write(PNG, 0, 10);
                exchange.getResponseBody().flush();
                OVER.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        service.start();
    }

    @AfterAll
    static void end() {
        OVER.countDown();
        service.stop(0);
    }

    private static void answer(String path, String type, int status, byte[] body) {
        service.createContext(path, exchange -> {
            try (exchange) {
                ASKED.incrementAndGet();
                exchange.getResponseHeaders().add("Content-Type", type);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort() + path);
    }

    @Test
    void anImageIsFetchedOnce() {
        var relay = new Relay(Duration.ofSeconds(60));
        int before = ASKED.get();
        assertThat(relay.get(at("/good/1"), true).orElseThrow().bytes()).isEqualTo(PNG);
        assertThat(relay.get(at("/good/1"), true).orElseThrow().type()).isEqualTo("image/png");
        assertThat(ASKED.get() - before).isEqualTo(1);
        assertThat(relay.get(at("/gone/1"), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/svg/1?tk=secret, 给的不是图片",
        "/text/1?tk=secret, 给的不是图片",
        "/large/1?tk=secret, 过大",
        "/key/1?tk=secret, 核对地址和密钥",
        "/away/1?tk=secret, 答复 302",
        "/slow/1?tk=secret, 没有答复"
    })
    void whatIsNoImageIsRefusedWithoutAWordOfTheKey(String path, String why) {
        var relay = new Relay(Duration.ofSeconds(path.startsWith("/slow") ? 1 : 60));
        assertThatThrownBy(() -> relay.get(at(path), true))
                .isInstanceOfSatisfying(Problem.Unavailable.class, problem -> assertThat(
                                problem.words().zh())
                        .contains("127.0.0.1", why)
                        .doesNotContain("secret"));
    }

    @Test
    void thePageReachesNoPrivateHost(@TempDir Path folder) {
        int before = ASKED.get();
        assertThatThrownBy(() -> new Relay(Duration.ofSeconds(60)).get(at("/good/2"), false))
                .isInstanceOf(Problem.Forbidden.class);
        var maps = Basemaps.of(List.of(), folder);
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "192.168.0.1")) {
            assertThatThrownBy(() -> maps.add(OnlineMap.of("内网", "", "http://" + host + "/{z}/{x}/{y}.png", false)))
                    .as(host)
                    .isInstanceOf(Problem.class);
        }
        assertThat(maps.list()).isEmpty();
        assertThat(ASKED.get()).isEqualTo(before);
    }

    @Test
    void layersLieUponEachOtherAndComeBackAfterARestart(@TempDir Path folder) throws IOException {
        var maps = Basemaps.of(List.of("影像=" + at("/good/") + "{z}/{x}/{y}"), folder.resolve("basemaps"));
        Basemap plain = maps.list().get(0);
        assertThat(plain.source().tile(new TileAddress(3, 1, 2)).orElseThrow().bytes())
                .isEqualTo(PNG);
        OnlineMap twice = OnlineMap.of("影像", "某局", "https://1.1.1.1/img_c/wmts?x={x}&y={y}&z={z}&tk=0123", false);
        Basemap named = maps.add(twice);
        Path file = folder.resolve("basemaps/online.json");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        Basemaps again = Basemaps.of(List.of(), folder.resolve("basemaps"));
        assertThat(again.list())
                .singleElement()
                .isEqualTo(new Basemap(
                        named.id(),
                        "影像",
                        "某局",
                        "online",
                        false,
                        true,
                        again.list().get(0).source()));
        assertThat(((OnlineTiles) again.list().get(0).source()).map()).isEqualTo(((OnlineTiles) named.source()).map());
        assertThatThrownBy(() -> maps.remove(plain.id())).isInstanceOf(Problem.Forbidden.class);
        maps.remove(named.id());
        assertThat(maps.list()).containsExactly(plain);
        assertThat(Files.readString(file)).isEqualTo("[]");
    }

    @Test
    void theOldestImagesGoFirst() {
        var cache = new TileCache(250);
        for (String key : List.of("a", "b", "c")) {
            cache.keep(key, new Picture(new byte[100], "image/png"));
            cache.find("a");
        }
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("c")).isPresent();
    }
}

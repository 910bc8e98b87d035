package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two copies of one file that went different ways, changeset by changeset alike in number, are served one after the other on one port: what
 * a browser keeps of the first is never taken for the second.
 */
class DivergedCopiesTest {
    private static final List<String> ADDRESSES = List.of(
            "/tiles/parks/12/3337/1624.mvt",
            "/tiles/net/12/3337/1624.mvt",
            "/ogc/collections/parks/tiles/WebMercatorQuad/12/1624/3337",
            "/ogc/collections/parks/items/1?f=json",
            "/ogc/collections/parks/items/1?f=html");

    private Path one;
    private Path other;
    private HttpDesk served;

    @BeforeEach
    void twoCopies() throws IOException {
        Path folder = TestDatabases.folder();
        one = folder.resolve("one.gpkg");
        other = folder.resolve("other.gpkg");
        served = HttpDesk.at(Kind.GEOPACKAGE, one.toString(), 0);
        served.park("li", "甲", HttpDesk.box(113.30, 34.80, 0.001));
        served.close();
        Files.copy(one, other);
        for (Path copy : List.of(one, other)) {
            served = HttpDesk.at(Kind.GEOPACKAGE, copy.toString(), 0);
            renamed("甲 " + copy.getFileName());
            served.close();
        }
        served = HttpDesk.at(Kind.GEOPACKAGE, one.toString(), 0);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void noAnswerOfOneIsSaidToBeUnchangedInTheOther() {
        Map<String, String> tags = tags();
        assertThat(tags).hasSize(ADDRESSES.size());
        tags.forEach(
                (address, tag) -> assertThat(status(address, tag)).as(address).isEqualTo(304));
        long number = served.newest();
        serve(other);
        assertThat(served.newest()).isEqualTo(number);
        tags.forEach(
                (address, tag) -> assertThat(status(address, tag)).as(address).isIn(200, 204));
        String item = "/ogc/collections/parks/items/1";
        HttpResponse<String> written = served.send(served.request(item)
                .header("If-Match", tags.get("/ogc/collections/parks/items/1?f=json"))
                .DELETE());
        assertThat(written.statusCode()).isEqualTo(412);
    }

    @Test
    void aPageOfOneReadsEverythingAnewInTheOther() throws IOException {
        String known = served.json("/api/plan").get("lastStamp").asText();
        assertThat(known).hasSize(32);
        renamed("又");
        assertThat(events(known)).containsExactly("changeset");
        serve(other);
        String stamp = served.json("/api/plan").get("lastStamp").asText();
        assertThat(events(known)).containsExactly("reload");
        renamed("再");
        assertThat(events(stamp)).containsExactly("changeset");
    }

    private void serve(Path copy) {
        int port = served.port();
        served.close();
        served = HttpDesk.at(Kind.GEOPACKAGE, copy.toString(), port);
    }

    private void renamed(String name) {
        long version = served.json("/ogc/collections/parks/items/1?f=json")
                .get("version")
                .asLong();
        HttpResponse<String> answer = served.post(
                "/api/changesets",
                "{\"author\":\"li\",\"comment\":\"\",\"changes\":[{\"op\":\"patch\",\"layer\":\"parks\",\"id\":1,\"version\":"
                        + version + ",\"feature\":{\"properties\":{\"name\":\"" + name + "\"}}}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (String address : ADDRESSES) {
            served.get(address).headers().firstValue("ETag").ifPresent(tag -> tags.put(address, tag));
        }
        return tags;
    }

    private int status(String address, String tag) {
        return served.send(served.request(address).header("If-None-Match", tag)).statusCode();
    }

    /** The names of the events up to the first that a page with a stamp is told. */
    private List<String> events(String stamp) throws IOException {
        var stream = served.send(served.request("/api/events?since=" + stamp), BodyHandlers.ofInputStream())
                .body();
        List<String> events = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !line.startsWith("data:"); line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    events.add(line.substring(6).strip());
                }
            }
        }
        return events;
    }
}

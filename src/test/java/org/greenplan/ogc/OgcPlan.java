package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.http.Server;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases.Kind;

/** The sample plan of Shangjie served on a free port, one for each store, and what a client sends to it. */
final class OgcPlan {
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    static final String GEOJSON = "application/geo+json";
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Kind, OgcPlan> SERVED = new EnumMap<>(Kind.class);

    private final String url;
    private final String address;
    private final PlanDesk desk;

    private OgcPlan(Kind kind) {
        address = kind.newAddress();
        Database database = kind.open(address, CATALOGUE);
        desk = PlanDesk.open(database, CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE));
        desk.importAll("test", "sample", SamplePlan.bundled("shangjie", CATALOGUE));
        Server server = new Server(desk).start("127.0.0.1", 0);
        url = "http://127.0.0.1:" + server.port() + "/ogc";
    }

    /** The plan in that store, served since the first test that asked. */
    static synchronized OgcPlan in(Kind kind) {
        return SERVED.computeIfAbsent(kind, OgcPlan::new);
    }

    /** What came back. */
    record Answer(int status, java.net.http.HttpHeaders headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    String url() {
        return url;
    }

    /** The file, where the plan is one. */
    String address() {
        return address;
    }

    PlanDesk desk() {
        return desk;
    }

    /** Reads an address of the API, or a link as it is. */
    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    JsonNode json(String path) {
        Answer answer = get(path, "Accept", "application/geo+json, application/json");
        if (answer.status() != 200) {
            throw new AssertionError(path + " → " + answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    Answer send(String method, String path, String body, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : url + path);
        var request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Adds a feature and gives its number. */
    long create(String layer, String feature, String... headers) {
        Answer answer =
                send("POST", "/collections/" + layer + "/items", feature, with(headers, "Content-Type", GEOJSON));
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        String location = answer.header("Location");
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    /** A square pocket park of that name with its south-west corner there. */
    static String park(String name, double lon, double lat) {
        String ring = "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]"
                .formatted(lon, lat, lon + 0.0002, lat + 0.0002);
        return """
               {"type":"Feature","geometry":{"type":"Polygon","coordinates":[%s]},
                "properties":{"name":"%s","class":"G14","status":"proposed","effect":"new","year":2019}}"""
                .formatted(ring, name);
    }

    /** Existing green just where a park of that place is. */
    static String over(double lon, double lat) {
        String ring = "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]"
                .formatted(lon, lat, lon + 0.0002, lat + 0.0002);
        return """
               {"type":"Feature","geometry":{"type":"Polygon","coordinates":[%s]},
                "properties":{"name":"既有"}}"""
                .formatted(ring);
    }

    static List<String> ids(JsonNode collection) {
        List<String> ids = new java.util.ArrayList<>();
        collection.path("features").forEach(f -> ids.add(f.path("id").asText()));
        return ids;
    }

    static String link(JsonNode document, String rel) {
        for (JsonNode link : document.path("links")) {
            if (link.path("rel").asText().equals(rel)) {
                return link.path("href").asText();
            }
        }
        return "";
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}

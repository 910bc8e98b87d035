package org.greenplan.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.greenplan.backdrop.Basemaps;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.page.Backdrop;
import org.greenplan.plan.PlanDesk;
import org.greenplan.shelf.DatabaseShelf;
import org.greenplan.shelf.FolderShelf;
import org.greenplan.shelf.Shelf;
import org.greenplan.store.TestDatabases.Kind;

/** The real server over a real plan on a free port, as a browser meets it. */
final class HttpDesk implements AutoCloseable {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final Map<Kind, HttpDesk> SHARED = new EnumMap<>(Kind.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Kind kind;
    private final String address;
    private final PlanProfile profile;
    private final PlanDesk desk;
    private final Server server;

    private HttpDesk(Kind kind, String address, int port, PlanProfile profile) {
        this(kind, address, port, profile, PlanDesk.open(kind.open(address, CATALOGUE), CATALOGUE, profile));
    }

    private HttpDesk(Kind kind, String address, int port, PlanProfile profile, PlanDesk desk) {
        this.kind = kind;
        this.address = address;
        this.profile = profile;
        this.desk = desk;
        this.server = new Server(desk, new Backdrop(Basemaps.none(), null), shelf()).start("127.0.0.1", port);
    }

    /** The plan of an address on a port; 0 takes any free one. */
    static HttpDesk at(Kind kind, String address, int port) {
        return new HttpDesk(kind, address, port, PlanProfileReader.bundled("shangjie", CATALOGUE));
    }

    /** A new plan of another catalogue. */
    static HttpDesk open(Kind kind, Catalogue catalogue, PlanProfile profile) {
        String address = kind.newAddress();
        return new HttpDesk(
                kind, address, 0, profile, PlanDesk.open(kind.open(address, catalogue), catalogue, profile));
    }

    /** A new plan with a programme of its own. */
    static HttpDesk open(Kind kind, PlanProfile profile) {
        return new HttpDesk(kind, kind.newAddress(), 0, profile);
    }

    /** A new plan where nothing that other programs write is taken in by itself. */
    static HttpDesk unwatched(Kind kind) {
        String address = kind.newAddress();
        PlanProfile profile = PlanProfileReader.bundled("shangjie", CATALOGUE);
        return new HttpDesk(kind, address, 0, profile, new PlanDesk(kind.open(address, CATALOGUE), profile));
    }

    static HttpDesk open(Kind kind) {
        return at(kind, kind.newAddress(), 0);
    }

    /** A desk over a plan at an address. */
    static HttpDesk at(Kind kind, String address) {
        return at(kind, address, 0);
    }

    /** One desk for all tests that mind only what they write themselves. */
    static synchronized HttpDesk shared(Kind kind) {
        // It ends with the machine: closing it then would wait for a database that ends at the same moment.
        return SHARED.computeIfAbsent(kind, k -> open(k));
    }

    private Shelf shelf() {
        return kind == Kind.POSTGIS
                ? new DatabaseShelf(address, CATALOGUE)
                : new FolderShelf(Objects.requireNonNull(Path.of(address).getParent()), CATALOGUE);
    }

    /** A second program at the same plan. */
    HttpDesk another() {
        return new HttpDesk(kind, address, 0, profile);
    }

    /** Where the plan lies: a file name or a JDBC address. */
    String address() {
        return address;
    }

    PlanDesk desk() {
        return desk;
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Saves one new park and gives the answer. */
    JsonNode park(String author, String name, String coordinates) {
        return json(post("/api/changesets", create(author, "parks", name, polygon(coordinates))));
    }

    /** Number of the newest changeset. */
    long newest() {
        return json("/api/plan").get("lastChangeset").asLong();
    }

    static String create(String author, String layer, String name, String geometry) {
        return "{\"author\":\"" + author + "\",\"comment\":\"test\",\"changes\":[" + change(layer, name, geometry)
                + "]}";
    }

    static String change(String layer, String name, String geometry) {
        return "{\"op\":\"create\",\"layer\":\"" + layer
                + "\",\"feature\":{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name + "\"},\"geometry\":"
                + geometry + "}}";
    }

    static String polygon(String coordinates) {
        return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
    }

    /** A closed box of so many degrees. */
    static String box(double west, double south, double size) {
        double east = west + size;
        double north = south + size;
        return "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]".formatted(west, south, east, north);
    }

    @Override
    public void close() {
        server.close();
        desk.close();
    }
}

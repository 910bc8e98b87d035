package org.greenplan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.crs.PlanCrs;
import org.greenplan.http.Server;
import org.greenplan.json.GeoJsonText;
import org.greenplan.plan.PlanDesk;
import org.locationtech.jts.geom.Polygon;

/**
 * How long the hand waits: {@code POST /api/check} over HTTP with a draft of 500 vertices on the dense plan, on both stores.
 *
 * <p>Arguments: number of plots (200000), then the stores (GEOPACKAGE POSTGIS), or addresses of plans that are kept from one run to the
 * next (a .gpkg file, jdbc:postgresql://…).
 */
public final class CheckBench {
    private static final int VERTICES = 500;
    private static final int TIMES = 300;

    private CheckBench() {}

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        for (KeptPlan plan : KeptPlan.of(args)) {
            System.out.printf("%n%s, %,d plots + %,d existing green%n", plan.kind(), count, count);
            Catalogue catalogue = CatalogueReader.bundled();
            try (PlanDesk desk = plan.desk(catalogue)) {
                plan.fill(desk, count);
                overHttp(desk, count);
            }
        }
        System.exit(0);
    }

    /** Serves the desk on a free port and asks from this very machine. */
    static void overHttp(PlanDesk desk, int count) {
        try (Server server = new Server(desk).start("127.0.0.1", 0)) {
            HttpClient client = HttpClient.newHttpClient();
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/check");
            for (double radiusM : new double[] {50, 100, 300}) {
                Random random = new Random(1);
                Stopwatch.often(
                        "POST /api/check, 500 vertices, " + Math.round(2 * radiusM) + " m across",
                        TIMES,
                        () -> post(client, address, draft(DensePlan.draft(count, VERTICES, radiusM, random))));
            }
        }
    }

    static String post(HttpClient client, URI address, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String draft(Polygon plane) {
        return "{\"layer\":\"parks\",\"feature\":{\"type\":\"Feature\",\"properties\":{\"status\":\"proposed\"},\"geometry\":"
                + GeoJsonText.text(PlanCrs.of("EPSG:4547").toLonLat(plane), GeoJsonText.FULL_PRECISION) + "}}";
    }
}

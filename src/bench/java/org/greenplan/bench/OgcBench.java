package org.greenplan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.http.Server;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.TestDatabases.Kind;
import org.locationtech.jts.geom.Envelope;

/**
 * How fast 1,000 features of a box leave as GeoJSON: our OGC API over HTTP with both stores, beside PostGIS's own ST_AsGeoJSON over
 * JDBC, the same boxes in one run. PostGIS is asked for the collection as text and counts nothing; ours counts what matches besides.
 *
 * <p>Arguments: number of plots (200000), then the stores (GEOPACKAGE POSTGIS) or addresses of plans to keep.
 */
public final class OgcBench {
    private static final int FEATURES = 1000;
    private static final int TIMES = 60;

    private OgcBench() {}

    public static void main(String[] args) throws SQLException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        for (KeptPlan plan : KeptPlan.of(args)) {
            System.out.printf("%n%s, %,d plots, %,d features of a box%n", plan.kind(), count, FEATURES);
            try (PlanDesk desk = plan.desk(CatalogueReader.bundled())) {
                plan.fill(desk, count);
                try (Server server = new Server(desk).start("127.0.0.1", 0)) {
                    compare(plan, server.port(), count);
                }
            }
        }
        System.exit(0);
    }

    private static void compare(KeptPlan plan, int port, int count) throws SQLException {
        HttpClient client = HttpClient.newHttpClient();
        double ours = median("OGC API over HTTP", count, box -> fetched(client, port, box));
        if (plan.kind() == Kind.POSTGIS) {
            try (Connection connection = DriverManager.getConnection(plan.address());
                    var statement = connection.createStatement()) {
                statement.execute("ANALYZE parks");
                double theirs = median("ST_AsGeoJSON over JDBC", count, box -> queried(connection, box));
                System.out.printf(Locale.ROOT, "  ours / PostGIS %.2f%n", ours / theirs);
            }
        }
    }

    private interface Question {
        int length(Envelope box);
    }

    private static double median(String name, int count, Question question) {
        Random random = new Random(20190315);
        double[] ms = new double[TIMES];
        long characters = 0;
        for (int i = -TIMES / 3; i < TIMES; i++) {
            Envelope box = box(count, random);
            long start = System.nanoTime();
            int length = question.length(box);
            if (i >= 0) {
                ms[i] = (System.nanoTime() - start) / 1e6;
                characters += length;
            }
        }
        Arrays.sort(ms);
        System.out.printf(
                Locale.ROOT,
                "  %-28s %8.1f ms median %8.1f ms p90, %,d characters each%n",
                name,
                ms[TIMES / 2],
                ms[TIMES * 9 / 10],
                characters / TIMES);
        return ms[TIMES / 2];
    }

    /** A box somewhere in the plan that holds a little more than the features asked for. */
    private static Envelope box(int count, Random random) {
        double side = Math.sqrt(count);
        double width = Math.sqrt(FEATURES * 1.2);
        double west = random.nextDouble() * (side - width);
        double south = random.nextDouble() * (side - width);
        double lon = 113.18 + west * 60 / 91_400;
        double lat = 34.686 + south * 60 / 110_940;
        return new Envelope(lon, lon + width * 60 / 91_400, lat, lat + width * 60 / 110_940);
    }

    private static int fetched(HttpClient client, int port, Envelope box) {
        String address = "http://127.0.0.1:" + port + "/ogc/collections/parks/items?f=json&limit=" + FEATURES + "&bbox="
                + box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " " + answer.statusCode());
            }
            return answer.body().length;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int queried(Connection connection, Envelope box) {
        String sql =
                """
                SELECT json_build_object('type', 'FeatureCollection', 'features', json_agg(ST_AsGeoJSON(t.*, 'geom', 15)::json))
                FROM (SELECT fid, name, code, class, status, effect, year, access, greened_share, toilets, car_park, leisure, remark,
                    illustrative, version, geom FROM parks
                    WHERE geom && ST_MakeEnvelope(?, ?, ?, ?, 4490) AND ST_Intersects(geom, ST_MakeEnvelope(?, ?, ?, ?, 4490))
                    ORDER BY fid LIMIT 1000) AS t""";
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < 8; i += 4) {
                statement.setDouble(i + 1, box.getMinX());
                statement.setDouble(i + 2, box.getMinY());
                statement.setDouble(i + 3, box.getMaxX());
                statement.setDouble(i + 4, box.getMaxY());
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1).length();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.greenplan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.http.Server;
import org.greenplan.plan.PlanDesk;

/**
 * A day at a very large desk: the dense plan is imported, opened again, changed, asked, reported, verified and taken back, on both
 * stores.
 *
 * <p>Arguments: number of plots (200000), then the stores (GEOPACKAGE POSTGIS) or addresses of plans to keep.
 */
public final class DeskBench {
    private DeskBench() {}

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        System.out.printf("%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        for (KeptPlan plan : KeptPlan.of(args)) {
            System.out.printf("%n%s, %,d plots + %,d existing green%n", plan.kind(), count, count);
            day(plan, count);
        }
        System.exit(0);
    }

    private static void day(KeptPlan plan, int count) {
        Catalogue catalogue = CatalogueReader.bundled();
        try (PlanDesk desk = plan.desk(catalogue)) {
            plan.fill(desk, count);
        }
        try (PlanDesk desk = Stopwatch.time("open the plan", () -> plan.desk(catalogue))) {
            Stopwatch.time("targets, first time", desk::targets);
            Stopwatch.often("targets", 50, desk::targets);
            Random random = new Random(2);
            Stopwatch.time("first changeset of one park", () -> draw(desk, count, random));
            Stopwatch.often("changeset of one park, 30 vertices", 50, () -> draw(desk, count, random));
            pages(desk);
            CheckBench.overHttp(desk, count);
            Stopwatch.time("verify, " + desk.verify().size() + " differences", desk::verify);
            Stopwatch.time("undo the import", () -> desk.undo("bench"));
        }
    }

    private static Object draw(PlanDesk desk, int count, Random random) {
        Change create = DensePlanDesk.create(
                "parks",
                DensePlan.draft(count, 30, 60, random),
                Map.of("name", "新园", "status", "proposed", "effect", "new"));
        return desk.apply(new Changeset("draw", "one park", List.of(create)));
    }

    /** What a page and a reader ask for. */
    private static void pages(PlanDesk desk) {
        try (Server server = new Server(desk).start("127.0.0.1", 0)) {
            HttpClient client = HttpClient.newHttpClient();
            String root = "http://127.0.0.1:" + server.port();
            for (String path : List.of(
                    "/api/plan",
                    "/api/targets",
                    "/api/undo?author=draw",
                    "/api/undo?author=bench",
                    "/api/history?limit=20",
                    "/api/history?limit=200",
                    "/report",
                    "/api/report.json",
                    "/api/report.csv",
                    "/api/plots")) {
                Stopwatch.time("GET " + path + ", first time", () -> get(client, root + path));
                Stopwatch.time("GET " + path + ", again", () -> get(client, root + path));
            }
        }
    }

    private static int get(HttpClient client, String address) {
        try {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + ": " + answer.statusCode());
            }
            return answer.body().length;
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.greenplan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.greenplan.exchange.ExportApi;
import org.greenplan.exchange.Formats;
import org.greenplan.intake.IntakeApi;
import org.greenplan.ogc.CollectionsApi;
import org.greenplan.ogc.ItemChangesApi;
import org.greenplan.ogc.ItemsApi;
import org.greenplan.openapi.OpenApiApi;
import org.greenplan.page.Basemap;
import org.greenplan.page.ChangesetApi;
import org.greenplan.page.EventsApi;
import org.greenplan.page.FeatureApi;
import org.greenplan.page.HistoryApi;
import org.greenplan.page.PlanApi;
import org.greenplan.page.RecordsApi;
import org.greenplan.page.SearchApi;
import org.greenplan.page.ToldApi;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.report.ReportApi;
import org.greenplan.tile.OgcTilesApi;
import org.greenplan.tile.TileApi;

/** The table of every address. */
public final class Server implements AutoCloseable {
    private static final long MAX_BODY_BYTES = 20L << 20;

    private final Javalin javalin;
    private final EventsApi events;
    private final IntakeApi intakes;
    private final GoneClients gone = new GoneClients();

    /** A server that is not listening yet. */
    public Server(PlanDesk desk, List<Basemap> basemaps) {
        this(desk, basemaps, Limits.USUAL);
    }

    Server(PlanDesk desk, List<Basemap> basemaps, Limits limits) {
        desk.database().servePages();
        this.events = new EventsApi(desk, limits.beat());
        this.intakes = new IntakeApi(desk, Formats.readers());
        this.javalin = Javalin.create(config -> {
            quiet(config);
            patient(config, limits);
            config.http.maxRequestSize = MAX_BODY_BYTES;
            config.http.prefer405over404 = true;
            routes(config, desk, basemaps);
            failures(config);
            config.router.handlerWrapper(endpoint -> gone.watching(endpoint, SafeHandlers.of(endpoint)));
        });
    }

    /**
     * Has the virtual machine read what a server is made of, by asking an empty one for a page. That takes as long as opening a plan, so
     * whoever is about to serve one does it meanwhile, on another thread.
     */
    public static void warm() {
        Javalin empty = Javalin.create(config -> quiet(config).routes.get("/", ctx -> ctx.result("")));
        InetAddress here = InetAddress.getLoopbackAddress();
        empty.start(here.getHostAddress(), 0);
        try (var page = new Socket(here, empty.port())) {
            page.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            page.getInputStream().readAllBytes();
        } catch (IOException e) {
            // Then the first page of the real server comes a little later.
        } finally {
            empty.stop();
        }
    }

    /** Begins to listen; 0 takes any free port. */
    public Server start(String host, int port) {
        javalin.start(host, port);
        return this;
    }

    public int port() {
        return javalin.port();
    }

    /** How many pages listen. */
    int openPages() {
        return events.count();
    }

    @Override
    public void close() {
        events.close();
        intakes.close();
        javalin.stop();
        gone.close();
    }

    private static JavalinConfig quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        return config;
    }

    /** Nobody keeps a thread of the server by sending slowly or not at all. */
    private static void patient(JavalinConfig config, Limits limits) {
        config.jetty.modifyServer(server -> server.setHandler(new SlowBodies(limits.leastBytesPerS(), limits.grace())));
        config.jetty.modifyServer(server -> server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) {
                    if (connector instanceof AbstractConnector door) {
                        door.setIdleTimeout(limits.idle().toMillis());
                    }
                }
            }
        }));
    }

    private void routes(JavalinConfig config, PlanDesk desk, List<Basemap> basemaps) {
        Assets assets = new Assets();
        Pages pages = new Pages(assets, basemaps);
        var plan = new PlanApi(desk, basemaps);
        var features = new FeatureApi(desk);
        var changesets = new ChangesetApi(desk);
        var history = new HistoryApi(desk);
        var r = config.routes;

        config.jetty.modifyServer(server -> server.setErrorHandler(new EarlyFaults(pages.headers())));
        r.before(pages::secure);
        r.before(Guard::check);
        r.beforeMatched(Guard::checkBody);
        r.get("/", pages::index);
        r.get("/assets/<path>", assets::serve);
        TileApi tiles = new TileApi(desk.database());
        r.get("/tiles/{layer}/{z}/{x}/{y}.mvt", tiles::tile);

        r.get("/api/plan", plan::plan);
        r.get("/api/targets", plan::targets);
        r.get("/api/records/{kind}", new RecordsApi(desk)::list);
        r.get("/api/plots", plan::plots);
        r.get("/api/search", new SearchApi(desk)::search);
        r.get("/api/layers/{layer}/features/{id}/ledger", features::ledger);
        r.get("/api/layers/{layer}/features/{id}/net", features::net);
        r.get("/api/layers/{layer}/features/{id}/history", history::ofFeature);

        r.post("/api/changesets", changesets::apply);
        r.post("/api/check", changesets::check);
        r.get("/api/undo", history::undoState);
        r.post("/api/undo", changesets::undo);
        r.post("/api/redo", changesets::redo);
        r.post("/api/restore", changesets::restore);
        r.get("/api/history", history::latest);
        r.get("/api/events", events::open);
        r.get("/api/told/{number}", new ToldApi(desk)::one);

        files(config, desk);
        ogc(config, desk, tiles);
    }

    /** What arrives as files and what leaves as files. */
    private void files(JavalinConfig config, PlanDesk desk) {
        var report = new ReportApi(desk);
        var export = new ExportApi(desk);
        var r = config.routes;

        r.post("/api/intakes", intakes::begin);
        r.get("/api/intakes/{id}", intakes::state);
        r.put("/api/intakes/{id}/files", intakes::file);
        r.post("/api/intakes/{id}/survey", intakes::survey);
        r.post("/api/intakes/{id}/preview", intakes::preview);
        r.post("/api/intakes/{id}/apply", intakes::apply);
        r.delete("/api/intakes/{id}/work", intakes::cancel);
        r.delete("/api/intakes/{id}", intakes::end);

        r.get("/report", report::page);
        r.get("/api/report.{format}", report::file);
        r.get("/api/formats", export::formats);
        r.get("/api/export.{format}", export::file);
    }

    /** OGC API Features and Tiles, for QGIS, ArcGIS, GDAL and the page itself. */
    private static void ogc(JavalinConfig config, PlanDesk desk, TileApi tiles) {
        var collections = new CollectionsApi(desk);
        var items = new ItemsApi(desk);
        var changes = new ItemChangesApi(desk);
        var sets = new OgcTilesApi(desk, tiles);
        var r = config.routes;
        String collection = "/ogc/collections/{collection}";

        r.get("/ogc", collections::landing);
        r.get("/ogc/conformance", collections::conformance);
        r.get("/ogc/api", new OpenApiApi(desk)::describe);
        r.get("/ogc/collections", collections::collections);
        r.get(collection, collections::collection);
        r.get(collection + "/queryables", collections::queryables);
        r.get(collection + "/sortables", collections::sortables);
        r.get(collection + "/schema", collections::schema);

        r.get(collection + "/items", items::items);
        r.post(collection + "/items", changes::create);
        r.options(collection + "/items", changes::optionsOfCollection);
        r.get(collection + "/items/{feature}", items::item);
        r.put(collection + "/items/{feature}", changes::replace);
        r.patch(collection + "/items/{feature}", changes::patch);
        r.delete(collection + "/items/{feature}", changes::delete);
        r.options(collection + "/items/{feature}", changes::optionsOfItem);

        r.get("/ogc/tileMatrixSets", sets::matrixSets);
        r.get("/ogc/tileMatrixSets/{set}", sets::matrixSet);
        r.get(collection + "/tiles", sets::tileSets);
        r.get(collection + "/tiles/{set}", sets::tileSet);
        r.get(collection + "/tiles/{set}/{z}/{row}/{col}", sets::tile);
    }

    private static void failures(JavalinConfig config) {
        var r = config.routes;
        r.exception(Problem.class, Problems::write);
        r.exception(JsonProcessingException.class, Problems::write);
        r.exception(HttpResponseException.class, Problems::write);
        r.exception(SlowBodies.TooSlow.class, Problems::write);
        r.exception(Exception.class, Problems::write);
    }
}

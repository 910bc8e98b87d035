package org.greenplan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.greenplan.backdrop.BackdropApi;
import org.greenplan.backdrop.Basemaps;
import org.greenplan.page.Backdrop;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.shelf.Shelf;
import org.greenplan.shelf.ShelfApi;
import org.jspecify.annotations.Nullable;

/** The table of every address. */
public final class Server implements AutoCloseable {
    private static final long MAX_BODY_BYTES = 20L << 20;

    /** How far apart Jetty keeps the two ends of a queue; it asks the virtual machine's beans where nobody says, which takes a sixth of a second. */
    private static final String REFERENCES_PER_CACHE_LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    private final Javalin javalin;
    private final OpenPlan open;
    private final GoneClients gone = new GoneClients();

    /** A server of one plan that is not listening yet. */
    public Server(PlanDesk desk) {
        this(desk, Limits.USUAL);
    }

    /**
     * The same, where other plans can be opened in its place and new ones made.
     *
     * @param behind what lies behind each of them
     * @param shelf where they lie, beside the one that is open
     */
    public Server(PlanDesk desk, Backdrop behind, Shelf shelf) {
        this(desk, behind, Limits.USUAL, shelf);
    }

    Server(PlanDesk desk, Limits limits) {
        this(desk, new Backdrop(Basemaps.none(), null), limits, null);
    }

    private Server(PlanDesk desk, Backdrop behind, Limits limits, @Nullable Shelf shelf) {
        this.open = new OpenPlan(desk, next -> PlanAnswers.of(next, behind, limits.beat(), shelf != null));
        this.javalin = Javalin.create(config -> {
            quiet(config);
            patient(config, limits);
            config.http.maxRequestSize = MAX_BODY_BYTES;
            config.http.prefer405over404 = true;
            routes(config);
            basemaps(config, new BackdropApi(behind.basemaps()));
            if (shelf != null) {
                shelf(config, new ShelfApi(shelf, open::isOpen, open::open));
            }
            failures(config);
            config.router.handlerWrapper(endpoint -> gone.watching(endpoint, SafeHandlers.of(endpoint)));
        });
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
        return open.pages();
    }

    @Override
    public void close() {
        open.end();
        javalin.stop();
        open.close();
        gone.close();
    }

    private static JavalinConfig quiet(JavalinConfig config) {
        if (System.getProperty(REFERENCES_PER_CACHE_LINE) == null) {
            System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
        }
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        return config;
    }

    /** Nobody keeps a thread of the server by sending slowly or not at all. */
    private static void patient(JavalinConfig config, Limits limits) {
        config.jetty.modifyServer(server -> {
            var heads = new HeadAsGet();
            heads.setHandler(new SlowBodies(limits.leastBytesPerS(), limits.grace()));
            server.setHandler(heads);
        });
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

    private void routes(JavalinConfig config) {
        Assets assets = new Assets();
        Pages pages = new Pages(assets);
        var r = config.routes;

        config.jetty.modifyServer(server -> server.setErrorHandler(new EarlyFaults(pages.headers())));
        r.before(pages::secure);
        r.before(Guard::check);
        r.beforeMatched(Guard::checkBody);
        r.get("/", pages::index);
        r.get("/assets/<path>", assets::serve);
        r.get("/tiles/{layer}/{z}/{x}/{y}.mvt", open.by(plan -> plan.tiles()::tile));
        r.get("/api/plan", open.by(plan -> plan.plan()::plan));
        r.get("/api/targets", open.by(plan -> plan.plan()::targets));
        r.get("/api/targets/sure", open.by(plan -> plan.plan()::sure));
        r.get("/api/records/{kind}", open.by(plan -> plan.records()::list));
        plots(config);
        r.get("/api/search", open.by(plan -> plan.search()::search));
        r.get("/api/layers/{layer}/features/{id}/ledger", open.by(plan -> plan.features()::ledger));
        r.get("/api/layers/{layer}/features/{id}/net", open.by(plan -> plan.features()::net));
        r.get("/api/layers/{layer}/features/{id}/photos", open.by(plan -> plan.photos()::list));
        r.post("/api/layers/{layer}/features/{id}/photos", open.by(plan -> plan.photos()::add));
        r.get("/photos/{picture}", open.by(plan -> plan.photos()::picture));
        r.get("/api/layers/{layer}/features/{id}/history", open.by(plan -> plan.history()::ofFeature));

        r.get("/api/findings", open.by(plan -> plan.findings()::all));
        r.post("/api/accounts", open.by(plan -> plan.accounts()::together));
        r.post("/api/accounts/taken", open.by(plan -> plan.accounts()::taken));
        r.post("/api/changesets", open.by(plan -> plan.changesets()::apply));
        r.post("/api/check", open.by(plan -> plan.changesets()::check));
        r.post("/api/check/taken", open.by(plan -> plan.changesets()::taken));
        r.get("/api/undo", open.by(plan -> plan.history()::undoState));
        r.post("/api/undo", open.by(plan -> plan.changesets()::undo));
        r.post("/api/redo", open.by(plan -> plan.changesets()::redo));
        r.post("/api/restore", open.by(plan -> plan.changesets()::restore));
        r.get("/api/history", open.by(plan -> plan.history()::latest));
        r.get("/api/events", open.by(plan -> plan.events()::open));
        r.get("/api/told/{number}", open.by(plan -> plan.told()::one));

        water(config);
        reshape(config);
        files(config);
        ogc(config);
    }

    /** The water network and what is judged of it. */
    private void water(JavalinConfig config) {
        var r = config.routes;

        r.get("/api/water/network.inp", open.by(plan -> plan.engines()::file));
        r.get("/api/water/network", open.by(plan -> plan.water()::network));
        r.get("/api/water/verdict", open.by(plan -> plan.water()::verdict));
        r.get("/api/water/removals", open.by(plan -> plan.water()::removals));
        r.get("/api/water/why", open.by(plan -> plan.water()::why));
        r.post("/api/water/try", open.by(plan -> plan.water()::tried));
        r.post("/api/water/works", open.by(plan -> plan.works()::begin));
        r.get("/api/water/works/{id}", open.by(plan -> plan.works()::state));
        r.delete("/api/water/works/{id}", open.by(plan -> plan.works()::cancel));
        r.get("/api/water/influence", open.by(plan -> plan.water()::influence));
        r.delete("/api/water/influence", open.by(plan -> plan.water()::callOffInfluence));
        r.post("/api/water/joins", open.by(plan -> plan.water()::joins));
        r.get("/api/water/profile", open.by(plan -> plan.profiles()::profile));
    }

    /** What the verbs of editing would make of shapes; nothing is written. */
    private void reshape(JavalinConfig config) {
        var r = config.routes;

        r.post("/api/reshape/split", open.by(plan -> plan.reshape()::split));
        r.post("/api/reshape/merge", open.by(plan -> plan.reshape()::merge));
        r.post("/api/reshape/offset", open.by(plan -> plan.reshape()::offset));
        r.post("/api/reshape/shift", open.by(plan -> plan.reshape()::shift));
        r.post("/api/reshape/place", open.by(plan -> plan.reshape()::place));
        r.post("/api/reshape/rectangle", open.by(plan -> plan.reshape()::rectangle));
        r.post("/api/reshape/neighbours", open.by(plan -> plan.reshape()::neighbours));
        r.post("/api/reshape/trace", open.by(plan -> plan.reshape()::trace));
        r.post("/api/reshape/inside", open.by(plan -> plan.reshape()::inside));
        r.post("/api/numbering", open.by(plan -> plan.numbering()::propose));
    }

    /** The plots with their figures, and those of them that somebody looks at. */
    private void plots(JavalinConfig config) {
        var r = config.routes;

        r.get("/api/plots", open.by(plan -> plan.register()::all));
        r.get("/api/plots/page", open.by(plan -> plan.register()::page));
        r.get("/api/plots/place", open.by(plan -> plan.register()::place));
        r.get("/api/plots/range", open.by(plan -> plan.register()::range));
        r.get("/api/plots/refs", open.by(plan -> plan.register()::refs));
        r.post("/api/plots/some", open.by(plan -> plan.register()::some));
        r.get("/api/plots/table.{format}", open.by(plan -> plan.register()::file));
    }

    /** What arrives as files and what leaves as files. */
    private void files(JavalinConfig config) {
        var r = config.routes;

        r.post("/api/intakes", open.by(plan -> plan.intakes()::begin));
        r.get("/api/intakes/{id}", open.by(plan -> plan.intakes()::state));
        r.put("/api/intakes/{id}/files", open.by(plan -> plan.intakes()::file));
        r.post("/api/intakes/{id}/survey", open.by(plan -> plan.intakes()::survey));
        r.post("/api/intakes/{id}/preview", open.by(plan -> plan.intakes()::preview));
        r.get("/api/intakes/{id}/shapes", open.by(plan -> plan.intakes()::shapes));
        r.post("/api/intakes/{id}/apply", open.by(plan -> plan.intakes()::apply));
        r.delete("/api/intakes/{id}/work", open.by(plan -> plan.intakes()::cancel));
        r.delete("/api/intakes/{id}", open.by(plan -> plan.intakes()::end));

        r.get("/report/water", open.by(plan -> plan.waterChapter()::page));
        r.get("/report/water/chief", open.by(plan -> plan.waterChapter()::chief));
        r.get("/api/water.xlsx", open.by(plan -> plan.waterChapter()::book));
        r.get("/report", open.by(plan -> plan.report()::page));
        r.get("/api/report.{format}", open.by(plan -> plan.report()::file));
        r.get("/api/formats", open.by(plan -> plan.export()::formats));
        r.get("/api/export.{format}", open.by(plan -> plan.export()::file));
    }

    /** What lies under whichever plan is open. */
    private void basemaps(JavalinConfig config, BackdropApi maps) {
        var r = config.routes;

        r.get("/basemaps/{id}/{z}/{x}/{y}", maps::tile);
        r.get("/basemaps/{id}/picture/{z}/{x}/{y}", maps::picture);
        r.get("/api/basemaps", maps::list);
        r.get("/api/basemaps/{id}", maps::look);
        r.post("/api/basemaps", maps::add);
        r.put("/api/basemaps/files", maps::file);
        r.put("/api/basemaps/{id}/points", maps::points);
        r.delete("/api/basemaps/{id}", maps::remove);
    }

    /** The plans beside the one that is open, and what a new one is made of. */
    private void shelf(JavalinConfig config, ShelfApi plans) {
        var r = config.routes;

        r.get("/api/plans", open.by(plan -> ctx -> plans.list(ctx, plan.desk())));
        r.post("/api/plans", open.byWhichever(plan -> ctx -> plans.make(ctx, plan.desk(), plan.key())));
        r.post("/api/plans/open", open.by(plan -> ctx -> plans.open(ctx, plan.desk())));
        r.get("/api/planes", plans::planes);
        r.get("/api/templates", open.by(plan -> ctx -> plans.templates(ctx, plan.desk())));
    }

    /** OGC API Features and Tiles, for QGIS, ArcGIS, GDAL and the page itself. */
    private void ogc(JavalinConfig config) {
        var r = config.routes;
        String collection = "/ogc/collections/{collection}";

        r.get("/ogc", open.by(plan -> plan.collections()::landing));
        r.get("/ogc/conformance", open.by(plan -> plan.collections()::conformance));
        r.get("/ogc/api", open.by(plan -> plan.openApi()::describe));
        r.get("/ogc/collections", open.by(plan -> plan.collections()::collections));
        r.get(collection, open.by(plan -> plan.collections()::collection));
        r.get(collection + "/queryables", open.by(plan -> plan.collections()::queryables));
        r.get(collection + "/sortables", open.by(plan -> plan.collections()::sortables));
        r.get(collection + "/schema", open.by(plan -> plan.collections()::schema));

        r.get(collection + "/items", open.by(plan -> plan.items()::items));
        r.post(collection + "/items", open.by(plan -> plan.itemChanges()::create));
        r.options(collection + "/items", open.by(plan -> plan.itemChanges()::optionsOfCollection));
        r.get(collection + "/items/{feature}", open.by(plan -> plan.items()::item));
        r.put(collection + "/items/{feature}", open.by(plan -> plan.itemChanges()::replace));
        r.patch(collection + "/items/{feature}", open.by(plan -> plan.itemChanges()::patch));
        r.delete(collection + "/items/{feature}", open.by(plan -> plan.itemChanges()::delete));
        r.options(collection + "/items/{feature}", open.by(plan -> plan.itemChanges()::optionsOfItem));

        r.get("/ogc/tileMatrixSets", open.by(plan -> plan.tileSets()::matrixSets));
        r.get("/ogc/tileMatrixSets/{set}", open.by(plan -> plan.tileSets()::matrixSet));
        for (String tiles : List.of("/ogc/tiles", collection + "/tiles")) {
            r.get(tiles, open.by(plan -> plan.tileSets()::tileSets));
            r.get(tiles + "/{set}", open.by(plan -> plan.tileSets()::tileSet));
            r.get(tiles + "/{set}/{z}/{row}/{col}", open.by(plan -> plan.tileSets()::tile));
        }
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

package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.history.HistoryStore;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a plan of any district, with its identity and its targets and nothing drawn. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "新建一个规划:文件或 PostGIS 模式。%nMakes a new plan: a file, or a schema of PostGIS.")
public final class NewCommand implements Callable<Integer> {
    @Option(
            names = "--to",
            paramLabel = "FILE.gpkg",
            description = {"新文件。", "The new file."})
    private @Nullable Path to;

    @Option(
            names = "--db",
            paramLabel = "jdbc:postgresql://…",
            description = {"或 PostGIS 数据库。", "Or a PostGIS database."})
    private @Nullable String db;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = {"--db 中的模式。", "The schema in --db."})
    private @Nullable String schema;

    @Option(
            names = "--profile",
            required = true,
            paramLabel = "FILE.yaml",
            description = {"规划的名称、范围、年度、平面坐标系和目标。", "Title, district, year, plane and targets of the plan."})
    private Path profile = Path.of("plan.yaml");

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = {"自定义图层目录(YAML 文件夹)。", "A layer catalogue of your own (a folder of YAML files)."})
    private @Nullable Path catalogue;

    @Override
    public Integer call() {
        Catalogue layers =
                catalogue == null ? CatalogueReader.bundled() : CatalogueReader.read(Bundled.folder(catalogue));
        PlanProfile settings = PlanProfileReader.read(profile, layers);
        Database database = database(layers);
        String name = database.describe();
        if (database.read(session -> new HistoryStore(session).lastNumber()) > 0) {
            database.close();
            throw there(name);
        }
        try (PlanDesk desk = PlanDesk.open(database, layers, settings)) {
            if (!PlanBeginning.begin(desk, "新建规划 / a new plan", settings, List::of)) {
                throw there(name);
            }
        }
        new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                .println(settings.title().zh() + "  " + settings.plane().text() + " → " + name);
        return 0;
    }

    private Database database(Catalogue layers) {
        if (to == null && db != null) {
            return Database.postgis(
                    PlanOptions.address("--db", db), schema, PlanBeginning.blueprint(layers), IfMissing.MAKE);
        }
        if (to == null || db != null || schema != null) {
            throw new Problem.Invalid(
                    Words.of("请写 --to 文件名,或 --db 数据库地址。", "Give --to with a file, or --db with a database."), "--to");
        }
        if (Files.exists(to)) {
            throw there(to.toString());
        }
        return Database.geoPackage(to, PlanBeginning.blueprint(layers), IfMissing.MAKE);
    }

    private static Problem there(String name) {
        return new Problem.Invalid(
                Words.of(
                        name + " 已经在那里,没有改动。请换一个文件名或模式(schema)。",
                        name + " is there already; it was left as it is. Choose another file, or another schema."),
                "--to");
    }
}

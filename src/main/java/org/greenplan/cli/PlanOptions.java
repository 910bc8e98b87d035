package org.greenplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.shelf.DatabaseShelf;
import org.greenplan.shelf.FolderShelf;
import org.greenplan.shelf.Shelf;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which plan: a file, or a database; with which catalogue. */
public final class PlanOptions {
    private static final Path DEFAULT = Path.of("greenplan.gpkg");

    @Option(
            names = "--plan",
            paramLabel = "FILE.gpkg",
            defaultValue = "${env:GREENPLAN_PLAN}",
            description = {
                "规划文件（GeoPackage）。不写则用 greenplan.gpkg，尚无则以示例规划新建。",
                "The plan's file; without it greenplan.gpkg, made with the sample plan where it does not exist."
            })
    private @Nullable Path plan;

    @Option(
            names = "--db",
            paramLabel = "jdbc:postgresql://…",
            defaultValue = "${env:GREENPLAN_DB}",
            description = {"改用 PostGIS 数据库中的规划。", "The plan in a PostGIS database instead."})
    private @Nullable String db;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "${env:GREENPLAN_SCHEMA}",
            description = {
                "规划在 --db 中所在的模式，每个规划一个；不写则为连接的第一个模式，一般是 public。",
                "The plan's schema in --db, one for each plan; without it the first of the connection, as a rule public."
            })
    private @Nullable String schema;

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    @Option(
            names = "--profile",
            paramLabel = "FILE.yaml",
            description = {
                "旧规划没有规划信息时，由此文件说明名称、范围、年度、平面坐标系和目标。",
                "Title, district, year, plane and targets of an older plan that does not say them itself."
            })
    private @Nullable Path profile;

    /** As the command line is about to fill them. */
    PlanOptions() {}

    PlanOptions(@Nullable Path plan) {
        this.plan = plan;
    }

    /** Opens the plan. One that is named has to be there; the default one is made with the sample. */
    PlanDesk open() {
        PlanDesk desk = open(named() ? IfMissing.REFUSE : IfMissing.MAKE);
        desk.database().news().forEach(words -> System.err.println(words.zh() + " " + words.en()));
        return desk;
    }

    /**
     * Opens the plan for a server; a file that is missing is made with the sample, which is said.
     *
     * @param sample whether the sample is asked for also in a database, where nothing is put unasked
     */
    PlanDesk openOrMake(boolean sample) {
        return open(isOnServer() && !sample ? IfMissing.REFUSE : IfMissing.MAKE);
    }

    /** Where other plans lie beside this one. */
    Shelf shelf(Catalogue layers) {
        if (db != null && isOnServer()) {
            return new DatabaseShelf(db, layers);
        }
        Path folder = file().toAbsolutePath().getParent();
        return new FolderShelf(folder == null ? file() : folder, layers);
    }

    /** The folder of what lies under the plan: beside its file, or where the program was started for one of a database. */
    Path besides() {
        Path folder = isOnServer() ? null : file().toAbsolutePath().getParent();
        return (folder == null ? Path.of("").toAbsolutePath() : folder).resolve("basemaps");
    }

    private Path file() {
        return plan == null ? DEFAULT : plan;
    }

    private PlanDesk open(IfMissing ifMissing) {
        Catalogue layers = catalogue.read();
        PlanDesk desk = PlanBeginning.open(database(layers, ifMissing), layers, profile(layers));
        if (ifMissing == IfMissing.MAKE && PlanBeginning.sample(desk)) {
            String name = desk.database().describe();
            desk.database()
                    .tell(Words.of(
                            "原先没有规划 " + name + "，已新建并放入示例规划。",
                            "There was no plan " + name + ": it has been made, with the sample plan in it."));
        }
        return desk;
    }

    /** Whose plan it is, as a person says it; null where nobody does. */
    private @Nullable PlanProfile profile(Catalogue layers) {
        Path file = profile;
        return file == null ? null : PlanProfileReader.read(file, layers);
    }

    /** The schema that is named beside a plan in a file, and so is that of another plan; it is not this plan's from here on. */
    @Nullable
    String schemaOfAnother() {
        String free = isOnServer() ? null : schema;
        schema = isOnServer() ? schema : null;
        return free;
    }

    private boolean named() {
        return plan != null || isOnServer();
    }

    private boolean isOnServer() {
        return db != null && !db.isBlank();
    }

    /** The address of a database that an option gives. */
    static String address(String option, String given) {
        if (!given.startsWith("jdbc:postgresql:")) {
            throw new Problem.Invalid(
                    Words.of(option + " 应为 jdbc:postgresql://主机/数据库", option + " is jdbc:postgresql://host/database"),
                    option);
        }
        return given;
    }

    private Database database(Catalogue layers, IfMissing ifMissing) {
        if (db != null && isOnServer()) {
            return Database.postgis(address("--db", db), schema, PlanBeginning.blueprint(layers), ifMissing);
        }
        if (schema != null) {
            throw new Problem.Invalid(Words.of("--schema 须与 --db 同用。", "--schema goes with --db."), "--schema");
        }
        Path file = file();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Problem.Invalid(Words.of("文件夹不存在：" + folder, "There is no folder " + folder), "--plan");
        }
        return Database.geoPackage(file, PlanBeginning.blueprint(layers), ifMissing);
    }
}

package org.greenplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.shelf.DatabaseShelf;
import org.greenplan.shelf.FolderShelf;
import org.greenplan.shelf.NewPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a plan of any district, with its identity, its targets and its boundary, whole or not at all. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "新建一个规划：文件或 PostGIS 模式。%nMakes a new plan: a file, or a schema of PostGIS.")
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

    @Mixin
    private final NewPlanOptions asked = new NewPlanOptions();

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    @Override
    public Integer call() throws IOException {
        Catalogue layers = catalogue.read();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        requirePlace();
        NewPlan plan = asked.plan(layers, out);
        Path file = to;
        if (file == null) {
            new DatabaseShelf(PlanOptions.address("--db", String.valueOf(db)), layers).make(plan, schema);
        } else {
            FolderShelf.of(file, layers).makeAt(plan, file);
        }
        out.println(plan.title() + "  " + plan.planeText() + " → " + (file == null ? place() : file));
        return 0;
    }

    private String place() {
        String server = String.valueOf(db).replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
        return schema == null ? server : server + " (schema " + schema + ")";
    }

    private void requirePlace() {
        boolean database = to == null && db != null;
        if (!database && (to == null || db != null || schema != null)) {
            throw new Problem.Invalid(
                    Words.of("请写 --to 文件名，或 --db 数据库地址。", "Give --to with a file, or --db with a database."), "--to");
        }
        if (to != null && Files.exists(to)) {
            throw there(to.toString());
        }
    }

    private static Problem there(String name) {
        return new Problem.Invalid(
                Words.of(
                        name + " 已经在那里，没有改动。请换一个文件名或模式（schema）。",
                        name + " is there already; it was left as it is. Choose another file, or another schema."),
                "--to");
    }
}

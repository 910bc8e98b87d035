package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.greenplan.store.PlanBackup;
import org.greenplan.store.PlanCopy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies the plan, with its history and its ledger, from a file to a database, back, or to another of the same kind. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description =
                "把规划连同历史和台账复制到另一处（文件与 PostGIS 之间，双向），并复核。%n"
                        + "Copies the plan with its history and ledger between a file and PostGIS, either way, and verifies it there.")
public final class CopyCommand implements Callable<Integer> {
    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = "--to",
            paramLabel = "FILE.gpkg",
            description = {"新文件。", "The new file."})
    private @Nullable Path to;

    @Option(
            names = "--to-db",
            paramLabel = "jdbc:postgresql://…",
            description = {"PostGIS 数据库，其中尚无规划。", "A PostGIS database, without a plan there yet."})
    private @Nullable String toDb;

    @Option(
            names = "--to-schema",
            paramLabel = "NAME",
            description = {
                "--to-db 中的模式；从文件复制时也可写 --schema。",
                "The schema in --to-db; where the plan is a file, --schema says the same."
            })
    private @Nullable String toSchema;

    @Override
    public Integer call() {
        String schema = schema();
        try (PlanDesk desk = plan.open()) {
            desk.buildBehind();
            List<Words> left = copied(desk.database(), schema);
            try (PlanDesk copy = PlanDesk.open(target(desk, schema), desk.catalogue(), desk.profile())) {
                BackupCommand.tell(desk.database(), copy.database(), left);
                return VerifyCommand.agrees(copy, new PrintWriter(System.out, true, StandardCharsets.UTF_8)) ? 0 : 1;
            }
        }
    }

    private @Nullable String schema() {
        if ((to == null) == (toDb == null)) {
            throw new Problem.Invalid(
                    Words.of("请写 --to 文件名，或 --to-db 数据库地址。", "Give --to with a file, or --to-db with a database."),
                    "--to");
        }
        String beside = toDb == null ? null : plan.schemaOfAnother();
        return toSchema == null ? beside : toSchema;
    }

    private List<Words> copied(Database from, @Nullable String schema) {
        return to != null
                ? new PlanBackup(from).write(to)
                : new PlanCopy(from).toPostgis(PlanOptions.address("--to-db", String.valueOf(toDb)), schema);
    }

    private Database target(PlanDesk desk, @Nullable String schema) {
        return to != null
                ? Database.geoPackage(to, desk.database().blueprint(), IfMissing.REFUSE)
                : Database.postgis(String.valueOf(toDb), schema, desk.database().blueprint(), IfMissing.REFUSE);
    }
}

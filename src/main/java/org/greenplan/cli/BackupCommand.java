package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.greenplan.history.HistoryStore;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.greenplan.store.PlanBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the plan while it is in use. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "为规划做完整副本（GeoPackage），使用中也可。%nMakes a sound copy of the plan as a GeoPackage, also while it is in use.")
public final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Parameters(
            paramLabel = "FILE.gpkg",
            description = {"新文件。", "The new file."})
    private Path to = Path.of("backup.gpkg");

    @Override
    public Integer call() {
        try (PlanDesk desk = plan.open()) {
            desk.buildBehind();
            List<Words> left = new PlanBackup(desk.database()).write(to);
            try (Database copy = Database.geoPackage(to, desk.database().blueprint(), IfMissing.REFUSE)) {
                tell(desk.database(), copy, left);
            }
            return 0;
        }
    }

    /** Says what was copied where, with the newest changeset, and what was not. */
    static void tell(Database plan, Database copy, List<Words> left) {
        String last = copy.read(session -> new HistoryStore(session)
                .latest(1, 0).stream()
                        .map(newest -> "  № " + newest.number() + "  " + newest.stamp())
                        .findFirst()
                        .orElse(""));
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(plan.describe() + " → " + copy.describe() + last);
        left.forEach(words -> out.println(words.zh() + System.lineSeparator() + words.en()));
    }
}

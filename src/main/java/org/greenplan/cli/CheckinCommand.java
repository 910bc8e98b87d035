package org.greenplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.greenplan.compare.Difference;
import org.greenplan.compare.Prepared;
import org.greenplan.format.Scratch;
import org.greenplan.format.SourceFile;
import org.greenplan.intake.Intake;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a checked-out file back: clean changes become one changeset, conflicts are listed and left. */
@Command(
        name = "checkin",
        mixinStandardHelpOptions = true,
        description = "归还检出的文件：无冲突的修改写为一次修改，冲突列出待定。%nTakes a checked-out file back; conflicts are listed and left.")
public final class CheckinCommand implements Callable<Integer> {
    private static final int CONFLICTS_LEFT = 3;

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Parameters(
            paramLabel = "FILE.gpkg",
            description = {"检出的文件。", "The checked-out file."})
    private Path file = Path.of("checkout.gpkg");

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "checkin",
            description = {"作者。", "Author of the changeset. (${DEFAULT-VALUE})"})
    private String author = "checkin";

    @Option(
            names = "--dry-run",
            description = {"只比对，不写入。", "Compare only; write nothing."})
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file)) {
            throw new Problem.Invalid(Words.of("文件不存在：" + file, "There is no file " + file), "FILE");
        }
        Path folder = Scratch.newFolder("checkin");
        try (PlanDesk desk = plan.open()) {
            Path copy = Files.copy(file, folder.resolve("given.gpkg"));
            var given = new SourceFile(file.getFileName().toString(), copy, Files.size(copy));
            // Only a checkout: other files are imported, with a choice of what becomes of them.
            Intake intake = new Intake(desk, List.of());
            var progress = new Progress();
            Intake.Found found = intake.survey(List.of(given), folder, null, progress);
            List<Prepared> prepared =
                    intake.prepare(found, choices(intake, found), progress).layers();
            prepared.forEach(p -> out.println(p.summary()));
            List<Difference> undecided =
                    prepared.stream().flatMap(p -> p.undecided().stream()).toList();
            undecided.forEach(d -> out.println("冲突 conflict " + d.ref()));
            if (!dryRun && prepared.stream().anyMatch(p -> !p.changes().isEmpty())) {
                String comment = "归还 / check in " + file.getFileName();
                out.println("changeset "
                        + intake.apply(author, comment, prepared, progress).changeset());
            }
            return undecided.isEmpty() ? 0 : CONFLICTS_LEFT;
        } finally {
            WholeFile.clear(folder);
        }
    }

    private static List<LayerChoice> choices(Intake intake, Intake.Found found) {
        List<LayerChoice> choices = new ArrayList<>();
        for (int source = 0; source < found.layers().size(); source++) {
            choices.add(intake.suggested(
                    found, source, found.layers().get(source).layer().name()));
        }
        return choices;
    }
}

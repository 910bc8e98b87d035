package org.greenplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.compare.Prepared;
import org.greenplan.exchange.Formats;
import org.greenplan.feature.Change;
import org.greenplan.format.Scratch;
import org.greenplan.format.SourceFile;
import org.greenplan.intake.BlankDesk;
import org.greenplan.intake.Intake;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.jspecify.annotations.Nullable;

/** The district of a new plan in a file of whatever format: a single shape is the district, several are its parts. */
record BoundaryFile(Path file, @Nullable String crs, Catalogue catalogue) {
    private static final double MIDDLE_OF_CHINA_DEG = 105;

    /** Its shapes as features of the plan; what was taken for their coordinate system is said. */
    List<Change.Create> read(PrintWriter out) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw invalid("文件不存在：" + file, "There is no file " + file);
        }
        Path folder = Scratch.newFolder("boundary");
        try (BlankDesk blank = BlankDesk.near(MIDDLE_OF_CHINA_DEG, catalogue)) {
            var intake = new Intake(blank.desk(), Formats.readers());
            var progress = new Progress();
            var source = new SourceFile(file.getFileName().toString(), file, Files.size(file));
            Intake.Found found = intake.survey(List.of(source), folder, null, progress);
            LayerChoice choice = choice(intake, found);
            out.println("区界坐标系 coordinate system of the district: " + choice.crs()
                    + (crs == null ? " （高德、DataV 的文件请写 for files of AMap or DataV give --crs GCJ02）" : ""));
            return taken(
                    intake.prepare(found, List.of(choice), progress).layers().get(0));
        } finally {
            WholeFile.clear(folder);
        }
    }

    private LayerChoice choice(Intake intake, Intake.Found found) {
        Role role = found.layers().get(0).count() > 1 ? Role.ZONE : Role.BOUNDARY;
        String target = catalogue.withRole(role).stream()
                .map(LayerType::id)
                .findFirst()
                .orElseThrow(() -> invalid("图层目录中没有区界图层。", "The catalogue has no layer of districts."));
        LayerChoice suggested = intake.suggested(found, 0, target);
        String system = crs == null ? suggested.crs() : crs;
        if (system.isEmpty()) {
            throw invalid(
                    "无法判断区界文件的坐标系，请写 --crs。", "The coordinate system of the file is not clear: name it with --crs.");
        }
        return LayerChoice.plain(0, target, system, suggested.fields(), LayerChoice.Mode.NEW);
    }

    private static List<Change.Create> taken(Prepared prepared) {
        if (!prepared.refused().isEmpty()) {
            Words why = prepared.refused().get(0).reason();
            throw invalid(why.zh(), why.en());
        }
        List<Change.Create> creates = new ArrayList<>();
        for (Prepared.Wish wish : prepared.wished()) {
            if (wish.change() instanceof Change.Create create) {
                creates.add(create);
            }
        }
        return creates;
    }

    private static Problem.Invalid invalid(String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), "--boundary");
    }
}

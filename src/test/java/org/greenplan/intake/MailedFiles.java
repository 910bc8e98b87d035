package org.greenplan.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.compare.Difference;
import org.greenplan.compare.Prepared;
import org.greenplan.crs.PlanCrs;
import org.greenplan.exchange.Formats;
import org.greenplan.format.SourceFile;
import org.greenplan.plan.DeskFixture;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.greenplan.recognise.Taking;
import org.greenplan.store.TestDatabases.Kind;

/** Files handed to the import of a plan whose district they lie in, taken as the dialogue proposes, into the parks. */
final class MailedFiles implements AutoCloseable {
    private static final Path CASES = Path.of("src/test/resources/cases");

    private final DeskFixture plan = new DeskFixture(Kind.GEOPACKAGE);
    private final Intake intake = new Intake(plan.desk(), Formats.readers());

    MailedFiles() {
        var district =
                DeskFixture.create("district", DeskFixture.box(-5000, -5000, 10_000, 10_000), Map.of("name", "区"));
        plan.desk().apply(DeskFixture.by("li", district));
    }

    /**
     * What the preview shows.
     *
     * @param plots each as its name and area, {@code 东园=3000.00}, in the order of the file
     * @param corners the first corner of each on the plan's plane, whole metres
     * @param said all sentences of the dialogue: findings, reasons of coordinate systems, what was mended and refused
     */
    record Preview(List<String> plots, List<String> corners, List<String> said) {
        /** The plots with whole square metres, in one line. */
        String wholePlots() {
            return String.join(
                    " ",
                    plots.stream()
                            .map(p -> p.substring(0, p.lastIndexOf('=') + 1)
                                    + Math.round(Double.parseDouble(p.substring(p.lastIndexOf('=') + 1))))
                            .toList());
        }
    }

    Intake intake() {
        return intake;
    }

    /** The same choice with open outlines closed. */
    static LayerChoice closing(LayerChoice choice) {
        return new LayerChoice(
                choice.source(),
                choice.target(),
                choice.crs(),
                choice.parameters(),
                choice.method(),
                choice.points(),
                choice.fields(),
                choice.fixed(),
                choice.mode(),
                choice.key(),
                choice.leaveOut(),
                choice.remove(),
                choice.overwrite(),
                choice.skipRefused(),
                choice.skipRepeated(),
                true,
                false);
    }

    static SourceFile file(Path path) {
        try {
            return new SourceFile(path.getFileName().toString(), path, Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Intake.Found found(String name) {
        return found(CASES.resolve(name));
    }

    Intake.Found found(Path path) {
        try {
            Path folder = Files.createTempDirectory("greenplan-mailed");
            folder.toFile().deleteOnExit();
            return intake.survey(List.of(file(path)), folder, null, new Progress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the cases with all that is proposed. */
    Preview preview(String name) {
        Intake.Found found = found(name);
        List<LayerChoice> choices = new ArrayList<>();
        for (int i = 0; i < found.layers().size(); i++) {
            choices.add(intake.suggested(found, i, "parks"));
        }
        return preview(found, choices);
    }

    Preview preview(Intake.Found found, List<LayerChoice> choices) {
        List<String> plots = new ArrayList<>();
        List<String> corners = new ArrayList<>();
        List<String> said = new ArrayList<>();
        found.findings().forEach(words -> said.add(words.en()));
        for (int i = 0; i < found.layers().size(); i++) {
            found.layers().get(i).layer().findings().forEach(words -> said.add(words.en()));
            found.candidates().get(i).stream()
                    .limit(1)
                    .forEach(c -> said.add(c.reason().en()));
        }
        for (Prepared layer : intake.prepare(found, choices, new Progress()).layers()) {
            for (Difference difference : layer.differences()) {
                Taking.Taken taken = difference.taken();
                if (taken != null) {
                    var plane = PlanCrs.of("EPSG:4547").toPlane(taken.shape());
                    plots.add(
                            taken.attributes().get("name") + "=" + String.format(Locale.ROOT, "%.2f", plane.getArea()));
                    corners.add(
                            String.format(Locale.ROOT, "%.0f %.0f", plane.getCoordinate().x, plane.getCoordinate().y));
                    taken.notes().forEach(note -> said.add(note.words().en()));
                    taken.warnings().forEach(words -> said.add(words.en()));
                }
            }
            layer.refused()
                    .forEach(refused -> said.add("refused: " + refused.reason().en()));
        }
        return new Preview(plots, corners, said);
    }

    @Override
    public void close() {
        plan.close();
    }
}

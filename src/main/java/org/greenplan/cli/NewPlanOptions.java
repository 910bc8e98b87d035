package org.greenplan.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.crs.Plane;
import org.greenplan.crs.PlaneProposal;
import org.greenplan.crs.Planes;
import org.greenplan.feature.Change;
import org.greenplan.plan.SamplePlan;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.shelf.NewPlan;
import org.greenplan.shelf.TargetTemplates;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import picocli.CommandLine.Option;

/** What a new plan is: a profile, the sample, or options; what they leave open is asked in a terminal. */
final class NewPlanOptions {
    @Option(
            names = "--profile",
            paramLabel = "FILE.yaml",
            description = {"规划的名称、范围、年度、平面坐标系和目标。", "Title, district, year, plane and targets of the plan."})
    private @Nullable Path profile;

    @Option(
            names = "--sample",
            description = {"新建示例规划。", "Makes the sample plan."})
    private boolean sample;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = {"名称。", "Title."})
    private @Nullable String title;

    @Option(
            names = "--district",
            paramLabel = "TEXT",
            description = {"范围（区县名）。", "Name of the district."})
    private @Nullable String district;

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            description = {"年度；不写则为今年。", "Year; this one where none is named."})
    private @Nullable Integer year;

    @Option(
            names = "--boundary",
            paramLabel = "FILE",
            description = {"区界文件（zip、GeoJSON、KML、DXF …）。", "File of the district (zip, GeoJSON, KML, DXF …)."})
    private @Nullable Path boundary;

    @Option(
            names = "--crs",
            paramLabel = "CODE",
            description = {"区界文件的坐标系，如 GCJ02。", "Coordinate system of the district's file, such as GCJ02."})
    private @Nullable String crs;

    @Option(
            names = "--plane",
            paramLabel = "EPSG:N|+proj=…",
            description = {"平面坐标系；不写则按区界推荐。", "Plane; without it the one that suits the district."})
    private @Nullable String plane;

    @Option(
            names = "--template",
            paramLabel = "NAME|FILE.yaml",
            description = {"目标模板，如 programme、greening。", "Template of the targets, such as programme or greening."})
    private @Nullable String template;

    /** The plan that is to be made; what is missing is asked, or named where nobody can be asked. */
    NewPlan plan(Catalogue layers, PrintWriter out) throws IOException {
        if (sample) {
            return NewPlan.of(SamplePlan.profile(layers), SamplePlan.whole(layers));
        }
        Path named = profile;
        if (named == null) {
            ask();
        }
        Path drawn = boundary;
        List<Change.Create> features = drawn == null ? List.of() : new BoundaryFile(drawn, crs, layers).read(out);
        return NewPlan.of(named == null ? settings(layers, features) : PlanProfileReader.read(named, layers), features);
    }

    /** A newer Java gives a console also where nobody sits: what it reads there is empty, and told as missing. */
    @SuppressWarnings("SystemConsoleNull")
    private void ask() {
        Console console = System.console();
        if (console == null) {
            requireAll();
            return;
        }
        title = asked(console, title, "名称 Title: ");
        district = asked(console, district, "范围 District: ");
        if (boundary == null) {
            String file = line(console, "区界文件 File of the district（可不填 may be left out）： ");
            boundary = file == null || file.isBlank() ? null : Path.of(file.strip());
        }
        if (boundary == null) {
            plane = asked(console, plane, "平面坐标系 Plane (EPSG:… , +proj=…)： ");
        }
        if (template == null) {
            String name = line(console, "目标模板 Template（programme, greening; 可不填 may be left out）： ");
            template = name == null || name.isBlank() ? null : name.strip();
        }
        requireAll();
    }

    private static @Nullable String asked(Console console, @Nullable String given, String question) {
        return given == null ? line(console, question) : given;
    }

    private static @Nullable String line(Console console, String question) {
        console.writer().print(question);
        console.flush();
        try {
            var line = new StringBuilder();
            int c = console.reader().read();
            boolean over = c < 0;
            for (; c >= 0 && c != '\n'; c = console.reader().read()) {
                line.append((char) c);
            }
            return over ? null : line.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireAll() {
        List<String> missing = new ArrayList<>();
        if (title == null || title.isBlank()) {
            missing.add("--title");
        }
        if (district == null || district.isBlank()) {
            missing.add("--district");
        }
        if (boundary == null && plane == null) {
            missing.add("--boundary");
        }
        if (!missing.isEmpty()) {
            String names = String.join(" ", missing);
            throw new Problem.Invalid(
                    Words.of(
                            "新建规划还缺：" + names + "（或用 --profile 文件.yaml）。",
                            "A new plan needs: " + names + " (or --profile FILE.yaml)."),
                    missing.get(0));
        }
    }

    private PlanProfile settings(Catalogue layers, List<Change.Create> features) {
        String called = String.valueOf(title);
        String where = String.valueOf(district);
        List<TargetLine> targets = template == null
                ? List.of()
                : TargetTemplates.bundled(layers).named(template, layers).targets();
        int when = year == null ? Year.now(PlanProfile.CHINA_TIME).getValue() : year;
        return new PlanProfile(
                "plan", Words.of(called, called), Words.of(where, where), when, plane(features), false, targets);
    }

    private Plane plane(List<Change.Create> features) {
        if (plane != null) {
            return Planes.of(plane);
        }
        Envelope box = new Envelope();
        features.forEach(feature -> box.expandToInclude(feature.geometry().getEnvelopeInternal()));
        return PlaneProposal.of(box).get(0).plane();
    }
}

package org.greenplan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.greenplan.chapter.WaterAnnex;
import org.greenplan.html.Markup;
import org.greenplan.plan.PlanDesk;
import org.greenplan.report.Report;
import org.greenplan.report.ReportCsv;
import org.greenplan.report.ReportHtml;
import org.greenplan.report.ReportJson;
import org.greenplan.report.ReportReader;
import org.greenplan.report.ReportXlsx;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the report to a file. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "输出完成情况报表。%nWrites the progress report.")
public final class ReportCommand implements Callable<Integer> {
    private static final String STYLE = "/web/styles/report.css";

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = "--format",
            paramLabel = "html|csv|xlsx|json",
            defaultValue = "html",
            description = {"格式。", "Format. (${DEFAULT-VALUE})"})
    private Format format = Format.html;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {"输出文件；不写则输出到标准输出。", "File to write; standard output where it is left out."})
    private @Nullable Path out;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            description = {"语言。", "Language. (${DEFAULT-VALUE})"})
    private String language = "zh";

    @Option(
            names = "--map",
            paramLabel = "http://…",
            description = {"地图地址，使网页中的数字可点开地图。", "Address of the map, so that the page's numbers lead to it."})
    private @Nullable String map;

    /** What a report can be written as; the names are those of the option. */
    enum Format {
        html,
        csv,
        xlsx,
        json
    }

    @Override
    public Integer call() throws IOException {
        try (PlanDesk desk = plan.open()) {
            Markup water = format == Format.html ? WaterAnnex.of(desk, locale()) : Markup.NOTHING;
            return desk.database().<Integer>read(session -> {
                Report report = new ReportReader(desk.catalogue(), desk.profile(session)).read(session);
                try {
                    new WholeFile(out).write(to -> write(report, water, to));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return 0;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Report report, Markup water, OutputStream to) throws IOException {
        Locale locale = locale();
        switch (format) {
            case html ->
                to.write(ReportHtml.file(report, locale, address(), style(), water)
                        .getBytes(StandardCharsets.UTF_8));
            case csv -> new ReportCsv(report, locale).write(to);
            case xlsx -> new ReportXlsx(report, locale).write(to);
            case json -> new ReportJson(report).write(to);
        }
    }

    private Locale locale() {
        return language.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private @Nullable String address() {
        return map == null ? null : map.replaceFirst("/+$", "");
    }

    private static String style() throws IOException {
        try (InputStream css = ReportCommand.class.getResourceAsStream(STYLE)) {
            if (css == null) {
                throw new IllegalStateException("the program lacks its file " + STYLE);
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

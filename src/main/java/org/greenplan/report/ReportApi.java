package org.greenplan.report;

import static org.greenplan.html.Markup.el;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.html.Markup;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Spool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The report over HTTP: a page to read and print, and files for spreadsheets and programs. */
public record ReportApi(PlanDesk desk, LatestReport latest, Function<Locale, Markup> annex) {
    private static final Logger LOG = LoggerFactory.getLogger(ReportApi.class);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param annex sections that others write for a reader's language */
    public ReportApi(PlanDesk desk, Function<Locale, Markup> annex) {
        this(desk, new LatestReport(session -> new ReportReader(desk.catalogue(), desk.profile(session))), annex);
    }

    /**
     * GET /report: what is known goes ahead, the annex follows as soon as it is written; a browser shows the first meanwhile, says that
     * the rest is coming, and prints when it is there.
     */
    public void page(Context ctx) throws IOException {
        Locale language = language(ctx);
        List<String> halves = ReportHtml.halves(desk.database().<Report>read(latest::read), language);
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType("text/html; charset=utf-8");
        // Packed it would wait until it is complete.
        ctx.minSizeForCompression(Integer.MAX_VALUE);
        OutputStream out = ctx.outputStream();
        write(out, halves.get(0));
        write(out, notice(language, "正在推演水系，本章随后出现……", "The water is being worked out; its chapter follows."));
        out.flush();
        write(out, chapter(language));
        write(out, halves.get(1));
    }

    /** What has gone ahead is never taken back: where the annex fails, the page says so and is whole otherwise. */
    private String chapter(Locale language) {
        try {
            return annex.apply(language).html();
        } catch (RuntimeException e) {
            LOG.error("the report goes without its annex", e);
            return el(
                            "section",
                            el(
                                    "p.illustrative",
                                    Words.of(
                                                    "这一章没有算成，请稍后重新打开。",
                                                    "This chapter could not be made; please open the report again later.")
                                            .in(language)))
                    .html();
        }
    }

    /** In sight until something follows. */
    private static String notice(Locale language, String zh, String en) {
        return el("p.coming", Words.of(zh, en).in(language)).html();
    }

    private static void write(OutputStream out, String html) throws IOException {
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    /** GET /api/report.{format}: json, csv, xlsx or html. */
    public void file(Context ctx) throws IOException {
        String format = ctx.pathParam("format");
        Locale language = language(ctx);
        ctx.header("Cache-Control", "no-cache");
        switch (format) {
            case "html" -> page(ctx);
            case "json" ->
                send(ctx, "application/json; charset=utf-8", (report, out) -> new ReportJson(report).write(out));
            case "csv" -> {
                ctx.header("Content-Disposition", disposition(desk.profile(), language, "csv"));
                send(ctx, "text/csv; charset=utf-8", (report, out) -> new ReportCsv(report, language).write(out));
            }
            case "xlsx" -> {
                ctx.header("Content-Disposition", disposition(desk.profile(), language, "xlsx"));
                send(ctx, XLSX, (report, out) -> new ReportXlsx(report, language).write(out));
            }
            default ->
                throw new Problem.Missing(Words.of(
                        "没有 ." + format + " 格式的报表；可用 html、xlsx、csv、json。",
                        "There is no ." + format + " report; there are html, xlsx, csv and json."));
        }
    }

    private interface Writing {
        void to(Report report, OutputStream out) throws IOException;
    }

    private void send(Context ctx, String type, Writing writing) {
        Spool file = desk.database()
                .spooled((session, out) ->
                        writing.to(new ReportReader(desk.catalogue(), desk.profile(session)).read(session), out));
        ctx.contentType(type).result(file.open());
    }

    /** The language asked for by {@code ?lang=}, else the browser's, else Chinese. */
    static Locale language(Context ctx) {
        return language(ctx.queryParam("lang"), ctx.header("Accept-Language"));
    }

    static Locale language(@Nullable String asked, @Nullable String accepted) {
        if (asked != null && !asked.isBlank()) {
            return asked.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
        }
        return Words.language(accepted);
    }

    private static String disposition(PlanProfile profile, Locale language, String ending) {
        LocalDate day = LocalDate.now(profile.timeZone());
        ReportWords words = ReportWords.of(profile, language);
        String name = words.say("青绿规划-", "greenplan-") + words.say(profile.district()) + words.say("-报表-", "-report-")
                + day + "." + ending;
        return "attachment; filename=\"greenplan-" + profile.id() + "-report-" + day + "." + ending
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package org.greenplan.report;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.html.Markup;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Spool;
import org.jspecify.annotations.Nullable;

/** The report over HTTP: a page to read and print, and files for spreadsheets and programs. */
public record ReportApi(PlanDesk desk, LatestReport latest, Function<Locale, Markup> annex) {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param annex sections that others write for a reader's language */
    public ReportApi(PlanDesk desk, Function<Locale, Markup> annex) {
        this(desk, new LatestReport(session -> new ReportReader(desk.catalogue(), desk.profile(session))), annex);
    }

    /** GET /report */
    public void page(Context ctx) {
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType("text/html; charset=utf-8")
                .result(ReportHtml.page(
                        desk.database().<Report>read(latest::read), language(ctx), annex.apply(language(ctx))));
    }

    /** GET /api/report.{format}: json, csv, xlsx or html. */
    public void file(Context ctx) {
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

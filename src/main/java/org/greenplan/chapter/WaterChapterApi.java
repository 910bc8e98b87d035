package org.greenplan.chapter;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.verdicts.Judgement;
import org.greenplan.waters.PlanWater;

/** The chapter on water over HTTP, for the works of today, with the approved ones, and with all. */
public record WaterChapterApi(PlanDesk desk) {
    /** GET /report/water?year=: a page to read and print. */
    public void page(Context ctx) {
        List<PlanWater.Told> told = told(ctx);
        List<Judgement> states = WaterAnnex.judgements(told);
        html(
                ctx,
                new WaterChapter(
                                desk.profile(),
                                states,
                                new WaterTables(states, desk.catalogue(), language(ctx)),
                                told.get(0).changeset(),
                                language(ctx))
                        .page());
    }

    /** GET /report/water/chief?year=: one page for whoever decides. */
    public void chief(Context ctx) {
        List<PlanWater.Told> told = told(ctx);
        html(
                ctx,
                new WaterChief(
                                desk.profile(),
                                WaterAnnex.judgements(told),
                                desk.water().works(),
                                told.get(0).changeset(),
                                language(ctx))
                        .page());
    }

    /** GET /api/water.xlsx?year=: the same with all figures, as a workbook. */
    public void book(Context ctx) throws IOException {
        var out = new ByteArrayOutputStream();
        List<Judgement> states = WaterAnnex.judgements(told(ctx));
        var lists = new WaterLists(states, desk.water().works(), desk.catalogue(), language(ctx));
        new WaterBook(states, new WaterTables(states, desk.catalogue(), language(ctx)), lists, language(ctx))
                .write(out);
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Content-Disposition", "attachment; filename=\"greenplan-water.xlsx\"");
        ctx.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .result(out.toByteArray());
    }

    private List<PlanWater.Told> told(Context ctx) {
        return WaterAnnex.told(desk, Objects.requireNonNullElse(ctx.queryParam("year"), ""));
    }

    private static void html(Context ctx, String page) {
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType("text/html; charset=utf-8").result(page);
    }

    private static Locale language(Context ctx) {
        String asked = Objects.requireNonNullElse(ctx.queryParam("lang"), "");
        return asked.isEmpty()
                ? Words.language(ctx.header("Accept-Language"))
                : asked.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }
}

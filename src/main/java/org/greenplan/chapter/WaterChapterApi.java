package org.greenplan.chapter;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.verdicts.Judgement;
import org.greenplan.water.Stage;
import org.greenplan.waters.PlanWater;

/** The chapter on water over HTTP, for the works of today, with the approved ones, and with all. */
public record WaterChapterApi(PlanDesk desk) {
    /** GET /report/water?year=: a page to read and print. */
    public void page(Context ctx) {
        List<PlanWater.Told> told = told(ctx);
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType("text/html; charset=utf-8")
                .result(new WaterChapter(
                                desk.profile(), judgements(told), told.get(0).changeset(), language(ctx))
                        .page());
    }

    /** GET /api/water.xlsx?year=: the same with all figures, as a workbook. */
    public void book(Context ctx) throws IOException {
        var out = new ByteArrayOutputStream();
        new WaterBook(judgements(told(ctx)), language(ctx)).write(out);
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Content-Disposition", "attachment; filename=\"greenplan-water.xlsx\"");
        ctx.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .result(out.toByteArray());
    }

    private List<PlanWater.Told> told(Context ctx) {
        String year = Objects.requireNonNullElse(ctx.queryParam("year"), "");
        List<PlanWater.Told> told = new ArrayList<>();
        for (Stage state : Stage.values()) {
            told.add(desk.water().judgement(state, year));
        }
        return told;
    }

    private static List<Judgement> judgements(List<PlanWater.Told> told) {
        return told.stream().map(PlanWater.Told::judgement).toList();
    }

    private static Locale language(Context ctx) {
        String asked = Objects.requireNonNullElse(ctx.queryParam("lang"), "");
        return asked.isEmpty()
                ? Words.language(ctx.header("Accept-Language"))
                : asked.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }
}

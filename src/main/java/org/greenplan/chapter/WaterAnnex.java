package org.greenplan.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.greenplan.html.Markup;
import org.greenplan.plan.PlanDesk;
import org.greenplan.verdicts.Judgement;
import org.greenplan.water.Stage;
import org.greenplan.waters.PlanWater;

/** What the plan's report says of its water. */
public final class WaterAnnex {
    private WaterAnnex() {}

    /** The sections for the driest year; nothing where a plan has no lake and no link. */
    public static Markup of(PlanDesk desk, Locale language) {
        if (!desk.water().isDrawn()) {
            return Markup.NOTHING;
        }
        List<PlanWater.Told> told = told(desk, "");
        List<Judgement> states = judgements(told);
        var tables = new WaterTables(states, desk.catalogue(), language);
        return new WaterChapter(desk.profile(), states, tables, told.get(0).changeset(), language).annex();
    }

    /** Today, with the approved works, and with all; each takes seconds where nobody has asked before, so they are judged side by side. */
    static List<PlanWater.Told> told(PlanDesk desk, String year) {
        return Arrays.stream(Stage.values())
                .parallel()
                .map(state -> desk.water().judgement(state, year))
                .toList();
    }

    static List<Judgement> judgements(List<PlanWater.Told> told) {
        return told.stream().map(PlanWater.Told::judgement).toList();
    }
}

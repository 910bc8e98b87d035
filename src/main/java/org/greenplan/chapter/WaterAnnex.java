package org.greenplan.chapter;

import java.util.ArrayList;
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
        return new WaterChapter(desk.profile(), judgements(told), told.get(0).changeset(), language).annex();
    }

    /** Today, with the approved works, and with all. */
    static List<PlanWater.Told> told(PlanDesk desk, String year) {
        List<PlanWater.Told> told = new ArrayList<>();
        for (Stage state : Stage.values()) {
            told.add(desk.water().judgement(state, year));
        }
        return told;
    }

    static List<Judgement> judgements(List<PlanWater.Told> told) {
        return told.stream().map(PlanWater.Told::judgement).toList();
    }
}

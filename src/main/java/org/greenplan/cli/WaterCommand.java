package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.supply.Stages;
import org.greenplan.supply.ValueAt;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.JudgementMap;
import org.greenplan.verdicts.Standing;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Stage;
import org.greenplan.waters.PlanWater;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells the four verdicts on a plan's water, in each state of the works. */
@Command(
        name = "water",
        mixinStandardHelpOptions = true,
        description =
                "水系四项结论：现状、含已批准、全部工程。%nThe four verdicts on the water: today, with approved works, with all works.")
public final class WaterCommand implements Callable<Integer> {
    /** How the answer is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = {"text 或 json，默认 ${DEFAULT-VALUE}。", "text or json; ${DEFAULT-VALUE} by default."})
    private Format format = Format.TEXT;

    @Option(
            names = "--year",
            defaultValue = "",
            description = {"典型年代号，默认最枯的一年。", "Code of a typical year; the driest by default."})
    private String year = "";

    @Override
    public Integer call() {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (PlanDesk desk = plan.open()) {
            List<Object> states = new ArrayList<>();
            for (Stage state : Stage.values()) {
                PlanWater.Told told = desk.water().judgement(state, year);
                if (format == Format.TEXT) {
                    print(out, told.judgement());
                } else {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    map.put("changeset", told.changeset());
                    map.putAll(JudgementMap.of(told.judgement()));
                    states.add(map);
                }
            }
            if (format == Format.JSON) {
                out.println(JsonText.of(json -> JsonText.value(json, states)));
            }
        }
        return 0;
    }

    private static void print(PrintWriter out, Judgement judgement) {
        out.println("== " + Stages.code(judgement.supply().state()) + " · "
                + judgement.supply().year());
        for (Verdict verdict : judgement.verdicts()) {
            out.println(
                    verdict.kind().title().zh() + " " + verdict.kind().title().en() + ": " + told(verdict.standing()));
            verdict.reasons().forEach(reason -> out.println("  " + reason.zh() + " " + reason.en()));
        }
        for (ValueAt gap : judgement.supply().gaps()) {
            out.println("  缺值 missing: " + gap.id() + " " + gap.of() + " " + gap.attribute()
                    + (gap.month() == 0 ? "" : " " + gap.month()));
        }
        out.println("  假定值 assumed values: " + judgement.supply().assumed().size());
    }

    private static String told(Standing standing) {
        return switch (standing) {
            case PASSES -> "达标 passes";
            case ONLY_WITH_FORESIGHT -> "预知全年来水才达标 passes only with foresight";
            case FAILS -> "不达标 fails";
            case CANNOT_SAY -> "无法判断 cannot say";
            case NOT_CHECKED -> "未检查 not checked";
        };
    }
}

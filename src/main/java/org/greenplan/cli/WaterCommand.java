package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.greenplan.engine.EngineFile;
import org.greenplan.engine.InpApi;
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
import org.greenplan.works.WorksAnswer;
import org.greenplan.works.WorksMap;
import org.greenplan.works.WorksQuestion;
import org.greenplan.works.WorksSearch;
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

    @Option(
            names = "--cheapest",
            split = ",",
            paramLabel = "VERDICT",
            description = {
                "最省工程：须成立的结论 circulating、balanced、backed；--year 可写多个，逗号分隔。不写入规划。",
                "The cheapest works with which verdicts hold: circulating, balanced, backed; --year may name several, with commas. Nothing is written."
            })
    private List<String> cheapest = List.of();

    @Option(
            names = "--from",
            defaultValue = "today",
            description = {
                "--cheapest 以哪些工程为已有：today 或 approved，默认 ${DEFAULT-VALUE}。",
                "What --cheapest takes as built: today or approved; ${DEFAULT-VALUE} by default."
            })
    private String from = "today";

    @Option(
            names = "--inp",
            paramLabel = "swmm|epanet",
            defaultValue = "",
            description = {
                "输出模型软件 SWMM 或 EPANET 的输入文件（--state today、approved 或 all，默认 all）；缺值时列出，不写文件。",
                "Prints the input file of SWMM or EPANET (--state today, approved or all; all by default); tells what is missing instead of inventing it."
            })
    private String inp = "";

    @Option(
            names = "--state",
            defaultValue = "all",
            description = {
                "--inp 的工程状态，默认 ${DEFAULT-VALUE}。",
                "State of the works of --inp; ${DEFAULT-VALUE} by default."
            })
    private String state = "all";

    @Override
    public Integer call() {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (PlanDesk desk = plan.open()) {
            if (!inp.isEmpty()) {
                var engine = InpApi.engine(inp);
                EngineFile file = InpApi.read(desk, engine, InpApi.state(state), year);
                file.findings()
                        .forEach(finding -> out.println(finding.feature() + " " + finding.attribute() + " "
                                + finding.what().zh() + " " + finding.what().en()));
                out.print(file.text());
                out.flush();
                return file.findings().isEmpty() ? 0 : 1;
            }
            if (!cheapest.isEmpty()) {
                List<String> years = year.isEmpty() ? List.of() : List.of(year.split(",", -1));
                var question = WorksQuestion.of(from, years, cheapest);
                WorksAnswer found = WorksSearch.of(desk.water().planned(years), question, WorksSearch.Heard.NOBODY);
                if (format == Format.TEXT) {
                    print(out, found);
                } else {
                    out.println(JsonText.of(json -> JsonText.value(json, WorksMap.of(found))));
                }
                return found.points().isEmpty() ? 1 : 0;
            }
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

    /** What a search has come to, in words. */
    static void print(PrintWriter out, WorksAnswer found) {
        for (ValueAt gap : found.offers().gaps()) {
            out.println("缺值 missing: " + gap.id() + " " + gap.of() + " " + gap.attribute());
        }
        for (WorksAnswer.Point point : found.points()) {
            out.println(point.sentence().zh() + "\n" + point.sentence().en());
            point.verdicts()
                    .forEach((code, verdicts) -> out.println("  " + code + ": "
                            + verdicts.stream()
                                    .map(verdict -> verdict.kind().title().zh() + " " + told(verdict.standing()))
                                    .collect(Collectors.joining("；"))));
        }
        found.assumptions().forEach(words -> out.println("- " + words.zh() + "\n  " + words.en()));
        out.println("假定值 assumed values: " + found.offers().assumed().size());
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

package org.greenplan.works;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.supply.Stages;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Stage;

/**
 * Which works somebody asks for.
 *
 * @param there what is there to begin with: the works of today, or the approved ones too
 * @param years codes of the typical years that have to hold; the driest where none is named
 * @param verdicts that have to hold
 */
public record WorksQuestion(Stage there, List<String> years, Set<Verdict.Kind> verdicts) {
    private static final int MOST_YEARS = 5;
    private static final Set<Verdict.Kind> BY_WORKS =
            EnumSet.of(Verdict.Kind.CIRCULATING, Verdict.Kind.BALANCED, Verdict.Kind.BACKED);

    public WorksQuestion {
        years = List.copyOf(years);
        verdicts = Set.copyOf(verdicts);
        if (there == Stage.PROPOSED) {
            throw new Problem.Invalid(
                    Words.of(
                            "from 应为 today 或 approved：全部工程建成后没有可选的工程。",
                            "from is today or approved: once all works are built there is none to choose."),
                    "from");
        }
        if (verdicts.isEmpty() || !BY_WORKS.containsAll(verdicts)) {
            throw new Problem.Invalid(
                    Words.of(
                            "请至少选一项须成立的结论：" + codes() + "。水清岸绿不由连通工程决定。",
                            "Choose one verdict at least that has to hold: " + codes()
                                    + ". Clear water and green banks are no matter of links."),
                    "verdicts");
        }
        if (years.size() > MOST_YEARS) {
            throw new Problem.Invalid(
                    Words.of("一次最多 " + MOST_YEARS + " 个典型年。", "At most " + MOST_YEARS + " typical years at once."),
                    "years");
        }
    }

    /** A question as it is written outside, such as {@code today}, {@code dry,normal} and {@code circulating,balanced}. */
    public static WorksQuestion of(String from, List<String> years, List<String> verdicts) {
        Stage there = from.isEmpty()
                ? Stage.TODAY
                : Stages.find(from)
                        .orElseThrow(() -> new Problem.Invalid(
                                Words.of("from 应为 today 或 approved。", "from is today or approved."), "from"));
        Set<Verdict.Kind> kinds = EnumSet.noneOf(Verdict.Kind.class);
        for (String code : verdicts) {
            kinds.add(Stream.of(Verdict.Kind.values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new Problem.Invalid(
                            Words.of(
                                    "没有结论“" + code + "”，可选：" + codes() + "。",
                                    "There is no verdict " + code + "; there are " + codes() + "."),
                            "verdicts")));
        }
        return new WorksQuestion(there, years, kinds);
    }

    private static String codes() {
        return BY_WORKS.stream().map(Verdict.Kind::code).collect(Collectors.joining(", "));
    }
}

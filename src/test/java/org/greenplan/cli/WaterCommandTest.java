package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.greenplan.problem.Words;
import org.greenplan.verdicts.Standing;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Stage;
import org.greenplan.water.remedy.Remedy;
import org.greenplan.waters.SampleWater;
import org.greenplan.works.WorksAnswer;
import org.greenplan.works.WorksQuestion;
import org.junit.jupiter.api.Test;

/** The text form of {@code greenplan water --cheapest}, of an answer that is known; its JSON is asked in {@link CommandLineTest}. */
class WaterCommandTest {
    private static final WorksQuestion QUESTION = WorksQuestion.of("today", List.of("dry"), List.of("balanced"));

    private static String printed(Map<String, String> without, List<WorksAnswer.Point> points) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        WaterCommand.print(
                out,
                new WorksAnswer(QUESTION, 1, SampleWater.planned(without, "dry").offers(Stage.TODAY), points));
        out.flush();
        return text.toString();
    }

    @Test
    void worksAreToldWithTheirVerdictsAndAssumptions() {
        var verdict = new Verdict(Verdict.Kind.BALANCED, Standing.PASSES, List.of(), List.of(), Map.of());
        var point = new WorksAnswer.Point(
                new Remedy(List.of(), 0, 0, Map.of(), Remedy.Standing.CHEAPEST),
                List.of(),
                Words.of("最省方案：一条管。", "Cheapest works: one pipe."),
                Map.of("dry", List.of(verdict)),
                List.of());
        assertThat(printed(Map.of(), List.of(point)))
                .startsWith("最省方案：一条管。\nCheapest works: one pipe.\n  dry: 丰枯调剂 达标 passes")
                .contains("- 投资、电价、水价取自要素和记录", "30 年、折现率 6.0 %", "假定值 assumed values: ")
                .doesNotContain("缺值");
    }

    @Test
    void whatLacksIsToldWhereItIsFilledIn() {
        assertThat(printed(Map.of("water_links/3", "cost_10k_yuan"), List.of()))
                .startsWith("缺值 missing: water_links/3 冯沟湖—开阳湖提水管 cost_10k_yuan");
    }
}

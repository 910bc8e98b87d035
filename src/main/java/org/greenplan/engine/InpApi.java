package org.greenplan.engine;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.supply.Stages;
import org.greenplan.water.Stage;

/** The water network for other engines over HTTP. */
public record InpApi(PlanDesk desk) {
    /**
     * GET /api/water/network.inp?format=swmm|epanet&state=today|approved|all&year=: the input file; 422 with what is missing, and where, as
     * {@code findings} where a number would have to be invented. All works and the driest year where none are named.
     */
    public void file(Context ctx) {
        EngineFile.Engine engine = engine(asked(ctx, "format"));
        String state = asked(ctx, "state");
        EngineFile file = read(desk, engine, state.isEmpty() ? Stage.PROPOSED : state(state), asked(ctx, "year"));
        if (!file.findings().isEmpty()) {
            throw refused(file);
        }
        ctx.header("Cache-Control", "no-cache");
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"greenplan-" + engine.name().toLowerCase(Locale.ROOT) + ".inp\"");
        ctx.contentType("text/plain; charset=utf-8").result(file.text());
    }

    /** The file of a plan, or why there is none. */
    public static EngineFile read(PlanDesk desk, EngineFile.Engine engine, Stage state, String year) {
        var drawn = desk.water().drawn(state, year);
        return EngineFile.of(
                drawn.network(), drawn.supply(), engine, desk.profile().year());
    }

    /** A state of the works by its code. */
    public static Stage state(String code) {
        return Stages.find(code)
                .orElseThrow(() -> new Problem.Invalid(
                        Words.of("参数 state 应为 today、approved 或 all。", "The parameter state is today, approved or all."),
                        "state"));
    }

    private static Problem.Invalid refused(EngineFile file) {
        int count = file.findings().size();
        List<Object> findings = new ArrayList<>();
        for (EngineFile.Finding finding : file.findings()) {
            findings.add(Map.of(
                    "feature",
                    finding.feature(),
                    "attribute",
                    finding.attribute(),
                    "what",
                    Map.of("zh", finding.what().zh(), "en", finding.what().en())));
        }
        EngineFile.Finding first = file.findings().get(0);
        return new Problem.Invalid(
                Words.of(
                        "没有导出：有 " + count + " 处缺失或不通，不会用零代替。首先：" + first.what().zh(),
                        "Nothing was exported: " + count + (count == 1 ? " thing is" : " things are")
                                + " missing or wrong, and no zero is put in their place. First: "
                                + first.what().en()),
                "network",
                Map.of("findings", findings));
    }

    /** An engine by its name. */
    public static EngineFile.Engine engine(String name) {
        return Stream.of(EngineFile.Engine.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid(
                        Words.of("参数 format 应为 swmm 或 epanet。", "The parameter format is swmm or epanet."), "format"));
    }

    private static String asked(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }
}

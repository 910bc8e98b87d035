package org.greenplan.water.remedy;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.greenplan.problem.Words;

/**
 * Says what a search for works has come to.
 *
 * @param name of a candidate by its id
 */
public record RemedyWords(UnaryOperator<String> name) {
    /** One sentence. */
    public Words tell(Remedy remedy) {
        boolean nothing = remedy.chosen().isEmpty();
        String zh = nothing ? "不建任何工程" : remedy.chosen().stream().map(name).collect(Collectors.joining("、"));
        String en = nothing ? "nothing" : remedy.chosen().stream().map(name).collect(Collectors.joining(", "));
        String zhCost = "投资 " + yuan(remedy.capitalYuan()) + " 元，能耗和水费现值 " + yuan(remedy.runningYuan()) + " 元，不达标 "
                + remedy.months() + " 个月。";
        String enCost = yuan(remedy.capitalYuan()) + " yuan to build, " + yuan(remedy.runningYuan())
                + " yuan of energy and water in present value, " + remedy.months() + " months failed.";
        return switch (remedy.standing()) {
            case CHEAPEST -> Words.of("最省方案：" + zh + "；" + zhCost, "Cheapest works: " + en + "; " + enCost);
            case ENOUGH ->
                Words.of(
                        "可行方案（未证明最省）：" + zh + "；" + zhCost,
                        "Works that do it, not known to be the cheapest: " + en + "; " + enCost);
            case IMPOSSIBLE ->
                Words.of(
                        "所列工程全部建成也不能达标；不达标月数最少的是：" + zh + "；" + zhCost,
                        "Nothing listed makes it hold; fewest months fail with: " + en + "; " + enCost);
        };
    }

    private static String yuan(double yuan) {
        return String.format(Locale.ROOT, "%,.0f", yuan);
    }
}

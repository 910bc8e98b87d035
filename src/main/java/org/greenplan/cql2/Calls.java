package org.greenplan.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** The functions of a filter by name, and what they mean. */
final class Calls {
    private static final Map<String, Call> KNOWN = known();

    private Calls() {}

    private record Call(int arguments, Function<List<Value>, Term> meaning) {}

    /** What a call means; a name that nobody knows is refused by this name. */
    static Term of(String name, List<Value> arguments) {
        String upper = name.toUpperCase(Locale.ROOT);
        Call call = Optional.ofNullable(KNOWN.get(upper)).orElseThrow(() -> unknown(name));
        if (arguments.size() != call.arguments()) {
            throw Refusal.of(
                    upper + " 需要 " + call.arguments() + " 个参数，给了 " + arguments.size() + " 个。",
                    upper + " takes " + call.arguments() + " arguments; there are " + arguments.size() + ".");
        }
        return call.meaning().apply(arguments);
    }

    static Problem.BadRequest unknown(String name) {
        String known = String.join(", ", KNOWN.keySet());
        String shown = Refusal.quoted(name);
        return Refusal.of(
                "不支持函数或运算符“" + shown + "”。可用函数：" + known + "。",
                "the function or operator \"" + shown + "\" is not supported. Functions: " + known + ".");
    }

    /** Signs that other languages know and this one does not take. */
    static Problem.BadRequest unknownSign(Token sign) {
        Words instead =
                switch (sign.text()) {
                    case "!=" -> Words.of("不等于请写 <>。", "Write <> for \"not equal\".");
                    case "==" -> Words.of("等于请写 =。", "Write = for \"equal\".");
                    default ->
                        Words.of("可用：= <> < > <= >= + - * / % div ^。", "There are = <> < > <= >= + - * / % div ^.");
                };
        return Refusal.of(
                "第 " + sign.place() + " 个字符处的运算符“" + sign.text() + "”不受支持。" + instead.zh(),
                "the operator \"" + sign.text() + "\" at character " + sign.place() + " is not supported. "
                        + instead.en());
    }

    private static Map<String, Call> known() {
        Map<String, Call> known = new TreeMap<>();
        known.put("CASEI", new Call(1, of -> new Value.CaseI(of.get(0))));
        known.put("ACCENTI", new Call(1, of -> new Value.AccentI(of.get(0))));
        known.put("S_DWITHIN", new Call(3, Calls::near));
        for (SpatialRelation relation : SpatialRelation.values()) {
            known.put("S_" + relation, new Call(2, of -> new Filter.Spatial(relation, of.get(0), of.get(1))));
        }
        for (TemporalRelation relation : TemporalRelation.values()) {
            known.put("T_" + relation, new Call(2, of -> new Filter.Temporal(relation, of.get(0), of.get(1))));
        }
        return known;
    }

    private static Filter near(List<Value> of) {
        if (of.get(2) instanceof Value.Amount metres && metres.number() >= 0 && metres.number() <= Limits.METRES) {
            return new Filter.Near(of.get(0), of.get(1), metres.number());
        }
        throw Refusal.of(
                "S_DWITHIN 的第三个参数是距离（米），0 到 " + (long) Limits.METRES + "。",
                "the third argument of S_DWITHIN is a distance in metres, from 0 to " + (long) Limits.METRES + ".");
    }
}

package org.greenplan.verdicts;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What assumed values do to the verdicts, as maps and numbers; what turns a verdict first, then what changes any figure. */
public final class InfluenceMap {
    private InfluenceMap() {}

    /** Those that are known, against the verdicts with the values as they are. */
    public static List<Map<String, @Nullable Object>> of(List<Influence> values, Influence.Effect asGiven) {
        return values.stream()
                .sorted(Comparator.comparing((Influence one) -> !one.turns(asGiven))
                        .thenComparing(one -> !one.matters(asGiven)))
                .map(one -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>(JudgementMap.of(one.value()));
                    map.put("turns", one.turns(asGiven));
                    map.put("matters", one.matters(asGiven));
                    map.put("less", effect(one.less()));
                    map.put("more", effect(one.more()));
                    return map;
                })
                .toList();
    }

    /** Three verdicts with a figure each. */
    public static Map<String, Object> effect(Influence.Effect effect) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("circulates", effect.circulates());
        map.put("balances", effect.balances());
        map.put("backs", effect.backs());
        map.put("dead_months", effect.deadMonths());
        map.put("failed_months", effect.failedMonths());
        map.put("out_months", effect.outMonths());
        return map;
    }
}

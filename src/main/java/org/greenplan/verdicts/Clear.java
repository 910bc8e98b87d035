package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.problem.Words;
import org.greenplan.supply.Supply;

/** 水清岸绿: no reach is black and odorous. What nobody measured is not checked, and never clear. */
final class Clear {
    private Clear() {}

    static Verdict verdict(Supply supply) {
        List<Words> reasons = new ArrayList<>();
        List<String> features = new ArrayList<>();
        new TreeMap<>(supply.conditions()).forEach((river, condition) -> {
            if (condition.equals("light") || condition.equals("heavy")) {
                boolean heavy = condition.equals("heavy");
                features.add(river);
                reasons.add(Words.of(
                        supply.name(river) + (heavy ? " 为重度黑臭水体。" : " 为轻度黑臭水体。"),
                        supply.name(river) + (heavy ? " is heavily" : " is lightly") + " black and odorous."));
            }
        });
        boolean fails = !reasons.isEmpty();
        if (!fails) {
            reasons.add(Words.of(
                    "没有黑臭水体的登记，但也没有水质监测数据。", "No reach is noted as black and odorous, but nothing was measured."));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("black_odorous", (double) features.size());
        return new Verdict(
                Verdict.Kind.CLEAR, fails ? Standing.FAILS : Standing.NOT_CHECKED, reasons, features, figures);
    }
}

package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenplan.problem.Words;
import org.greenplan.supply.Shores;
import org.greenplan.supply.Supply;

/**
 * 水清岸绿: no reach is black and odorous, and as much of the shores is green as ought to be. What nobody measured is not checked, and
 * never clear.
 */
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
        int odorous = features.size();
        shores(supply.shores(), supply, reasons, features);
        boolean fails = !features.isEmpty();
        if (odorous == 0) {
            reasons.add(Words.of(
                    "没有黑臭水体的登记，但也没有水质监测数据。", "No reach is noted as black and odorous, but nothing was measured."));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("black_odorous", (double) odorous);
        figures.put("green_shore_share", supply.shores().share());
        return new Verdict(
                Verdict.Kind.CLEAR, fails ? Standing.FAILS : Standing.NOT_CHECKED, reasons, features, figures);
    }

    /** Told of all lakes; it decides only where somebody asks for a share. */
    private static void shores(Shores shores, Supply supply, List<Words> reasons, List<String> features) {
        if (shores.shoreM().isEmpty()) {
            return;
        }
        String share = percent(shores.share());
        boolean asked = shores.leastPercent() > 0;
        String each = new TreeMap<>(shores.shoreM())
                .entrySet().stream()
                        .map(lake -> supply.name(lake.getKey()) + " "
                                + percent(shores.greenM().getOrDefault(lake.getKey(), 0.0) / lake.getValue()))
                        .collect(Collectors.joining("、"));
        String least = String.format(Locale.ROOT, "%.0f %%", shores.leastPercent());
        reasons.add(Words.of(
                "湖岸有绿带的占 " + share + (asked ? "，应达 " + least : "") + "：" + each + "。",
                share + " of the shores have a green belt" + (asked ? ", and " + least + " ought to" : "") + ": " + each
                        + "."));
        if (asked && 100 * shores.share() < shores.leastPercent()) {
            shores.shoreM().keySet().stream()
                    .sorted()
                    .filter(lake -> 100 * shores.greenM().getOrDefault(lake, 0.0)
                            < shores.leastPercent() * shores.shoreM().getOrDefault(lake, 0.0))
                    .forEach(features::add);
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}

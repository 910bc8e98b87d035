package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenplan.problem.Words;
import org.greenplan.supply.Quality;
import org.greenplan.supply.Shores;
import org.greenplan.supply.Supply;
import org.greenplan.water.verdict.BlackOdour;

/**
 * 水清岸绿: no reach is black and odorous, and as much of the shores is green as ought to be. What nobody measured is not checked, and
 * never clear.
 */
final class Clear {
    private Clear() {}

    static Verdict verdict(Supply supply) {
        List<Words> reasons = new ArrayList<>();
        List<String> features = new ArrayList<>();
        List<Quality> odorous =
                supply.qualities().stream().filter(Clear::isOdorous).toList();
        odorous.forEach(water -> {
            reasons.add(odorous(water));
            if (!water.feature().isEmpty()) {
                features.add(water.feature());
            }
        });
        List<Quality> unknown = supply.qualities().stream()
                .filter(water -> water.grade() == BlackOdour.NOT_CHECKED)
                .toList();
        int clear = supply.qualities().size() - odorous.size() - unknown.size();
        if (!unknown.isEmpty()) {
            String zh = unknown.stream().map(Quality::name).collect(Collectors.joining("、"));
            String en = unknown.stream().map(Quality::name).collect(Collectors.joining(", "));
            reasons.add(Words.of(
                    unknown.size() + " 处没有完整的水质监测，不能判为不黑臭：" + zh + "。",
                    unknown.size() + " waters have no complete measurement and cannot be called clear: " + en + "."));
        }
        if (clear > 0) {
            reasons.add(Words.of(clear + " 处经监测不黑臭。", clear + " waters were measured and are clear."));
        }
        boolean shoresLack = shores(supply.shores(), supply, reasons, features);
        boolean fails = !odorous.isEmpty() || shoresLack;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("black_odorous", (double) odorous.size());
        figures.put("measured_clear", (double) clear);
        figures.put("not_measured", (double) unknown.size());
        figures.put("green_shore_share", supply.shores().share());
        boolean known = unknown.isEmpty() && !supply.qualities().isEmpty();
        return new Verdict(
                Verdict.Kind.CLEAR,
                fails ? Standing.FAILS : known ? Standing.PASSES : Standing.NOT_CHECKED,
                reasons,
                features,
                figures);
    }

    private static boolean isOdorous(Quality water) {
        return water.grade() == BlackOdour.LIGHT || water.grade() == BlackOdour.HEAVY;
    }

    private static Words odorous(Quality water) {
        boolean heavy = water.grade() == BlackOdour.HEAVY;
        boolean measured = water.measured() != BlackOdour.NOT_CHECKED;
        return Words.of(
                water.name() + (heavy ? " 为重度黑臭水体" : " 为轻度黑臭水体") + "（"
                        + (measured ? water.condition().zh() : "上报，未监测") + "）。",
                water.name() + (heavy ? " is heavily" : " is lightly") + " black and odorous ("
                        + (measured ? water.condition().en() : "reported, not measured") + ").");
    }

    /** Told of all lakes; it decides only where somebody asks for a share. Whether too little is green. */
    private static boolean shores(Shores shores, Supply supply, List<Words> reasons, List<String> features) {
        if (shores.shoreM().isEmpty()) {
            return false;
        }
        String share = percent(shores.share());
        boolean asked = shores.leastPercent() > 0;
        List<String> each = new TreeMap<>(shores.shoreM())
                .entrySet().stream()
                        .map(lake -> supply.name(lake.getKey()) + " "
                                + percent(shores.greenM().getOrDefault(lake.getKey(), 0.0) / lake.getValue()))
                        .toList();
        String least = String.format(Locale.ROOT, "%.0f %%", shores.leastPercent());
        reasons.add(Words.of(
                "湖岸有绿带的占 " + share + (asked ? "，应达 " + least : "") + "：" + String.join("、", each) + "。",
                share + " of the shores have a green belt" + (asked ? ", and " + least + " ought to" : "") + ": "
                        + String.join(", ", each) + "."));
        boolean lacks = asked && 100 * shores.share() < shores.leastPercent();
        if (lacks) {
            shores.shoreM().keySet().stream()
                    .sorted()
                    .filter(lake -> 100 * shores.greenM().getOrDefault(lake, 0.0)
                            < shores.leastPercent() * shores.shoreM().getOrDefault(lake, 0.0))
                    .forEach(features::add);
        }
        return lacks;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}

package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.supply.Supply;
import org.greenplan.water.verdict.Backing;
import org.greenplan.water.verdict.Outage;
import org.jspecify.annotations.Nullable;

/** What happens when something is out, as maps and numbers, with what binds then. */
final class OutageMaps {
    private OutageMaps() {}

    static List<Map<String, @Nullable Object>> of(Supply supply, Backing backing) {
        List<Outage> all = new ArrayList<>(backing.wholeYear());
        all.addAll(backing.worstMonth());
        return all.stream()
                .map(outage -> {
                    Map<String, @Nullable Object> map = map(supply, outage);
                    map.put("group", outage.what());
                    map.put("month", outage.month() == 0 ? null : outage.month());
                    return map;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> map(Supply supply, Outage outage) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("failed", outage.failedMonths());
        map.put("worst_share", outage.worstShare());
        map.put("cut", OutageCut.of(supply, outage).map(JudgementMap::told).orElse(null));
        return map;
    }
}

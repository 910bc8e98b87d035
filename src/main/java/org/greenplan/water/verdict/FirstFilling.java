package org.greenplan.water.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.water.Lake;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearOperation;

/**
 * How long new lakes take until they first stand at their normal volume, begun empty in July.
 *
 * @param days until the last of them is full, the last month taken as even
 * @param sourcesM3 what the sources brought meanwhile, to the whole network
 * @param licenceM3 of which on each licence
 */
public record FirstFilling(double days, double sourcesM3, Map<String, Double> licenceM3) {
    private static final int MOST_YEARS = 10;
    private static final double FULL = 0.999;

    public FirstFilling {
        licenceM3 = Map.copyOf(licenceM3);
    }

    /** Fills lakes; nothing where ten years are not enough. The other lakes begin full. */
    public static Optional<FirstFilling> of(Network network, String year, Set<String> empty) {
        Map<String, Double> begin = new HashMap<>();
        for (Lake lake : network.lakes()) {
            double full = Math.min(lake.normalM3().number(), lake.limitM3().at(7));
            begin.put(lake.id(), empty.contains(lake.id()) ? 0 : full);
        }
        List<Lake> filling = network.lakes().stream()
                .filter(lake -> empty.contains(lake.id()))
                .toList();
        double days = 0;
        double broughtM3 = 0;
        Map<String, Double> licences = new TreeMap<>();
        for (MonthResult month : YearOperation.run(network, year, begin, MOST_YEARS)) {
            double share = filling.stream()
                    .mapToDouble(lake -> shareOfMonth(lake, month))
                    .max()
                    .orElse(0);
            double taken = Math.min(1, share);
            days += taken * Monthly.days(month.month());
            for (Source source : network.sources()) {
                double m3 = taken * month.sourceM3().getOrDefault(source.id(), 0.0);
                broughtM3 += m3;
                if (source.licence() != null) {
                    licences.merge(source.licence(), m3, Double::sum);
                }
            }
            if (share <= 1) {
                return Optional.of(new FirstFilling(days, broughtM3, licences));
            }
        }
        return Optional.empty();
    }

    /** How much of a month passes until a lake is full; more than 1 where it does not get full. */
    private static double shareOfMonth(Lake lake, MonthResult month) {
        LakeMonth result = month.lakes().get(lake.id());
        double full = FULL * Math.min(lake.normalM3().number(), lake.limitM3().at(month.month()));
        if (result == null || result.afterM3() < full) {
            return 2;
        }
        double risen = result.afterM3() - result.beforeM3();
        return risen <= 0 ? 0 : Math.max(0, (full - result.beforeM3()) / risen);
    }
}

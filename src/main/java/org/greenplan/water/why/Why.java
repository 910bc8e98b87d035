package org.greenplan.water.why;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.greenplan.water.Demand;
import org.greenplan.water.Lake;
import org.greenplan.water.Network;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Served;
import org.greenplan.water.operate.Shortage;
import org.greenplan.water.operate.WhyShort;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.Reliability;

/**
 * Why a demand is short in a year, by the month in which it is shortest.
 *
 * @param at the lake, junction or link of the demand
 * @param failedMonths 1 to 12, July first
 * @param sinceFull months since the lake of the demand was last full, 12 where it never is; empty where it is no lake's
 * @param cut of the shortest month
 * @param missing the planned link that would help most in that month
 */
public record Why(
        String at,
        List<Integer> failedMonths,
        Optional<Integer> sinceFull,
        Shortage cut,
        Optional<MissingLink> missing) {
    public Why {
        failedMonths = List.copyOf(failedMonths);
    }

    /**
     * Looks into a demand.
     *
     * @param planned the network with everything that anybody has planned: where missing links are looked for
     * @return nothing where the demand does not fail
     */
    public static Optional<Why> of(Network network, Network planned, YearResult result, String demand) {
        return failed(result, demand).stream()
                .min(Comparator.comparingDouble(month -> served(month, demand).share()))
                .map(month -> of(network, planned, result, month.month(), demand));
    }

    /** The same of one month, 1 to 12. */
    public static Why of(Network network, Network planned, YearResult result, int month, String demand) {
        int index = (month + 5) % 12;
        MonthResult then = result.months().get(index);
        Shortage cut = WhyShort.of(network, result.year(), then, demand);
        String at = network.demands().stream()
                .filter(one -> one.id().equals(demand))
                .map(Demand::at)
                .findFirst()
                .orElseThrow();
        Optional<Integer> sinceFull = network.lakes().stream()
                .filter(lake -> lake.id().equals(at))
                .map((Lake lake) -> Reliability.monthsSinceFull(result, lake, index))
                .findFirst();
        Optional<MissingLink> missing =
                cut.reasons().isEmpty() ? Optional.empty() : MissingLink.of(network, planned, result.year(), then, cut);
        List<Integer> failed =
                failed(result, demand).stream().map(MonthResult::month).toList();
        return new Why(at, failed, sinceFull, cut, missing);
    }

    private static List<MonthResult> failed(YearResult result, String demand) {
        return result.months().stream()
                .filter(month -> served(month, demand).failed())
                .toList();
    }

    private static Served served(MonthResult month, String demand) {
        return month.served().stream()
                .filter(one -> one.demand().equals(demand))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demand is named " + demand));
    }
}

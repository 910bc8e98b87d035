package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.water.Lake;
import org.greenplan.water.Licence;
import org.greenplan.water.Missing;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.ValueList;

/**
 * A typical year as it would be run, month by month without foresight, from July to June; repeated until every lake ends the year as
 * it began it, to 1e-6 of its normal volume.
 */
public final class YearOperation {
    /** The hydrological year begins in July. */
    static final int FIRST_MONTH = 7;

    private static final int MOST_YEARS = 50;

    private final Network network;
    private final String year;
    private final MonthOperation operation;
    private final List<Map<String, Double>> guesses = new ArrayList<>();
    private final Named<Double> volumes = new Named<>();
    private final Named<Double> remainders = new Named<>();

    private YearOperation(Network network, String year) {
        this.network = network;
        this.year = year;
        operation = new MonthOperation(network);
        for (int i = 0; i < 12; i++) {
            guesses.add(new HashMap<>());
        }
        for (Lake lake : network.lakes()) {
            volumes.put(
                    lake.id(), Math.min(lake.normalM3().number(), lake.limitM3().at(FIRST_MONTH)));
        }
        for (Licence licence : network.licences()) {
            double now = openDaysLeft(licence, FIRST_MONTH);
            double all = openDaysLeft(licence, licence.firstMonth());
            double whole = licence.m3(year);
            remainders.put(licence.id(), all > 0 ? whole * now / all : 0);
        }
    }

    /** Runs a typical year until it repeats itself; or tells which numbers are missing. */
    public static Answer run(Network network, String year) {
        List<Missing> missing = new ValueList(network, year).missing();
        if (!missing.isEmpty()) {
            return new Answer.CannotSay(missing);
        }
        return new Answer.Said(new YearOperation(network, year).repeat());
    }

    /** Runs so many years one after another from given volumes in July; every number must be there. */
    public static List<MonthResult> run(Network network, String year, Map<String, Double> volumesM3, int years) {
        var operation = new YearOperation(network, year);
        volumesM3.forEach(operation.volumes::put);
        List<MonthResult> months = new ArrayList<>();
        for (int i = 0; i < years; i++) {
            months.addAll(operation.months());
        }
        return months;
    }

    private YearResult repeat() {
        for (int round = 1; ; round++) {
            Map<String, Double> before = Map.copyOf(volumes.map());
            List<MonthResult> months = months();
            String worst = "";
            double change = 0;
            for (Lake lake : network.lakes()) {
                double moved = Math.abs(volumes.of(lake.id()) - before.getOrDefault(lake.id(), 0.0))
                        / lake.normalM3().number();
                if (moved > change) {
                    change = moved;
                    worst = lake.id();
                }
            }
            if (change <= MonthOperation.SETTLED) {
                return new YearResult(year, months, round, Optional.empty());
            } else if (round == MOST_YEARS) {
                double left = volumes.of(worst);
                double gained = left - before.getOrDefault(worst, 0.0);
                var drift = new YearResult.Drift(worst, gained, left);
                return new YearResult(year, months, round, Optional.of(drift));
            }
        }
    }

    private List<MonthResult> months() {
        List<MonthResult> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int month = 1 + (FIRST_MONTH - 1 + i) % 12;
            Map<String, Double> allowance = new HashMap<>();
            network.licences().forEach(licence -> allowance.put(licence.id(), allowance(licence, month)));
            var begin = new MonthBegin(year, month, Map.copyOf(volumes.map()), allowance);
            MonthResult result = operation.run(begin, guesses.get(i));
            result.lakes().forEach((id, lake) -> volumes.put(id, lake.afterM3()));
            for (Source source : network.sources()) {
                if (source.licence() != null) {
                    double used = result.sourceM3().getOrDefault(source.id(), 0.0);
                    remainders.put(source.licence(), remainders.of(source.licence()) - used);
                }
            }
            months.add(result);
        }
        return months;
    }

    /** The licence's remainder, as much of it as this month has of the open days that are left. */
    private double allowance(Licence licence, int month) {
        if (month == licence.firstMonth()) {
            remainders.put(licence.id(), licence.m3(year));
        }
        double left = openDaysLeft(licence, month);
        double remainder = Math.max(0, remainders.of(licence.id()));
        return left > 0 ? remainder * openDays(licence, month) / left : 0;
    }

    private double openDaysLeft(Licence licence, int fromMonth) {
        double days = 0;
        int month = fromMonth;
        do {
            days += openDays(licence, month);
            month = month % 12 + 1;
        } while (month != licence.firstMonth());
        return days;
    }

    /** Days of a month on which any source of a licence is open. */
    private double openDays(Licence licence, int month) {
        return Monthly.days(month)
                * network.sources().stream()
                        .filter(source -> licence.id().equals(source.licence()))
                        .mapToDouble(source -> source.openShare().at(month))
                        .max()
                        .orElse(0);
    }
}

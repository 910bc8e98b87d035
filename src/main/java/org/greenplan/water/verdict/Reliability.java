package org.greenplan.water.verdict;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenplan.water.Lake;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Served;
import org.greenplan.water.operate.YearResult;

/**
 * How well a level was served in a year.
 *
 * @param failedMonths months in which any of its demands got less than 99.9 %
 * @param inTime share of the months without failure
 * @param inVolume share of the wanted water that was served
 * @param resilience share of the failed months after which the next did not fail; 1 where none failed
 * @param vulnerability the largest share that a demand lacked in a month
 */
public record Reliability(
        int level, int failedMonths, double inTime, double inVolume, double resilience, double vulnerability) {
    /** Looks at a level in a year; the month after June is July. */
    public static Reliability of(YearResult year, int level) {
        List<MonthResult> months = year.months();
        int failed = year.failedMonths(level);
        int recovered = 0;
        double wanted = 0;
        double served = 0;
        double worst = 0;
        for (int i = 0; i < months.size(); i++) {
            boolean next = months.get((i + 1) % months.size()).failed(level);
            recovered += months.get(i).failed(level) && !next ? 1 : 0;
            for (Served one : months.get(i).served()) {
                if (one.level() == level) {
                    wanted += one.wantedM3();
                    served += one.wantedM3() * one.share();
                    worst = Math.max(worst, 1 - one.share());
                }
            }
        }
        return new Reliability(
                level,
                failed,
                1 - (double) failed / months.size(),
                wanted > 0 ? served / wanted : 1,
                failed > 0 ? (double) recovered / failed : 1,
                worst);
    }

    /**
     * For how many months before the end of a month a lake has not been full; 0 where it is full, 12 where it never is.
     *
     * @param month index in the year, July is 0
     */
    public static int monthsSinceFull(YearResult year, Lake lake, int month) {
        int count = year.months().size();
        for (int back = 0; back < count; back++) {
            MonthResult then = year.months().get((month - back + count) % count);
            LakeMonth stood = then.lakes().get(lake.id());
            if (stood != null
                    && stood.afterM3() >= Served.ENOUGH * lake.limitM3().at(then.month())) {
                return back;
            }
        }
        return count;
    }

    /** The same for every lake: the critical period of a failed month. */
    public static Map<String, Integer> monthsSinceFull(YearResult year, List<Lake> lakes, int month) {
        return lakes.stream().collect(Collectors.toMap(Lake::id, lake -> monthsSinceFull(year, lake, month)));
    }
}

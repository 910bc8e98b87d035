package org.greenplan.water.remedy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.water.Network;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.Backing;

/** A network that is run as often as somebody asks for another year, and no year twice. */
final class Replay {
    private final Network network;
    private final Map<String, YearResult> years = new HashMap<>();
    private final Map<Requirement, List<Integer>> failed = new HashMap<>();

    Replay(Network network) {
        this.network = network;
    }

    Network network() {
        return network;
    }

    YearResult year(String year) {
        return years.computeIfAbsent(year, one -> {
            if (YearOperation.run(network, one) instanceof Answer.Said said) {
                return said.result();
            }
            throw new IllegalArgumentException("numbers are missing in " + one);
        });
    }

    List<MonthResult> monthsWithout(String year, String group, int month) {
        return network.sources().stream().noneMatch(source -> source.group().equals(group))
                ? year(year).months()
                : Backing.monthsWithout(network, year, group, month);
    }

    List<Integer> failedMonths(Requirement requirement) {
        return failed.computeIfAbsent(requirement, one -> one.failedMonths(this));
    }
}

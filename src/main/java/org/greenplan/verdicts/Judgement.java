package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.greenplan.supply.Supply;
import org.greenplan.supply.ValueAt;
import org.greenplan.water.mixture.Mixture;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.Backing;
import org.greenplan.water.verdict.Circulation;

/**
 * What is to be said of a state of the works in a typical year.
 *
 * @param result the year as it would be run; empty where values are missing
 * @param circulation what each lake is in each month; empty with the result
 * @param backing the year with each source group out; empty where it was not asked for
 * @param mixture whose water stands in each lake; empty where it was not asked for
 */
public record Judgement(
        Supply supply,
        Optional<YearResult> result,
        List<Verdict> verdicts,
        Optional<Circulation> circulation,
        Optional<Backing> backing,
        Optional<Mixture> mixture) {
    /** The levels that must hold in every month; what comes after them is judged as circulation. */
    public static final int HELD_LEVELS = 4;

    public Judgement {
        verdicts = List.copyOf(verdicts);
    }

    /** Judges all there is. */
    public static Judgement of(Supply supply) {
        return of(supply, true);
    }

    /** Judges what a change would do: as the network would be run, without outages and without foresight. */
    public static Judgement quick(Supply supply) {
        return of(supply, false);
    }

    private static Judgement of(Supply supply, boolean whole) {
        if (!supply.gaps().isEmpty()
                || !(YearOperation.run(supply.network(), supply.year()) instanceof Answer.Said said)) {
            return new Judgement(
                    supply, Optional.empty(), cannotSay(supply), Optional.empty(), Optional.empty(), Optional.empty());
        }
        YearResult year = said.result();
        List<Verdict> verdicts = new ArrayList<>();
        Circulation circulation = Circulation.of(supply.network(), year);
        verdicts.add(Circulating.verdict(supply, circulation));
        verdicts.add(Balanced.verdict(supply, year, whole));
        Optional<Backing> backing = Optional.empty();
        Optional<Mixture> mixture = Optional.empty();
        if (whole) {
            backing = Optional.of(Backing.of(supply.network(), supply.year()));
            verdicts.add(Backed.verdict(supply, backing.get()));
            mixture = Optional.of(Mixture.of(supply.network(), year));
        }
        verdicts.add(Clear.verdict(supply));
        return new Judgement(supply, Optional.of(year), verdicts, Optional.of(circulation), backing, mixture);
    }

    private static List<Verdict> cannotSay(Supply supply) {
        int count = supply.gaps().size();
        List<Words> reasons = List.of(Words.of(
                "无法判断：缺 " + count + " 个值。缺值不会当作零，请先填写。",
                "Cannot say: " + count + (count == 1 ? " value is" : " values are")
                        + " missing. What is missing is never taken for zero; fill it in first."));
        List<String> features = supply.gaps().stream().map(ValueAt::id).toList();
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            verdicts.add(
                    kind == Verdict.Kind.CLEAR
                            ? Clear.verdict(supply)
                            : new Verdict(kind, Standing.CANNOT_SAY, reasons, features, Map.of()));
        }
        return verdicts;
    }
}

package org.greenplan.verdicts;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.supply.Supply;
import org.greenplan.supply.ValueAt;
import org.greenplan.water.Lake;
import org.greenplan.water.Missing;
import org.greenplan.water.Network;
import org.greenplan.water.Tilt;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.Backing;
import org.greenplan.water.verdict.Circulation;
import org.greenplan.water.verdict.Outage;

/**
 * What becomes of the verdicts if a value that was assumed is a fifth less or a fifth more. Whether waters are clear does not depend on such
 * values.
 *
 * @param value of the plan; a table of months is one
 */
public record Influence(ValueAt value, Effect less, Effect more) {
    private static final double FIFTH = 0.2;

    /**
     * What is to be said of a network. Of the outages those of the whole year are looked at.
     *
     * @param deadMonths of all lakes together
     * @param failedMonths of the levels that must hold, added up
     * @param outMonths the same without each source group, added up
     */
    public record Effect(
            boolean circulates, boolean balances, boolean backs, int deadMonths, int failedMonths, int outMonths) {
        /** Of a network all of whose numbers are there; else nothing. */
        public static Optional<Effect> of(Network network, String year) {
            return YearOperation.run(network, year) instanceof Answer.Said said
                    ? Optional.of(of(network, year, said.result()))
                    : Optional.empty();
        }

        private static Effect of(Network network, String year, YearResult result) {
            Circulation found = Circulation.of(network, result);
            Set<String> all = network.lakes().stream().map(Lake::id).collect(Collectors.toSet());
            int dead = found.roles().values().stream()
                    .mapToInt(roles -> Collections.frequency(roles, Circulation.Role.DEAD))
                    .sum();
            int failed = levels().map(result::failedMonths).sum();
            List<Outage> outages = Backing.wholeYears(network, year);
            int out = outages.stream()
                    .mapToInt(outage -> levels().map(
                                    level -> outage.failedMonths().get(level - 1))
                            .sum())
                    .sum();
            return new Effect(
                    !all.isEmpty() && found.passes(all),
                    failed == 0,
                    outages.size() > 1 && out == 0,
                    dead,
                    failed,
                    out);
        }

        private static IntStream levels() {
            return IntStream.rangeClosed(1, Judgement.HELD_LEVELS);
        }

        /** Whether any verdict is another one. */
        boolean turns(Effect other) {
            return circulates != other.circulates || balances != other.balances || backs != other.backs;
        }
    }

    /** Of an assumed value, one of those that have numbers. */
    public static Influence of(Supply supply, ValueAt value) {
        return new Influence(value, tilted(supply, value, 1 - FIFTH), tilted(supply, value, 1 + FIFTH));
    }

    private static Effect tilted(Supply supply, ValueAt value, double factor) {
        Network network = supply.network();
        List<Missing> numbers = supply.numbers().getOrDefault(value, List.of());
        for (Missing number : numbers) {
            // What a lake may hold goes with what it normally holds: one value, told twice.
            boolean twice =
                    number.field().equals("limitM3") && numbers.contains(new Missing(number.at(), "normalM3", 0));
            if (!twice) {
                network = new Tilt(number.at(), number.field(), factor).of(network);
            }
        }
        return Effect.of(network, supply.year()).orElseThrow();
    }

    /** Whether a verdict is another one where the value is less or more. */
    public boolean turns(Effect asGiven) {
        return less.turns(asGiven) || more.turns(asGiven);
    }

    /** Whether anything is other than as given. */
    public boolean matters(Effect asGiven) {
        return !less.equals(asGiven) || !more.equals(asGiven);
    }
}

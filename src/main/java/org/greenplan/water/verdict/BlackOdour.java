package org.greenplan.water.verdict;

import java.util.List;
import java.util.OptionalDouble;

/** Whether a reach is black and odorous, by the table of the four indicators. */
public enum BlackOdour {
    /** An indicator was never measured: nothing is known, least of all that the water is clear. */
    NOT_CHECKED,
    /** All four were measured, and none is in the table. */
    CLEAR,
    /** An indicator is in the table. */
    LIGHT,
    /** One indicator is heavy in 60 % of its samples, or two in 30 % each. */
    HEAVY;

    private static final double ONE_HEAVY = 0.6;
    private static final double TWO_HEAVY = 0.3;

    /**
     * One sample; what was not measured is empty.
     *
     * @param depthCm of the water; where it is under 25 cm, transparency is held against 40 % of it
     */
    public record Sample(
            OptionalDouble transparencyCm,
            OptionalDouble depthCm,
            OptionalDouble oxygenMgPerL,
            OptionalDouble redoxMv,
            OptionalDouble ammoniaMgPerL) {}

    /** The grade of a reach, of all its samples. */
    public static BlackOdour of(List<Sample> samples) {
        List<List<BlackOdour>> indicators = List.of(
                grades(samples.stream().map(BlackOdour::transparency).toList()),
                grades(samples.stream()
                        .map(one -> low(one.oxygenMgPerL(), 2.0, 0.2))
                        .toList()),
                grades(samples.stream().map(one -> low(one.redoxMv(), 50, -200)).toList()),
                grades(samples.stream()
                        .map(one -> low(negative(one.ammoniaMgPerL()), -8, -15))
                        .toList()));
        long one =
                indicators.stream().filter(all -> heavyShare(all) >= ONE_HEAVY).count();
        long two =
                indicators.stream().filter(all -> heavyShare(all) >= TWO_HEAVY).count();
        if (one >= 1 || two >= 2) {
            return HEAVY;
        }
        if (indicators.stream().flatMap(List::stream).anyMatch(grade -> grade != CLEAR)) {
            return LIGHT;
        }
        return indicators.stream().anyMatch(List::isEmpty) ? NOT_CHECKED : CLEAR;
    }

    private static List<BlackOdour> grades(List<BlackOdour> all) {
        return all.stream().filter(grade -> grade != NOT_CHECKED).toList();
    }

    private static double heavyShare(List<BlackOdour> all) {
        long heavy = all.stream().filter(grade -> grade == HEAVY).count();
        return all.isEmpty() ? 0 : (double) heavy / all.size();
    }

    private static BlackOdour transparency(Sample sample) {
        double depth = sample.depthCm().orElse(Double.POSITIVE_INFINITY);
        double light = depth < 25 ? 0.4 * depth : 25;
        return low(sample.transparencyCm(), light, Math.min(10, light));
    }

    private static OptionalDouble negative(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
    }

    /** Light up to the first bound, heavy below the second. */
    private static BlackOdour low(OptionalDouble value, double light, double heavy) {
        if (value.isEmpty()) {
            return NOT_CHECKED;
        }
        double number = value.getAsDouble();
        return number < heavy ? HEAVY : number <= light ? LIGHT : CLEAR;
    }
}

package org.greenplan.water;

import org.jspecify.annotations.Nullable;

/** What moves the water of a link. */
public sealed interface Drive {
    /**
     * It runs by itself.
     *
     * @param sillM level below which the lake it leaves does not reach the link; null where it takes from the bed
     */
    record Gravity(@Nullable Given sillM) implements Drive {}

    /**
     * It is lifted.
     *
     * @param efficiency of pump and motor together, 0 to 1
     * @param hoursPerDay how long it may run; the link's capacity is that of 24 hours
     */
    record Pump(Given liftM, Given efficiency, Given hoursPerDay) implements Drive {
        /** Energy for a cubic metre, kWh. */
        public double kwhPerM3() {
            return 1000 * 9.81 * liftM.number() / efficiency.number() / 3.6e6;
        }
    }
}

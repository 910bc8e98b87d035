package org.greenplan.water.operate;

import org.greenplan.water.Lake;
import org.greenplan.water.Monthly;
import org.greenplan.water.TypicalYear;

/**
 * Rain, evaporation and seepage of a lake in a month, with its surface as the mean of those at the beginning and at the end.
 *
 * <p>A loss at the beginning is taken from what stands there, and never more than that. The loss at the end grows with what stands
 * there then: one that is to stand takes {@link #toStand} of water. So no loss ever asks for water that a dry lake lacks, and
 * whoever fills a lake pays for what it will lose.
 *
 * @param carriedM3 what is left of the water of the month before
 * @param addedM3 rain on the surface, runoff of the land
 * @param landM3 of which runoff of the land
 * @param toStand water for each m³ that stands at the end, at least 1
 */
record Sky(double carriedM3, double addedM3, double landM3, double toStand) {
    /** Estimates a lake's month from what stands at the beginning and the guess of what will stand at the end. */
    static Sky of(Lake lake, TypicalYear year, int month, double beforeM3, double guessM3) {
        double rainM = year.rainMm().at(month) / 1000;
        double seepM = lake.seepageMmPerDay().number() * Monthly.days(month) / 1000;
        double runoffM = rainM * lake.runoffCoefficient().number();
        double lossM = year.evaporationMm().at(month) / 1000 + seepM - rainM + runoffM;
        double landM3 = runoffM * lake.catchmentM2().number();
        double areaM2 = lake.shape().areaM2(beforeM3);
        double least = 1e-6 * lake.normalM3().number();
        double guess = Math.max(least, guessM3);
        double areaThenM2 = lake.shape().areaM2(guess);
        if (lossM <= 0) {
            return new Sky(beforeM3, landM3 - lossM * (areaM2 + areaThenM2) / 2, landM3, 1);
        }
        double first = Math.min(beforeM3, lossM * areaM2 / 2);
        return new Sky(beforeM3 - first, landM3, landM3, 1 + lossM * areaThenM2 / guess / 2);
    }
}

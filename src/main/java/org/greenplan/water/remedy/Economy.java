package org.greenplan.water.remedy;

/**
 * How energy and water of all years weigh beside what is built today.
 *
 * @param year the typical year whose energy and water are paid each year
 * @param ratePerYear such as 0.06
 * @param years for which is paid
 */
public record Economy(String year, double ratePerYear, int years) {
    public Economy {
        if (!(ratePerYear >= 0) || years < 0) {
            throw new IllegalArgumentException("a rate of " + ratePerYear + " over " + years + " years");
        }
    }

    /** What a yuan each year is worth today. */
    public double presentValue() {
        return ratePerYear == 0 ? years : (1 - Math.pow(1 + ratePerYear, -years)) / ratePerYear;
    }
}

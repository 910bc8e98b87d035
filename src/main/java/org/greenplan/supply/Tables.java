package org.greenplan.supply;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a plan keeps about water in records: the years, what rivers bring, what sources can give, and what is wanted in which order.
 *
 * @param years typical years, by code or name
 * @param inflows what comes by itself to a place of a name, for each of the years
 * @param availability what a source of a name can give of its capacity, for each of the years
 * @param needs what is wanted, by the catalogue's code of it
 * @param basis at most one: prices and first months
 */
public record Tables(List<Row> years, List<Row> inflows, List<Row> availability, List<Row> needs, List<Row> basis) {
    /** The kind of {@link #years}. */
    public static final String YEARS = "climate_year";
    /** The kind of {@link #inflows}. */
    public static final String INFLOWS = "natural_inflow";
    /** The kind of {@link #availability}. */
    public static final String AVAILABILITY = "source_availability";
    /** The kind of {@link #needs}. */
    public static final String NEEDS = "water_need";
    /** The kind of {@link #basis}. */
    public static final String BASIS = "water_basis";

    public Tables {
        years = List.copyOf(years);
        inflows = List.copyOf(inflows);
        availability = List.copyOf(availability);
        needs = List.copyOf(needs);
        basis = List.copyOf(basis);
    }

    /** Whether somebody has said what new green drinks. */
    public boolean watersGreen() {
        return need(Need.GREEN_IRRIGATION).filter(row -> row.has("months_l_m2")).isPresent();
    }

    /** The code of the typical year with the least water; empty where there is none. */
    public String driest() {
        return years.stream()
                .max(Comparator.comparingDouble(row -> Supply.YearName.of(row).frequencyPercent()))
                .map(Tables::code)
                .orElse("");
    }

    Optional<Row> year(String code) {
        return years.stream().filter(row -> code(row).equals(code)).findFirst();
    }

    /** By what a year is asked for: its code, or its name where it has none. */
    static String code(Row year) {
        return year.has("code") ? year.text("code") : year.name();
    }

    Optional<Row> need(Need need) {
        return first(needs, "need", need.code());
    }

    Optional<Row> inflow(String name, String year) {
        return inflows.stream()
                .filter(row -> row.text("name").equals(name) && row.text("year").equals(year))
                .findFirst();
    }

    Optional<Row> availability(String name, String year) {
        return availability.stream()
                .filter(row -> row.text("name").equals(name) && row.text("year").equals(year))
                .findFirst();
    }

    private static Optional<Row> first(List<Row> rows, String attribute, String value) {
        return rows.stream().filter(row -> row.text(attribute).equals(value)).findFirst();
    }
}

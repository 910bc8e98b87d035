package org.greenplan.supply;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a plan keeps about water in records: the years, what rivers bring, what sources can give, what lakes hold, when links are open,
 * what is wanted in which order, and what was measured. Records speak of lakes, rivers, links and sources by their names.
 *
 * @param byKind the records of each kind, in the order of their numbers
 */
public record Tables(Map<String, List<Row>> byKind) {
    /** Typical years, by code or name. */
    public static final String YEARS = "climate_year";
    /** What comes by itself to a place of a name, for each of the years. */
    public static final String INFLOWS = "natural_inflow";
    /** What a source of a name can give of its capacity, for each of the years. */
    public static final String AVAILABILITY = "source_availability";
    /** What is wanted, by the catalogue's code of it. */
    public static final String NEEDS = "water_need";
    /** At most one: prices and first months. */
    public static final String BASIS = "water_basis";
    /** What a lake of a name holds at which level, and how high it may stand in which month. */
    public static final String LAKES = "lake_table";
    /** In which months a link, sluice or source of a name is open. */
    public static final String OPENINGS = "water_opening";
    /** In which sizes a link or source of a name could be built. */
    public static final String SIZES = "work_sizes";
    /** Waters that are or were black and odorous. */
    public static final String ODOROUS = "odorous_water";
    /** What was measured in a water of a name. */
    public static final String SAMPLES = "water_sample";

    /** All of them. */
    public static final List<String> KINDS =
            List.of(YEARS, INFLOWS, AVAILABILITY, NEEDS, BASIS, LAKES, OPENINGS, SIZES, ODOROUS, SAMPLES);

    private static final double HALF_PERCENT = 50;

    public Tables {
        Map<String, List<Row>> copy = new LinkedHashMap<>();
        byKind.forEach((kind, rows) -> copy.put(kind, List.copyOf(rows)));
        byKind = Collections.unmodifiableMap(copy);
    }

    /** Reads all kinds. */
    public static Tables of(Function<String, List<Row>> rows) {
        return new Tables(KINDS.stream().collect(Collectors.toMap(kind -> kind, rows)));
    }

    /** The same with other records of a kind. */
    public Tables with(String kind, List<Row> rows) {
        Map<String, List<Row>> other = new LinkedHashMap<>(byKind);
        other.put(kind, rows);
        return new Tables(other);
    }

    /** The records of a kind. */
    public List<Row> all(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Whether somebody has said what new green drinks. */
    public boolean watersGreen() {
        return need(Need.GREEN_IRRIGATION).filter(row -> row.has("months_l_m2")).isPresent();
    }

    /** The code of the typical year with the least water; empty where there is none. */
    public String driest() {
        return all(YEARS).stream()
                .max(Comparator.comparingDouble(row -> Supply.YearName.of(row).frequencyPercent()))
                .map(Tables::code)
                .orElse("");
    }

    /** The code of the typical year that comes as often as not, whose energy and water are paid for; empty where there is none. */
    public String usual() {
        return all(YEARS).stream()
                .min(Comparator.comparingDouble(
                        row -> Math.abs(Supply.YearName.of(row).frequencyPercent() - HALF_PERCENT)))
                .map(Tables::code)
                .orElse("");
    }

    Optional<Row> year(String code) {
        return all(YEARS).stream().filter(row -> code(row).equals(code)).findFirst();
    }

    /** By what a year is asked for: its code, or its name where it has none. */
    static String code(Row year) {
        return year.has("code") ? year.text("code") : year.name();
    }

    Optional<Row> need(Need need) {
        return first(all(NEEDS), "need", need.code());
    }

    Optional<Row> inflow(String name, String year) {
        return of(INFLOWS, name, year);
    }

    Optional<Row> availability(String name, String year) {
        return of(AVAILABILITY, name, year);
    }

    /** The first record of a kind that speaks of a name. */
    Optional<Row> of(String kind, String name) {
        return first(all(kind), "name", name);
    }

    private Optional<Row> of(String kind, String name, String year) {
        return all(kind).stream()
                .filter(row -> row.text("name").equals(name) && row.text("year").equals(year))
                .findFirst();
    }

    private static Optional<Row> first(List<Row> rows, String attribute, String value) {
        return rows.stream().filter(row -> row.text(attribute).equals(value)).findFirst();
    }
}

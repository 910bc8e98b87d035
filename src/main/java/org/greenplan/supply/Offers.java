package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.greenplan.list.ListValue;
import org.greenplan.network.Drawn;
import org.greenplan.water.Given;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.Stage;
import org.greenplan.water.remedy.Candidate;
import org.greenplan.water.remedy.Economy;
import org.jspecify.annotations.Nullable;

/**
 * What could be built beside what is there in a state of the works, and what it costs. What the lakes and the plan's green want is what
 * they want once all is built.
 *
 * @param years the plan with all works in each typical year that has to hold
 * @param network what is there, for these years and the one whose energy and water are paid
 * @param all the sizes of a work one after another, the smallest first
 * @param gaps values without which nothing can be said
 * @param assumed values on which every answer rests and that were assumed
 */
public record Offers(
        List<Supply> years,
        Network network,
        List<Offer> all,
        Economy economy,
        List<ValueAt> gaps,
        List<ValueAt> assumed) {
    private static final String COST = "cost_10k_yuan";
    private static final String CAPACITY = "capacity_m3d";
    private static final double YUAN = 1e4;

    public Offers {
        years = List.copyOf(years);
        all = List.copyOf(all);
        gaps = List.copyOf(gaps);
        assumed = List.copyOf(assumed);
    }

    /**
     * Looks for what could be built.
     *
     * @param years the plan with all works, in each typical year that has to hold
     * @param paid the same in the year whose energy and water are paid each year
     * @param there the state of the works to begin with
     */
    public static Offers of(
            org.greenplan.network.Network drawn, List<Supply> years, Supply paid, Tables tables, Stage there) {
        return new Looking(drawn, years, paid, tables, there).offers();
    }

    /** The same with the places of values told otherwise. */
    public Offers called(UnaryOperator<ValueAt> names) {
        return new Offers(
                years,
                network,
                all,
                economy,
                gaps.stream().map(names).distinct().toList(),
                assumed.stream().map(names).distinct().toList());
    }

    /** The offer of a candidate. */
    public Offer offer(String candidate) {
        return all.stream()
                .filter(one -> one.candidate().id().equals(candidate))
                .findFirst()
                .orElseThrow();
    }

    /** What people call a work: its first feature, and its size where it has several. */
    public String name(String candidate) {
        Offer offer = offer(candidate);
        String name = years.get(0).name(offer.features().get(0));
        return offer.sized() == null
                ? name
                : String.format(
                        Locale.ROOT, "%s %,.0f %s", name, offer.capacityM3PerDay(), offer.isStorage() ? "m³" : "m³/d");
    }

    /** One look at a plan. */
    private static final class Looking {
        private final org.greenplan.network.Network drawn;
        private final List<Supply> years;
        private final Network planned;
        private final Supply paid;
        private final Tables tables;
        private final Stage there;
        private final Set<ValueAt> gaps = new LinkedHashSet<>();
        private final Set<ValueAt> assumed = new LinkedHashSet<>();

        Looking(org.greenplan.network.Network drawn, List<Supply> years, Supply paid, Tables tables, Stage there) {
            this.drawn = drawn;
            this.years = years;
            this.paid = paid;
            this.tables = tables;
            this.there = there;
            List<Supply> both = new ArrayList<>(years);
            both.add(paid);
            planned = ManyYears.of(both.stream().map(Supply::network).toList());
            both.forEach(supply -> {
                gaps.addAll(supply.gaps());
                assumed.addAll(supply.assumed());
            });
        }

        Offers offers() {
            List<Offer> all = new ArrayList<>();
            works().forEach(features -> all.addAll(sizesOf(features)));
            Set<String> later = Lakes.later(drawn, there);
            var storages = new Lakes.Storages(drawn, tables, assumed);
            for (Lake lake : planned.lakes()) {
                all.addAll(
                        later.contains(lake.id())
                                ? storages.made(lake, yuan(lake.id()), planned.demands())
                                : storages.deeper(lake));
            }
            Network now = planned.withoutLakes(later)
                    .withWorks(
                            planned.links().stream()
                                    .filter(link -> link.stage().isThereAt(there))
                                    .toList(),
                            planned.sources().stream()
                                    .filter(source -> source.stage().isThereAt(there))
                                    .toList());
            Row row = tables.all(Tables.BASIS).stream().findFirst().orElse(new Row(Tables.BASIS, Map.of()));
            Given percent = value(row, "discount_percent");
            Given many = value(row, "service_years");
            var economy = percent.isMissing() || many.isMissing()
                    ? new Economy(paid.year(), 0, 0)
                    : new Economy(paid.year(), percent.number() / 100, (int) many.number());
            return new Offers(years, now, all, economy, List.copyOf(gaps), List.copyOf(assumed));
        }

        /** Features that are built together: what is not there yet, a source with the one line that leads its water away. */
        private List<List<String>> works() {
            Set<String> lines = new LinkedHashSet<>();
            planned.links().stream()
                    .filter(link -> !link.stage().isThereAt(there))
                    .forEach(link -> lines.add(feature(link)));
            List<List<String>> works = new ArrayList<>();
            for (Source source : planned.sources()) {
                if (!source.stage().isThereAt(there) && thing(source.id()).isSource()) {
                    String line = lineOf(source);
                    works.add(line == null || !lines.remove(line) ? List.of(source.id()) : List.of(source.id(), line));
                }
            }
            lines.forEach(line -> works.add(List.of(line)));
            works.sort(Comparator.comparing(work -> work.get(0)));
            return works;
        }

        /** The line that begins at a source where no other begins or ends. */
        private @Nullable String lineOf(Source source) {
            List<Link> touching = planned.links().stream()
                    .filter(link -> link.from().equals(source.at()) || link.to().equals(source.at()))
                    .toList();
            return touching.size() == 1 && touching.get(0).from().equals(source.at()) ? feature(touching.get(0)) : null;
        }

        private String feature(Link link) {
            return paid.feature(link.id());
        }

        private List<Offer> sizesOf(List<String> features) {
            for (String sized : features) {
                Row table = tables.of(Tables.SIZES, row(sized).name()).orElse(null);
                if (table != null && table.values().get("sizes") instanceof ListValue list) {
                    if (table.isAssumed("sizes")) {
                        assumed.add(new ValueAt(table.id(), "sizes", table.name(), 0));
                    }
                    return sized(features, sized, list);
                }
            }
            double yuan = features.stream().mapToDouble(this::yuan).sum();
            double capacity = row(features.get(0)).given(CAPACITY).isMissing()
                    ? 0
                    : row(features.get(0)).given(CAPACITY).number();
            return List.of(offer(features, null, capacity, 0, yuan));
        }

        private List<Offer> sized(List<String> features, String sized, ListValue list) {
            double rest = features.stream()
                    .filter(one -> !one.equals(sized))
                    .mapToDouble(this::yuan)
                    .sum();
            Map<Double, Double> byCapacity = new TreeMap<>();
            List<@Nullable Double> capacities = list.column(CAPACITY);
            List<@Nullable Double> costs = list.column(COST);
            for (int i = 0; i < capacities.size(); i++) {
                byCapacity.put(Objects.requireNonNull(capacities.get(i)), YUAN * Objects.requireNonNull(costs.get(i)));
            }
            List<Offer> offers = new ArrayList<>();
            byCapacity.forEach((capacity, yuan) -> offers.add(offer(features, sized, capacity, yuan, rest + yuan)));
            return offers;
        }

        private Offer offer(List<String> features, @Nullable String sized, double capacity, double own, double yuan) {
            List<Link> links = new ArrayList<>();
            List<Source> built = new ArrayList<>();
            for (Link link : planned.links()) {
                String feature = feature(link);
                if (features.contains(feature)) {
                    links.add(
                            feature.equals(sized) ? link.withCapacity(sized(link.capacityM3PerDay(), capacity)) : link);
                }
            }
            for (Source source : planned.sources()) {
                if (features.contains(source.id())) {
                    built.add(
                            source.id().equals(sized)
                                    ? source.withCapacity(sized(source.capacityM3PerDay(), capacity))
                                    : source);
                }
            }
            String work = features.get(0);
            String id = sized == null ? work : work + " " + Math.round(capacity);
            return new Offer(
                    features, sized, capacity, own, new Candidate(id, work, links, built, List.of(), List.of(), yuan));
        }

        static Given sized(Given drawn, double capacity) {
            return drawn.isAssumed() ? Given.assumed(capacity) : Given.of(capacity);
        }

        private double yuan(String feature) {
            Given cost = value(row(feature), COST);
            return cost.isMissing() ? 0 : YUAN * cost.number();
        }

        /** A value; that it is missing or assumed is noted. */
        private Given value(Row row, String attribute) {
            Given given = row.given(attribute);
            if (given.isMissing()) {
                gaps.add(new ValueAt(row.id(), attribute, row.name(), 0));
            } else if (given.isAssumed()) {
                assumed.add(new ValueAt(row.id(), attribute, row.name(), 0));
            }
            return given;
        }

        private Row row(String feature) {
            return Row.of(thing(feature));
        }

        private Drawn thing(String feature) {
            return drawn.drawing().thing(feature);
        }
    }
}

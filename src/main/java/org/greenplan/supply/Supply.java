package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Finding;
import org.greenplan.water.Given;
import org.greenplan.water.Link;
import org.greenplan.water.Missing;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.Stage;
import org.greenplan.water.TypicalYear;
import org.greenplan.water.ValueList;

/**
 * What the kernel computes with, for a state of the works and a typical year. Lakes, rivers, links and sources are there by their status;
 * links are named as the edges of the drawn network, lakes and sources as their features, demands as what wants and how.
 *
 * @param network the works of that state
 * @param gaps values that an answer needs and nobody has given: with one of them, nothing can be said
 * @param assumed values that an answer rests on and that were assumed
 * @param numbers of the kernel that each assumed value gives
 * @param uphill lines that are left out, for they would run uphill by themselves
 * @param lines the feature of each link
 * @param names what people call features
 * @param qualities of all rivers and lakes and of all listed black-odorous waters
 * @param refused source groups that a use does not accept, by the use; only those that refuse any
 * @param strays records that speak of nothing that is drawn, or of what another record speaks of already
 * @param years all typical years that the plan has
 * @param shores of the lakes, with what is green in that state
 */
public record Supply(
        Stage state,
        String year,
        Network network,
        List<ValueAt> gaps,
        List<ValueAt> assumed,
        Map<ValueAt, List<Missing>> numbers,
        List<String> uphill,
        Map<String, String> lines,
        Map<String, String> names,
        List<Quality> qualities,
        Map<String, Set<String>> refused,
        List<ValueAt> strays,
        List<YearName> years,
        Shores shores) {
    private static final double YUAN_PER_KWH = 0.6;

    public Supply {
        gaps = List.copyOf(gaps);
        assumed = List.copyOf(assumed);
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        uphill = List.copyOf(uphill);
        lines = Map.copyOf(lines);
        names = Map.copyOf(names);
        qualities = List.copyOf(qualities);
        refused = Map.copyOf(refused);
        strays = List.copyOf(strays);
        years = List.copyOf(years);
    }

    /**
     * A typical year of the plan.
     *
     * @param code by which it is asked for
     * @param frequencyPercent share of years with at least as much water; 0 where nobody has said
     */
    public record YearName(String code, String name, double frequencyPercent) {
        static YearName of(Row row) {
            Given frequency = row.given("frequency_pct");
            return new YearName(Tables.code(row), row.name(), frequency.isMissing() ? 0 : frequency.number());
        }
    }

    /** Translates a drawing with its tables; greens are the plots of all states. */
    public static Supply of(
            org.greenplan.network.Network drawn, Tables tables, List<Green> greens, Stage state, String year) {
        var values = new Values();
        var openings = new Openings(drawn, tables, state, values);
        var lakes = new Lakes(drawn, new LakeShapes(tables, values), values);
        var links = new Links(drawn, openings, values);
        var sources = new Sources(drawn, tables, openings, year, values);
        List<Link> allLinks = links.all();
        List<Source> allSources = Stream.concat(
                        sources.sources().stream(), new Drains(drawn, tables, year, values).sources().stream())
                .toList();
        Network network = new Network(
                        lakes.all(state),
                        links.junctions(state),
                        sources.inflows(),
                        allLinks,
                        allSources,
                        sources.licences(),
                        new Demands(drawn, tables, values).all(state, allLinks, greens),
                        List.of(typical(tables, year, values)),
                        price(tables, values))
                .at(state);
        var list = new ValueList(network, year);
        return new Supply(
                state,
                year,
                network,
                values.gaps(list),
                values.assumed(list),
                values.numbers(list),
                List.copyOf(links.uphill()),
                lines(drawn),
                names(drawn),
                new Qualities(drawn, tables).all(),
                new Refusals(drawn, tables).of(network.demands()),
                new Strays(drawn, tables).all(),
                tables.all(Tables.YEARS).stream().map(YearName::of).toList(),
                Shores.NONE);
    }

    /**
     * What is wrong with a drawing, once the plan's surveys of its lakes are known: a surveyed lake lacks no volume, and a survey that does not
     * rise is told with its row.
     */
    public static List<Finding> findings(org.greenplan.network.Network drawn, Tables tables) {
        return new LakeShapes(tables, new Values()).findings(drawn);
    }

    /** The same with other works, as if they had been drawn. */
    public Supply with(Network other) {
        return new Supply(
                state, year, other, gaps, assumed, numbers, uphill, lines, names, qualities, refused, strays, years,
                shores);
    }

    /** The same with the places of values told otherwise. */
    public Supply called(UnaryOperator<ValueAt> names) {
        Map<ValueAt, List<Missing>> renamed = new LinkedHashMap<>();
        numbers.forEach((value, of) -> renamed.put(names.apply(value), of));
        return new Supply(
                state,
                year,
                network,
                gaps.stream().map(names).toList(),
                assumed.stream().map(names).toList(),
                renamed,
                uphill,
                lines,
                this.names,
                qualities,
                refused,
                strays.stream().map(names).toList(),
                years,
                shores);
    }

    /** The same with its shores. */
    public Supply with(Shores walked) {
        return new Supply(
                state, year, network, gaps, assumed, numbers, uphill, lines, names, qualities, refused, strays, years,
                walked);
    }

    private static TypicalYear typical(Tables tables, String year, Values values) {
        Row row = tables.year(year).orElse(new Row(Tables.YEARS, Map.of("name", year)));
        Given frequency = row.given("frequency_pct");
        Monthly rain = values.monthly(year, "rainMm", row, "rain_mm");
        Monthly evaporation = values.monthly(year, "evaporationMm", row, "evaporation_mm");
        return new TypicalYear(year, frequency.isMissing() ? 0 : (int) frequency.number(), rain, evaporation);
    }

    private static Given price(Tables tables, Values values) {
        Row row = tables.all(Tables.BASIS).stream().findFirst().orElse(new Row(Tables.BASIS, Map.of()));
        return values.given("network", "yuanPerKwh", row, "yuan_per_kwh", YUAN_PER_KWH);
    }

    private static Map<String, String> lines(org.greenplan.network.Network drawn) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Edge edge : drawn.topology().edges()) {
            lines.put(edge.id(), edge.feature());
        }
        return lines;
    }

    private static Map<String, String> names(org.greenplan.network.Network drawn) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Drawn thing : drawn.drawing().things().values()) {
            names.put(thing.id(), thing.name());
        }
        return names;
    }

    /** What people call what the kernel names: the feature of a link, a lake, a source, what wants. */
    public String name(String id) {
        String of = lines.getOrDefault(id, id.contains(" ") ? id.substring(0, id.indexOf(' ')) : id);
        return Objects.requireNonNull(names.getOrDefault(of, of));
    }

    /** What people call the typical year; its code where nobody has named it. */
    public String yearName() {
        return years.stream()
                .filter(one -> one.code().equals(year))
                .map(YearName::name)
                .findFirst()
                .orElse(year);
    }

    /** The feature of what the kernel names. */
    public String feature(String id) {
        return lines.getOrDefault(id, id.contains(" ") ? id.substring(0, id.indexOf(' ')) : id);
    }

    /** All links of a feature. */
    public List<String> linksOf(String feature) {
        List<String> links = new ArrayList<>();
        lines.forEach((link, line) -> {
            if (line.equals(feature)) {
                links.add(link);
            }
        });
        return links;
    }
}

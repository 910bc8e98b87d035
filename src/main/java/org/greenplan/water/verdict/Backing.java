package org.greenplan.water.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greenplan.water.Given;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.flow.GainNetwork;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearOperation;

/**
 * 多源互补: whether the network holds when any one source group is out, for the whole of a year and for thirty days of the worst
 * month.
 *
 * @param wholeYear one outage for each group
 * @param worstMonth for each group the month in which thirty days hurt most
 */
public record Backing(String year, List<Outage> wholeYear, List<Outage> worstMonth) {
    private static final int OUT_DAYS = 30;

    public Backing {
        wholeYear = List.copyOf(wholeYear);
        worstMonth = List.copyOf(worstMonth);
    }

    /** Takes out each source group of a network; every number must be there. */
    public static Backing of(Network network, String year) {
        List<Outage> whole = new ArrayList<>();
        List<Outage> worst = new ArrayList<>();
        Map<String, Double> july = july(network, year);
        for (String group :
                new TreeSet<>(network.sources().stream().map(Source::group).toList())) {
            Network without = network.withoutGroup(group);
            List<MonthResult> dry = months(without, year);
            whole.add(Outage.of(group, 0, dry).withCut(without, year, dry));
            List<Outage> each = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                each.add(Outage.of(group, month, twoYears(network, shut(network, group, month), year, july)));
            }
            Outage heaviest = each.stream().min(Outage::compareWeight).orElseThrow();
            Network shut = shut(network, group, heaviest.month());
            worst.add(heaviest.withCut(shut, year, YearOperation.run(shut, year, july, 1)));
        }
        return new Backing(year, whole, worst);
    }

    /**
     * The months of a year in which a source group is out.
     *
     * @param month in which it is out for thirty days, told with the year after it; 0 where it is out for the whole year
     */
    public static List<MonthResult> monthsWithout(Network network, String year, String group, int month) {
        return month == 0
                ? months(network.withoutGroup(group), year)
                : twoYears(network, shut(network, group, month), year, july(network, year));
    }

    /** The year without each source group, the groups by their names; what binds is not looked for. */
    public static List<Outage> wholeYears(Network network, String year) {
        return new TreeSet<>(network.sources().stream().map(Source::group).toList())
                .stream()
                        .map(group -> Outage.of(group, 0, months(network.withoutGroup(group), year)))
                        .toList();
    }

    /**
     * What each work is worth: the year without it, the heaviest loss first, with what binds then.
     *
     * @param links of each work, by the work's name
     */
    public static List<Outage> without(Network network, String year, Map<String, Set<String>> links) {
        List<Outage> all = new ArrayList<>();
        links.forEach((work, gone) -> {
            Network rest = network.withWorks(
                    network.links().stream()
                            .filter(link -> !gone.contains(link.id()))
                            .toList(),
                    network.sources());
            List<MonthResult> months = months(rest, year);
            all.add(Outage.of(work, 0, months).withCut(rest, year, months));
        });
        all.sort(Outage::compareWeight);
        return all;
    }

    private static List<MonthResult> months(Network network, String year) {
        if (YearOperation.run(network, year) instanceof Answer.Said said) {
            return said.result().months();
        }
        throw new IllegalArgumentException("numbers are missing in " + year);
    }

    private static Map<String, Double> july(Network network, String year) {
        Map<String, Double> volumes = new HashMap<>();
        months(network, year).get(0).lakes().forEach((id, lake) -> volumes.put(id, lake.beforeM3()));
        return volumes;
    }

    /** The year with the outage, begun as a year without one, and the year after it. */
    private static List<MonthResult> twoYears(Network network, Network without, String year, Map<String, Double> july) {
        List<MonthResult> months = new ArrayList<>(YearOperation.run(without, year, july, 1));
        Map<String, Double> after = new HashMap<>();
        months.get(11).lakes().forEach((id, lake) -> after.put(id, lake.afterM3()));
        months.addAll(YearOperation.run(network, year, after, 1));
        return months;
    }

    private static Network shut(Network network, String group, int month) {
        return network.withWorks(
                network.links(),
                network.sources().stream()
                        .map(source -> source.group().equals(group) ? shut(source, month) : source)
                        .toList());
    }

    private static Source shut(Source source, int month) {
        List<Given> shares = new ArrayList<>(source.openShare().months());
        int days = Monthly.days(month);
        shares.set(month - 1, shares.get(month - 1).times(Math.max(0, days - OUT_DAYS) / (double) days));
        return source.withOpenShare(new Monthly(shares));
    }

    /** Whether every outage leaves the levels up to this one served. */
    public boolean passes(int upToLevel) {
        return wholeYear.stream().allMatch(outage -> outage.holds(upToLevel))
                && worstMonth.stream().allMatch(outage -> outage.holds(upToLevel));
    }

    /** In how many ways that share no link water comes to a lake from sources and inflows: shown, never required. */
    public static int disjointPaths(Network network, String lake) {
        var net = new GainNetwork();
        Map<String, Integer> node = new HashMap<>();
        network.places().forEach(place -> node.put(place, net.node(0)));
        for (Link link : network.links()) {
            net.arc(node.getOrDefault(link.from(), 0), node.getOrDefault(link.to(), 0), 1, 0, 1);
        }
        network.sources().forEach(source -> net.arc(GainNetwork.GROUND, node.getOrDefault(source.at(), 0), 1, 0, 1));
        network.inflows().forEach(inflow -> net.arc(GainNetwork.GROUND, node.getOrDefault(inflow.at(), 0), 1, 0, 1));
        int out = net.arc(node.getOrDefault(lake, 0), GainNetwork.GROUND, 1, 0, Double.POSITIVE_INFINITY);
        double[] cost = new double[net.arcs()];
        cost[out] = -1;
        var simplex = new NetworkSimplex(net);
        simplex.minimise(cost);
        return (int) Math.round(simplex.flow(out));
    }
}

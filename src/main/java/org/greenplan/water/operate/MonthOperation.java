package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.greenplan.water.Demand;
import org.greenplan.water.Drive;
import org.greenplan.water.Inflow;
import org.greenplan.water.Lake;
import org.greenplan.water.Licence;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.TypicalYear;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.flow.Outcome;

/**
 * One month: least spill, then the levels one after another with their shares made fair, then equal fill of the lakes, then least
 * energy and price, then least length and water brought. Surfaces are estimated anew until the volumes stand still.
 */
final class MonthOperation {
    /** How far two estimates of a volume may differ, of the normal volume. */
    static final double SETTLED = 1e-6;

    private static final int MOST_ROUNDS = 20;
    private static final double OVERBANK = 100;
    /** A m³ brought for nothing counts as one led so far, so that no more is brought than is needed. */
    private static final double SOURCE_M = 1;

    private final Network network;
    private final MonthGraph graph;
    private final NetworkSimplex simplex;
    private final FairShares shares;
    private final double[] cost;
    private final Named<Sky> skies = new Named<>();
    private final Named<Lake> lakes = new Named<>();

    MonthOperation(Network network) {
        this.network = network;
        graph = new MonthGraph(network);
        simplex = new NetworkSimplex(graph.net);
        shares = new FairShares(simplex, graph.net.arcs());
        cost = new double[graph.net.arcs()];
        network.lakes().forEach(lake -> lakes.put(lake.id(), lake));
    }

    /**
     * Computes a month.
     *
     * @param guess volumes at the end as a first estimate, by lake; holds the last estimate afterwards
     */
    MonthResult run(MonthBegin begin, Map<String, Double> guess) {
        int rounds = 0;
        boolean settled = false;
        while (!settled && rounds < MOST_ROUNDS) {
            rounds++;
            solve(begin, guess);
            settled = true;
            for (Lake lake : network.lakes()) {
                double now = standsM3(lake);
                double gap = Math.abs(now - guess.getOrDefault(lake.id(), 0.0));
                settled &= gap <= SETTLED * lake.normalM3().number();
                guess.put(lake.id(), now);
            }
        }
        return new MonthReading(network, graph, simplex, begin, skies).result(rounds, settled);
    }

    private double standsM3(Lake lake) {
        return graph.stored.of(lake.id()).flow(simplex) / skies.of(lake.id()).toStand();
    }

    MonthGraph graph() {
        return graph;
    }

    NetworkSimplex simplex() {
        return simplex;
    }

    /** Places a month's numbers and promises every demand up to a level its share. */
    void promise(MonthBegin begin, Map<String, Double> guess, int upToLevel) {
        place(begin, guess);
        spillLeast();
        for (int level = 1; level <= upToLevel; level++) {
            shares.serve(targets(begin.month(), level));
        }
    }

    private void solve(MonthBegin begin, Map<String, Double> guess) {
        promise(begin, guess, Demand.LEVELS);
        shares.serve(fills());
        minimise(this::yuan, source -> source.pricePerM3().number());
        simplex.stayCheapest();
        minimise(link -> link.lengthM().number(), source -> SOURCE_M);
    }

    /** Puts the month's numbers into the graph. */
    private void place(MonthBegin begin, Map<String, Double> guess) {
        TypicalYear year = network.year(begin.year());
        Map<String, Double> natural = new HashMap<>();
        for (Inflow inflow : network.inflows()) {
            natural.merge(inflow.at(), inflow.m3(begin.year(), begin.month()), Double::sum);
        }
        for (Lake lake : network.lakes()) {
            double before = begin.volumeM3(lake.id());
            Sky sky = Sky.of(lake, year, begin.month(), before, guess.getOrDefault(lake.id(), before));
            skies.put(lake.id(), sky);
            double supplied = sky.carriedM3() + sky.addedM3() + natural.getOrDefault(lake.id(), 0.0);
            simplex.supply(graph.at(lake.id()), supplied);
            double most = Math.max(0, lake.limitM3().at(begin.month())) * sky.toStand();
            double dead = Math.min(lake.deadM3().number() * sky.toStand(), Math.min(most, supplied));
            graph.stored.of(lake.id()).begin(simplex, dead, most);
        }
        network.junctions().forEach(one -> simplex.supply(graph.at(one.id()), natural.getOrDefault(one.id(), 0.0)));
        placeWorks(begin);
    }

    private void placeWorks(MonthBegin begin) {
        for (Link link : network.links()) {
            graph.link.of(link.id()).begin(simplex, 0, capacityM3(network, link, begin));
        }
        for (Licence licence : network.licences()) {
            simplex.bound(graph.licence.of(licence.id()), 0, begin.allowanceM3(licence.id()));
        }
        for (Source source : network.sources()) {
            simplex.bound(graph.source.of(source.id()), 0, source.availableM3(begin.year(), begin.month()));
        }
        graph.leaving.all().forEach(meter -> meter.begin(simplex, 0, Double.POSITIVE_INFINITY));
        for (Demand demand : network.demands()) {
            if (demand instanceof Demand.Use use) {
                double wanted = use.m3PerDay().at(begin.month()) * Monthly.days(begin.month());
                graph.demand.of(use.id()).begin(simplex, 0, wanted);
            }
        }
        graph.leaves.forEach(arc -> simplex.bound(arc, 0, Double.POSITIVE_INFINITY));
        graph.spill.all().forEach(arc -> simplex.bound(arc, 0, Double.POSITIVE_INFINITY));
        graph.overbank.all().forEach(arc -> simplex.bound(arc, 0, Double.POSITIVE_INFINITY));
    }

    /** What a link can lead; nothing where the lake it runs out of stood below its sill when the month began. */
    static double capacityM3(Network network, Link link, MonthBegin begin) {
        if (link.drive() instanceof Drive.Gravity gravity && gravity.sillM() != null) {
            double sill = gravity.sillM().number();
            for (Lake lake : network.lakes()) {
                if (lake.id().equals(link.from()) && lake.shape().levelM(begin.volumeM3(lake.id())) < sill) {
                    return 0;
                }
            }
        }
        return link.capacityM3(begin.month());
    }

    private void spillLeast() {
        Arrays.fill(cost, 0);
        graph.spill.all().forEach(arc -> cost[arc] = 1);
        graph.overbank.all().forEach(arc -> cost[arc] = OVERBANK);
        run();
        graph.spill.all().forEach(arc -> simplex.bound(arc, 0, simplex.flow(arc)));
        graph.overbank.all().forEach(arc -> simplex.bound(arc, 0, simplex.flow(arc)));
    }

    private List<Target> targets(int month, int level) {
        List<Target> targets = new ArrayList<>();
        for (Demand demand : network.demands()) {
            if (demand.level() == level) {
                double amount = wantedM3(lakes::of, demand, month) * toStand(demand);
                if (amount > 0) {
                    targets.add(new Target(demand.id(), graph.demand.of(demand.id()), amount));
                }
            }
        }
        return targets;
    }

    /** The meter's units for a m³ of a demand. */
    double toStand(Demand demand) {
        return demand instanceof Demand.Storage ? skies.of(demand.at()).toStand() : 1;
    }

    /** What a demand wants in a month, m³; no lake is wanted to stand higher than it may. */
    static double wantedM3(Network network, Demand demand, int month) {
        return wantedM3(
                id -> network.lakes().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                demand,
                month);
    }

    private static double wantedM3(Function<String, Lake> lakes, Demand demand, int month) {
        int days = Monthly.days(month);
        if (demand instanceof Demand.Use use) {
            return use.m3PerDay().at(month) * days;
        } else if (demand instanceof Demand.LinkFlow flow) {
            return flow.m3PerDay().at(month) * days;
        }
        Lake lake = lakes.apply(demand.at());
        double normal = lake.normalM3().number();
        if (demand instanceof Demand.Storage storage) {
            return Math.min(
                    storage.shareOfNormal().at(month) * normal, lake.limitM3().at(month));
        }
        return normal / ((Demand.Turnover) demand).days().number() * days;
    }

    private List<Target> fills() {
        List<Target> fills = new ArrayList<>();
        for (Lake lake : network.lakes()) {
            Meter meter = graph.stored.of(lake.id());
            if (meter.most() > 0) {
                fills.add(new Target(lake.id(), meter, meter.most()));
            }
        }
        return fills;
    }

    private double yuan(Link link) {
        return link.drive() instanceof Drive.Pump pump
                ? pump.kwhPerM3() * network.yuanPerKwh().number()
                : 0;
    }

    private void minimise(ToDoubleFunction<Link> ofLink, ToDoubleFunction<Source> ofSource) {
        Arrays.fill(cost, 0);
        for (Link link : network.links()) {
            Meter meter = graph.link.of(link.id());
            cost[meter.first] = ofLink.applyAsDouble(link);
            cost[meter.second] = cost[meter.first];
        }
        network.sources().forEach(source -> cost[graph.source.of(source.id())] = ofSource.applyAsDouble(source));
        run();
    }

    private void run() {
        Outcome outcome = simplex.minimise(cost);
        if (outcome != Outcome.OPTIMAL) {
            throw new IllegalStateException("a month without a flow: " + outcome);
        }
    }
}

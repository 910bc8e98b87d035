package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.water.Demand;
import org.greenplan.water.Inflow;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Licence;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.TypicalYear;
import org.greenplan.water.flow.GainNetwork;
import org.greenplan.water.flow.NetworkSimplex;

/** Twelve copies of the network, joined by what stands in the lakes; June is followed by July. */
final class YearGraph {
    private static final double FREE = Double.POSITIVE_INFINITY;
    private static final int GROUND = GainNetwork.GROUND;
    /** A lake of which less than this share is left until the next month has evaporated. */
    private static final double TRACE = 1e-6;

    final GainNetwork net = new GainNetwork();
    private final Network network;
    private final String year;
    private final Named<int[]> places = new Named<>();
    private final Named<int[]> passed = new Named<>();
    private final Named<Meter> meters = new Named<>();
    private final List<Opening> openings = new ArrayList<>();
    private final double[][] toStand;

    private record Opening(Meter meter, double most) {}

    YearGraph(Network network, String year, double[][] guess) {
        this.network = network;
        this.year = year;
        toStand = new double[guess.length][12];
        double[][] kept = new double[guess.length][12];
        nodes(guess, kept);
        for (int l = 0; l < guess.length; l++) {
            lake(network.lakes().get(l), l, kept[l]);
        }
        Set<String> aside = new HashSet<>();
        network.lakes().forEach(lake -> aside.addAll(Demand.notRenewing(network.demands(), lake.id())));
        for (int m = 0; m < 12; m++) {
            for (Junction junction : network.junctions()) {
                net.arc(at(junction.id(), m), GROUND, 1, 0, FREE);
            }
            for (Link link : network.links()) {
                int[] out = aside.contains(link.id()) ? null : passed.find(link.from());
                int from = out == null ? at(link.from(), m) : out[m];
                meter(link.id(), m, from, at(link.to(), m), 1 - link.lossShare().number(), link.capacityM3(month(m)));
            }
        }
        sources();
        uses();
    }

    private static int month(int m) {
        return 1 + (YearOperation.FIRST_MONTH - 1 + m) % 12;
    }

    private int at(String id, int m) {
        return places.of(id)[m];
    }

    private void nodes(double[][] guess, double[][] kept) {
        TypicalYear typical = network.year(year);
        for (int l = 0; l < guess.length; l++) {
            Lake lake = network.lakes().get(l);
            int[] nodes = new int[12];
            for (int m = 0; m < 12; m++) {
                double before = guess[l][(m + 11) % 12];
                double least = Math.max(before, 1e-6 * lake.normalM3().number());
                Sky sky = Sky.of(lake, typical, month(m), least, guess[l][m]);
                toStand[l][m] = sky.toStand();
                kept[l][m] = sky.carriedM3() / least;
                nodes[m] = net.node(sky.addedM3() + natural(lake.id(), m));
            }
            places.put(lake.id(), nodes);
        }
        for (Junction junction : network.junctions()) {
            int[] nodes = new int[12];
            for (int m = 0; m < 12; m++) {
                nodes[m] = net.node(natural(junction.id(), m));
            }
            places.put(junction.id(), nodes);
        }
    }

    private double natural(String id, int m) {
        double m3 = 0;
        for (Inflow inflow : network.inflows()) {
            m3 += inflow.at().equals(id) ? inflow.m3(year, month(m)) : 0;
        }
        return m3;
    }

    private void lake(Lake lake, int l, double[] kept) {
        boolean renewed = network.demands().stream()
                .anyMatch(demand ->
                        demand instanceof Demand.Turnover && demand.at().equals(lake.id()));
        int[] out = new int[12];
        for (int m = 0; m < 12; m++) {
            int next = (m + 1) % 12;
            double gain = kept[next] / toStand[l][m];
            double most = Math.max(0, lake.limitM3().at(month(m))) * toStand[l][m];
            boolean gone = gain < TRACE;
            meter(lake.id(), m, at(lake.id(), m), gone ? GROUND : at(lake.id(), next), gone ? 1 : gain, most);
            int spill = lake.spillTo() == null ? GROUND : at(lake.spillTo(), m);
            net.arc(at(lake.id(), m), spill, 1, 0, FREE);
            if (renewed) {
                out[m] = net.node(0);
                meter("out of " + lake.id(), m, at(lake.id(), m), out[m], 1, FREE);
            }
        }
        if (renewed) {
            passed.put(lake.id(), out);
        }
    }

    private void sources() {
        Map<String, Integer> held = new HashMap<>();
        for (Licence licence : network.licences()) {
            int node = net.node(0);
            net.arc(GROUND, node, 1, 0, licence.m3(year));
            held.put(licence.id(), node);
        }
        for (Source source : network.sources()) {
            int from = source.licence() == null ? GROUND : held.getOrDefault(source.licence(), GROUND);
            for (int m = 0; m < 12; m++) {
                net.arc(from, at(source.at(), m), 1, 0, source.availableM3(year, month(m)));
            }
        }
    }

    private void uses() {
        for (Demand demand : network.demands()) {
            for (int m = 0; m < 12 && demand instanceof Demand.Use; m++) {
                meter(demand.id(), m, at(demand.at(), m), GROUND, 1, wanted(demand, m));
            }
        }
    }

    private void meter(String id, int m, int from, int to, double gain, double most) {
        var meter = new Meter(net.arc(from, to, gain, 0, 0), net.arc(from, to, gain, 0, 0));
        meters.put(id + " " + m, meter);
        openings.add(new Opening(meter, most));
    }

    /** Opens the meters. */
    void begin(NetworkSimplex simplex) {
        openings.forEach(opening -> opening.meter().begin(simplex, 0, opening.most()));
    }

    /** What a demand wants of its meter, in the meter's units. */
    double wanted(Demand demand, int m) {
        double m3 = MonthOperation.wantedM3(network, demand, month(m));
        return demand instanceof Demand.Storage ? m3 * toStand[lakeAt(demand.at())][m] : m3;
    }

    private int lakeAt(String id) {
        int l = 0;
        while (!network.lakes().get(l).id().equals(id)) {
            l++;
        }
        return l;
    }

    Meter meter(Demand demand, int m) {
        String id = demand instanceof Demand.Use
                ? demand.id()
                : demand instanceof Demand.Turnover ? "out of " + demand.at() : demand.at();
        return meters.of(id + " " + m);
    }

    /** What stands in a lake at the end of a month, m³. */
    double stands(NetworkSimplex simplex, int lake, int m) {
        String id = network.lakes().get(lake).id();
        return meters.of(id + " " + m).flow(simplex) / toStand[lake][m];
    }

    /** Costs that make the lakes as full as they can be. */
    void fill(double[] cost) {
        for (Lake lake : network.lakes()) {
            for (int m = 0; m < 12; m++) {
                Meter meter = meters.of(lake.id() + " " + m);
                cost[meter.first] = -1;
                cost[meter.second] = -1;
            }
        }
    }
}

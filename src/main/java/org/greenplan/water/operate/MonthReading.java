package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.water.Demand;
import org.greenplan.water.Drive;
import org.greenplan.water.Inflow;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.flow.NetworkSimplex;

/** Reads what the flow of a month means. */
final class MonthReading {
    private final Network network;
    private final MonthGraph graph;
    private final NetworkSimplex simplex;
    private final MonthBegin begin;
    private final Named<Sky> skies;
    private final Map<String, Double> linksIn = new HashMap<>();
    private final Map<String, Double> linksOut = new HashMap<>();
    private final Map<String, Double> brought = new HashMap<>();
    private final Map<String, Double> used = new HashMap<>();
    private final Map<String, Double> natural = new HashMap<>();
    private final Map<String, Double> spilledIn = new HashMap<>();

    MonthReading(Network network, MonthGraph graph, NetworkSimplex simplex, MonthBegin begin, Named<Sky> skies) {
        this.network = network;
        this.graph = graph;
        this.simplex = simplex;
        this.begin = begin;
        this.skies = skies;
        for (Link link : network.links()) {
            linksIn.merge(link.to(), led(link) * (1 - link.lossShare().number()), Double::sum);
            linksOut.merge(link.from(), led(link), Double::sum);
        }
        network.sources().forEach(source -> brought.merge(source.at(), brought(source), Double::sum));
        for (Demand demand : network.demands()) {
            if (demand instanceof Demand.Use) {
                used.merge(demand.at(), graph.demand.of(demand.id()).flow(simplex), Double::sum);
            }
        }
        for (Inflow inflow : network.inflows()) {
            natural.merge(inflow.at(), inflow.m3(begin.year(), begin.month()), Double::sum);
        }
        for (Lake lake : network.lakes()) {
            if (lake.spillTo() != null) {
                spilledIn.merge(lake.spillTo(), spilled(lake), Double::sum);
            }
        }
    }

    MonthResult result(int rounds, boolean settled) {
        Map<String, LakeMonth> lakes = new HashMap<>();
        network.lakes().forEach(lake -> lakes.put(lake.id(), lake(lake)));
        Map<String, Double> links = new HashMap<>();
        Map<String, Double> sources = new HashMap<>();
        Map<String, Double> overbank = new HashMap<>();
        List<String> closed = new ArrayList<>();
        double kwh = 0;
        double yuan = 0;
        for (Link link : network.links()) {
            double m3 = led(link);
            links.put(link.id(), m3);
            if (link.drive() instanceof Drive.Pump pump) {
                kwh += m3 * pump.kwhPerM3();
            }
            if (link.capacityM3(begin.month()) > 0 && MonthOperation.capacityM3(network, link, begin) == 0) {
                closed.add(link.id());
            }
        }
        for (Source source : network.sources()) {
            double m3 = brought(source);
            sources.put(source.id(), m3);
            yuan += m3 * source.pricePerM3().number();
        }
        graph.overbank.map().forEach((id, arc) -> {
            if (simplex.flow(arc) > simplex.tolerance()) {
                overbank.put(id, simplex.flow(arc));
            }
        });
        yuan += kwh * network.yuanPerKwh().number();
        return new MonthResult(
                begin.month(),
                lakes,
                links,
                sources,
                begin.allowanceM3(),
                overbank,
                served(),
                closed,
                kwh,
                yuan,
                rounds,
                settled);
    }

    private double led(Link link) {
        return graph.link.of(link.id()).flow(simplex);
    }

    private double brought(Source source) {
        return simplex.flow(graph.source.of(source.id()));
    }

    private List<Served> served() {
        List<Served> served = new ArrayList<>();
        for (Demand demand : network.demands()) {
            double m3 = graph.demand.of(demand.id()).flow(simplex);
            if (demand instanceof Demand.Storage) {
                m3 /= skies.of(demand.at()).toStand();
            }
            double wanted = MonthOperation.wantedM3(network, demand, begin.month());
            served.add(new Served(demand.id(), demand.level(), wanted, m3));
        }
        return served;
    }

    private LakeMonth lake(Lake lake) {
        String id = lake.id();
        Sky sky = skies.of(id);
        double before = begin.volumeM3(id);
        double after = graph.stored.of(id).flow(simplex) / sky.toStand();
        double skyM3 = sky.carriedM3() - before + sky.addedM3() - sky.landM3() - after * (sky.toStand() - 1);
        return new LakeMonth(
                before,
                linksIn.getOrDefault(id, 0.0),
                brought.getOrDefault(id, 0.0),
                sky.landM3() + natural.getOrDefault(id, 0.0),
                skyM3,
                spilledIn.getOrDefault(id, 0.0),
                linksOut.getOrDefault(id, 0.0),
                used.getOrDefault(id, 0.0),
                spilled(lake),
                after);
    }

    private double spilled(Lake lake) {
        return simplex.flow(lake.spillTo() == null ? graph.overbank.of(lake.id()) : graph.spill.of(lake.id()));
    }
}

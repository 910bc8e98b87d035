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
record MonthReading(Network network, MonthGraph graph, NetworkSimplex simplex, MonthBegin begin, Named<Sky> skies) {
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
        double in = 0;
        double out = 0;
        for (Link link : network.links()) {
            in += link.to().equals(id) ? led(link) * (1 - link.lossShare().number()) : 0;
            out += link.from().equals(id) ? led(link) : 0;
        }
        double brought = network.sources().stream()
                .filter(source -> source.at().equals(id))
                .mapToDouble(this::brought)
                .sum();
        double uses = network.demands().stream()
                .filter(demand -> demand instanceof Demand.Use && demand.at().equals(id))
                .mapToDouble(demand -> graph.demand.of(demand.id()).flow(simplex))
                .sum();
        Sky sky = skies.of(id);
        double before = begin.volumeM3(id);
        double after = graph.stored.of(id).flow(simplex) / sky.toStand();
        double skyM3 = sky.carriedM3() - before + sky.addedM3() - sky.landM3() - after * (sky.toStand() - 1);
        double natural = sky.landM3();
        for (Inflow inflow : network.inflows()) {
            if (inflow.at().equals(id)) {
                natural += inflow.m3(begin.year(), begin.month());
            }
        }
        return new LakeMonth(before, in, brought, natural, skyM3, spilledInto(id), out, uses, spilled(lake), after);
    }

    private double spilledInto(String id) {
        return network.lakes().stream()
                .filter(lake -> id.equals(lake.spillTo()))
                .mapToDouble(this::spilled)
                .sum();
    }

    private double spilled(Lake lake) {
        return simplex.flow(lake.spillTo() == null ? graph.overbank.of(lake.id()) : graph.spill.of(lake.id()));
    }
}

package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenplan.water.Demand;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Licence;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.flow.GainNetwork;

/**
 * The network of any month: its nodes and arcs, with no number in them but the losses. A lake's water at the end of the month flows
 * into the ground through a meter; what leaves a lake through links passes a meter where a turnover is wanted.
 */
final class MonthGraph {
    private static final double FREE = Double.POSITIVE_INFINITY;
    private static final int GROUND = GainNetwork.GROUND;

    final GainNetwork net = new GainNetwork();
    final Named<Integer> node = new Named<>();
    final Named<Meter> stored = new Named<>();
    final Named<Integer> spill = new Named<>();
    final Named<Integer> overbank = new Named<>();
    final Named<Meter> leaving = new Named<>();
    final Named<Meter> link = new Named<>();
    final Named<Integer> licence = new Named<>();
    final Named<Integer> source = new Named<>();
    /** The meter of each demand, by its id. */
    final Named<Meter> demand = new Named<>();

    /** Arcs by which water leaves the district. */
    final List<Integer> leaves = new ArrayList<>();

    private final Named<Integer> out = new Named<>();

    MonthGraph(Network network) {
        network.lakes().forEach(lake -> node.put(lake.id(), net.node(0)));
        network.junctions().forEach(junction -> node.put(junction.id(), net.node(0)));
        Set<String> renewed = new HashSet<>();
        Set<String> aside = new HashSet<>();
        for (Demand one : network.demands()) {
            if (one instanceof Demand.Turnover) {
                renewed.add(one.at());
                aside.addAll(Demand.notRenewing(network.demands(), one.at()));
            }
        }
        for (Lake lake : network.lakes()) {
            lake(lake, renewed.contains(lake.id()));
        }
        for (Junction junction : network.junctions()) {
            int at = at(junction.id());
            overbank.put(junction.id(), net.arc(at, GROUND, 1, 0, FREE));
            if (junction.leaves()) {
                leaves.add(net.arc(at, GROUND, 1, 0, FREE));
            }
        }
        for (Link one : network.links()) {
            Integer passed = aside.contains(one.id()) ? null : out.find(one.from());
            int from = passed == null ? at(one.from()) : passed;
            link.put(one.id(), meter(from, at(one.to()), 1 - one.lossShare().number()));
        }
        for (Licence one : network.licences()) {
            int held = net.node(0);
            node.put("licence " + one.id(), held);
            licence.put(one.id(), net.arc(GROUND, held, 1, 0, 0));
        }
        for (Source one : network.sources()) {
            int from = one.licence() == null ? GROUND : at("licence " + one.licence());
            source.put(one.id(), net.arc(from, at(one.at()), 1, 0, 0));
        }
        network.demands().forEach(this::demand);
    }

    private void lake(Lake lake, boolean renewed) {
        int at = at(lake.id());
        stored.put(lake.id(), meter(at, GROUND, 1));
        String spillTo = lake.spillTo();
        if (spillTo == null) {
            overbank.put(lake.id(), net.arc(at, GROUND, 1, 0, FREE));
        } else {
            spill.put(lake.id(), net.arc(at, at(spillTo), 1, 0, FREE));
        }
        if (renewed) {
            int passed = net.node(0);
            out.put(lake.id(), passed);
            leaving.put(lake.id(), meter(at, passed, 1));
        }
    }

    private void demand(Demand one) {
        if (one instanceof Demand.Use) {
            demand.put(one.id(), meter(at(one.at()), GROUND, 1));
        } else if (one instanceof Demand.LinkFlow) {
            demand.put(one.id(), link.of(one.at()));
        } else if (one instanceof Demand.Storage) {
            demand.put(one.id(), stored.of(one.at()));
        } else {
            demand.put(one.id(), leaving.of(one.at()));
        }
    }

    private Meter meter(int from, int to, double gain) {
        return new Meter(net.arc(from, to, gain, 0, 0), net.arc(from, to, gain, 0, 0));
    }

    int at(String id) {
        return node.of(id);
    }
}

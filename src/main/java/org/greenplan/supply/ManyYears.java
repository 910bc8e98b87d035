package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.greenplan.water.Inflow;
import org.greenplan.water.Licence;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.TypicalYear;

/** One network that can be run in several typical years. */
final class ManyYears {
    private ManyYears() {}

    /** Puts together what one drawing gives for each of some years; everything but the years' own tables is the first's. */
    static Network of(List<Network> each) {
        Network first = each.get(0);
        Map<String, TypicalYear> years = new HashMap<>();
        each.forEach(network -> network.years().forEach(year -> years.putIfAbsent(year.id(), year)));
        List<Inflow> inflows = first.inflows().stream()
                .map(inflow -> new Inflow(
                        inflow.id(),
                        inflow.at(),
                        merged(each, Network::inflows, inflow.id(), Inflow::id, Inflow::m3PerDay)))
                .toList();
        List<Source> sources = first.sources().stream()
                .map(source -> new Source(
                        source.id(),
                        source.at(),
                        source.group(),
                        source.capacityM3PerDay(),
                        merged(each, Network::sources, source.id(), Source::id, Source::availability),
                        source.openShare(),
                        source.licence(),
                        source.pricePerM3(),
                        source.stage()))
                .toList();
        List<Licence> licences = first.licences().stream()
                .map(licence -> new Licence(
                        licence.id(),
                        merged(each, Network::licences, licence.id(), Licence::id, Licence::m3PerYear),
                        licence.firstMonth()))
                .toList();
        return new Network(
                first.lakes(),
                first.junctions(),
                inflows,
                first.links(),
                sources,
                licences,
                first.demands(),
                new ArrayList<>(years.values()),
                first.yuanPerKwh());
    }

    private static <T, V> Map<String, V> merged(
            List<Network> each,
            Function<Network, Collection<T>> list,
            String id,
            Function<T, String> name,
            Function<T, Map<String, V>> byYear) {
        Map<String, V> merged = new HashMap<>();
        for (Network network : each) {
            list.apply(network).stream()
                    .filter(one -> name.apply(one).equals(id))
                    .forEach(one -> merged.putAll(byYear.apply(one)));
        }
        return merged;
    }
}

package org.greenplan.water;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lakes and what joins, feeds and drains them. Each list is kept in the order of its ids, so that an answer does not depend on the
 * order in which things were drawn. Ids are unique, and ends name lakes or junctions.
 *
 * @param yuanPerKwh what lifting costs
 */
public record Network(
        List<Lake> lakes,
        List<Junction> junctions,
        List<Inflow> inflows,
        List<Link> links,
        List<Source> sources,
        List<Licence> licences,
        List<Demand> demands,
        List<TypicalYear> years,
        Given yuanPerKwh) {
    public Network {
        lakes = sorted(lakes, Lake::id);
        junctions = sorted(junctions, Junction::id);
        inflows = sorted(inflows, Inflow::id);
        links = sorted(links, Link::id);
        sources = sorted(sources, Source::id);
        licences = sorted(licences, Licence::id);
        demands = sorted(demands, Demand::id);
        years = List.copyOf(years);
        requireEnds(lakes, junctions, inflows, links, sources, licences, demands);
    }

    private static <T> List<T> sorted(List<T> some, Function<T, String> id) {
        List<T> sorted = some.stream().sorted(Comparator.comparing(id)).toList();
        Set<String> seen = new HashSet<>();
        for (T one : sorted) {
            if (!seen.add(id.apply(one))) {
                throw new IllegalArgumentException("two are named " + id.apply(one));
            }
        }
        return sorted;
    }

    private static void requireEnds(
            List<Lake> lakes,
            List<Junction> junctions,
            List<Inflow> inflows,
            List<Link> links,
            List<Source> sources,
            List<Licence> licences,
            List<Demand> demands) {
        Set<String> lakeIds = ids(lakes, Lake::id);
        Set<String> places = ids(junctions, Junction::id);
        places.addAll(lakeIds);
        if (places.size() != lakes.size() + junctions.size()) {
            throw new IllegalArgumentException("a lake and a junction have the same name");
        }
        lakes.stream().map(Lake::spillTo).filter(to -> to != null).forEach(to -> require(places, to, "spill"));
        inflows.forEach(inflow -> require(places, inflow.at(), inflow.id()));
        links.forEach(link -> {
            require(places, link.from(), link.id());
            require(places, link.to(), link.id());
            if (link.from().equals(link.to())) {
                throw new IllegalArgumentException(link.id() + " ends where it begins");
            }
        });
        Set<String> licenceIds = ids(licences, Licence::id);
        for (Source source : sources) {
            require(places, source.at(), source.id());
            if (source.licence() != null) {
                require(licenceIds, source.licence(), source.id());
            }
        }
        requireDemands(demands, lakeIds, places, ids(links, Link::id));
    }

    private static void requireDemands(List<Demand> demands, Set<String> lakes, Set<String> places, Set<String> links) {
        for (Demand demand : demands) {
            boolean inLake = demand instanceof Demand.Storage || demand instanceof Demand.Turnover;
            if (!(demand instanceof Demand.LinkFlow)) {
                require(inLake ? lakes : places, demand.at(), demand.id());
            } else {
                require(links, demand.at(), demand.id());
            }
            if (demand instanceof Demand.Turnover turnover) {
                turnover.notBy().forEach(link -> require(links, link, demand.id()));
            }
            if (demand.level() < 1 || demand.level() > Demand.LEVELS) {
                throw new IllegalArgumentException(demand.id() + " has level " + demand.level());
            }
        }
    }

    private static <T> Set<String> ids(List<T> some, Function<T, String> id) {
        Set<String> ids = new HashSet<>();
        some.forEach(one -> ids.add(id.apply(one)));
        return ids;
    }

    private static void require(Set<String> known, String id, String who) {
        if (!known.contains(id)) {
            throw new IllegalArgumentException(who + " names " + id + ", which is not there");
        }
    }

    /** The typical year of this name. */
    public TypicalYear year(String id) {
        return years.stream()
                .filter(year -> year.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no typical year is named " + id));
    }

    /** The link of this name. */
    public Optional<Link> link(String id) {
        return links.stream().filter(link -> link.id().equals(id)).findFirst();
    }

    /**
     * The network with the works that are there at a stage. A flow wanted in a link that is not there is wanted of nothing and goes
     * with it.
     */
    public Network at(Stage built) {
        return withWorks(
                links.stream().filter(link -> link.stage().isThereAt(built)).toList(),
                sources.stream()
                        .filter(source -> source.stage().isThereAt(built))
                        .toList());
    }

    /** The network with other links and sources. */
    public Network withWorks(List<Link> otherLinks, List<Source> otherSources) {
        Set<String> there = ids(otherLinks, Link::id);
        List<Demand> wanted = demands.stream()
                .filter(demand -> !(demand instanceof Demand.LinkFlow) || there.contains(demand.at()))
                .map(demand -> among(demand, there))
                .toList();
        return new Network(lakes, junctions, inflows, otherLinks, otherSources, licences, wanted, years, yuanPerKwh);
    }

    /** The network with lakes of the same names that are otherwise. */
    public Network withLakes(List<Lake> otherLakes) {
        return new Network(otherLakes, junctions, inflows, links, sources, licences, demands, years, yuanPerKwh);
    }

    /** The network before lakes of these names are made: water passes there, and nothing is wanted of what is not there. */
    public Network withoutLakes(Set<String> ids) {
        return new Network(
                lakes.stream().filter(lake -> !ids.contains(lake.id())).toList(),
                Stream.concat(
                                junctions.stream(),
                                lakes.stream()
                                        .filter(lake -> ids.contains(lake.id()))
                                        .map(lake -> new Junction(lake.id(), false)))
                        .toList(),
                inflows,
                links,
                sources,
                licences,
                demands.stream().filter(demand -> !ids.contains(demand.at())).toList(),
                years,
                yuanPerKwh);
    }

    /** The network with a new lake, where there was a junction of its name, and what is wanted of it. */
    public Network withLake(Lake lake, List<Demand> wanted) {
        Set<String> there = ids(links, Link::id);
        return new Network(
                Stream.concat(lakes.stream(), Stream.of(lake)).toList(),
                junctions.stream().filter(one -> !one.id().equals(lake.id())).toList(),
                inflows,
                links,
                sources,
                licences,
                Stream.concat(demands.stream(), wanted.stream().map(demand -> among(demand, there)))
                        .toList(),
                years,
                yuanPerKwh);
    }

    private static Demand among(Demand demand, Set<String> links) {
        return demand instanceof Demand.Turnover turnover ? turnover.among(links) : demand;
    }

    /** The network with one link replaced by one of the same name. */
    public Network withLink(Link other) {
        return withWorks(
                links.stream()
                        .map(link -> link.id().equals(other.id()) ? other : link)
                        .toList(),
                sources);
    }

    /** The network with one link more, between places that are there. */
    public Network withAlso(Link link) {
        return withWorks(Stream.concat(links.stream(), Stream.of(link)).toList(), sources);
    }

    /** The network as if a link were not there. */
    public Network withoutLink(String id) {
        return withWorks(links.stream().filter(link -> !link.id().equals(id)).toList(), sources);
    }

    /** The network as if the sources of a group were not there. */
    public Network withoutGroup(String group) {
        return withWorks(
                links,
                sources.stream().filter(source -> !source.group().equals(group)).toList());
    }

    /** Where lakes, junctions and works are, once each. */
    public Stream<String> places() {
        return Stream.concat(lakes.stream().map(Lake::id), junctions.stream().map(Junction::id));
    }
}

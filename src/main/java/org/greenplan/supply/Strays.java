package org.greenplan.supply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;

/**
 * Records that change nothing: they speak of a name that nothing drawn has, of a year that the plan has not, or of what an earlier record
 * speaks of already.
 */
record Strays(Network drawn, Tables tables) {
    List<ValueAt> all() {
        Predicate<Drawn> natural = thing -> thing.kind() == Kind.RIVER || thing.kind() == Kind.LAKE;
        List<ValueAt> strays = new ArrayList<>();
        look(Tables.LAKES, names(thing -> thing.kind() == Kind.LAKE), strays);
        look(Tables.INFLOWS, names(natural), strays);
        look(Tables.AVAILABILITY, names(thing -> thing.isSource() || thing.kind() == Kind.DRAIN), strays);
        look(
                Tables.OPENINGS,
                names(thing -> thing.kind() == Kind.LINK || thing.isSource() || thing.is("sluice")),
                strays);
        look(
                Tables.SIZES,
                names(thing -> thing.kind() == Kind.LINK || thing.kind() == Kind.LAKE || thing.isSource()),
                strays);
        Set<String> kinds = drawn.drawing().things().values().stream()
                .filter(Drawn::isSource)
                .map(source -> source.text("source"))
                .collect(Collectors.toSet());
        for (Row row : tables.all(Tables.NEEDS)) {
            if (!kinds.containsAll(Refusals.words(row.text("accepts")))) {
                strays.add(new ValueAt(row.id(), "accepts", row.name(), 0));
            }
        }
        Set<String> sampled = names(thing -> true);
        for (Row row : tables.all(Tables.ODOROUS)) {
            if (row.has("water") && !sampled.contains(row.text("water"))) {
                strays.add(new ValueAt(row.id(), "water", row.text("water"), 0));
            }
            sampled.add(row.text("name"));
            sampled.add(row.text("code"));
        }
        for (Row row : tables.all(Tables.SAMPLES)) {
            if (!sampled.contains(row.text("name"))) {
                strays.add(new ValueAt(row.id(), "name", row.name(), 0));
            }
        }
        return strays;
    }

    private Set<String> names(Predicate<Drawn> which) {
        return drawn.drawing().things().values().stream()
                .filter(which)
                .map(Drawn::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Of each name, and of a name in each year where the kind has years, the first record is used. */
    private void look(String kind, Set<String> known, List<ValueAt> strays) {
        Set<String> years = tables.all(Tables.YEARS).stream().map(Tables::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Row row : tables.all(kind)) {
            boolean isFirst = seen.add(row.text("name") + "\n" + row.text("year"));
            if (!known.contains(row.text("name")) || !isFirst) {
                strays.add(new ValueAt(row.id(), "name", row.name(), 0));
            } else if (row.has("year") && !years.contains(row.text("year"))) {
                strays.add(new ValueAt(row.id(), "year", row.name() + " " + row.text("year"), 0));
            }
        }
    }
}

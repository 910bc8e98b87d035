package org.greenplan.supply;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.water.Demand;

/** Which source groups a use does not accept: those with a source of another kind than its need names. Natural water is accepted always. */
record Refusals(Network drawn, Tables tables) {
    private static final String ACCEPTS = "accepts";

    /** By demand; only those that refuse any. */
    Map<String, Set<String>> of(List<Demand> demands) {
        Map<String, Set<String>> refused = new LinkedHashMap<>();
        for (Demand demand : demands) {
            Set<String> accepted = demand instanceof Demand.Use ? accepted(Need.of(demand.id())) : Set.of();
            Set<String> groups = new TreeSet<>();
            if (!accepted.isEmpty()) {
                sources().stream()
                        .filter(source -> !accepted.contains(source.text("source")))
                        .forEach(source -> groups.add(Sources.group(Row.of(source))));
            }
            if (!groups.isEmpty()) {
                refused.put(demand.id(), groups);
            }
        }
        return refused;
    }

    private List<Drawn> sources() {
        return drawn.drawing().things().values().stream()
                .filter(thing -> thing.isSource() || thing.kind() == Kind.DRAIN)
                .toList();
    }

    /** The kinds that a need names; none where it takes all. */
    private Set<String> accepted(Need need) {
        return tables.need(need).map(row -> words(row.text(ACCEPTS))).orElse(Set.of());
    }

    static Set<String> words(String text) {
        return Arrays.stream(text.split("[,，、;；\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.greenplan.water.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;

/** Candidates built together: of each work the latest step, by the work's name. */
record Choice(Map<String, Candidate> steps) {
    static final Choice NOTHING = new Choice(Map.of());

    Choice {
        steps = Map.copyOf(steps);
    }

    Choice with(Candidate candidate) {
        Map<String, Candidate> more = new HashMap<>(steps);
        more.put(candidate.work(), candidate);
        return new Choice(more);
    }

    double capitalYuan() {
        return steps.values().stream().mapToDouble(Candidate::capitalYuan).sum();
    }

    List<String> ids() {
        return steps.values().stream().map(Candidate::id).sorted().toList();
    }

    Network built(Network network) {
        Map<String, Link> links = new TreeMap<>();
        Map<String, Source> sources = new TreeMap<>();
        Map<String, Lake> lakes = new TreeMap<>();
        network.links().forEach(link -> links.put(link.id(), link));
        network.sources().forEach(source -> sources.put(source.id(), source));
        network.lakes().forEach(lake -> lakes.put(lake.id(), lake));
        for (Candidate candidate : steps.values()) {
            candidate.links().forEach(link -> links.put(link.id(), link));
            candidate.sources().forEach(source -> sources.put(source.id(), source));
            candidate.lakes().forEach(lake -> lakes.put(lake.id(), lake));
        }
        return network.withLakes(new ArrayList<>(lakes.values()))
                .withWorks(new ArrayList<>(links.values()), new ArrayList<>(sources.values()));
    }

    /** The candidates that would add to this: other works, and later steps of these. */
    Set<Integer> beyond(List<Candidate> candidates) {
        Set<Integer> beyond = new TreeSet<>();
        Set<String> passed = new TreeSet<>(steps.keySet());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (!passed.contains(candidate.work())) {
                beyond.add(i);
            } else if (candidate.equals(steps.get(candidate.work()))) {
                passed.remove(candidate.work());
            }
        }
        return beyond;
    }
}

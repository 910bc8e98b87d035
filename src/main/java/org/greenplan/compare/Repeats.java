package org.greenplan.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Taking;
import org.greenplan.sql.Wanted;

/**
 * Finds what a file holds more than once: records of one layer of the plan that have the same shape. A drawing shows one plot by
 * several entities (an outline and its hatch, an outline drawn twice, a block over it), which are taken once; in other files copies
 * are told, and the planner decides.
 */
public final class Repeats {
    private final Map<String, TreeMap<Double, List<Group>>> byTarget = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();

    private Repeats() {}

    /** A new record and where it stands among the layers of the import. */
    private record Member(int layer, Taking.Taken taken, boolean drawn) {}

    /** Records of the same shape, the first of them first. */
    private record Group(List<Member> members) {}

    /**
     * The same shape more than once among the records of one layer of a file.
     *
     * @param first number of the record that it is first
     * @param again numbers of the others in this layer of the file
     */
    public record Repeat(long first, List<Long> again) {
        public Repeat {
            again = List.copyOf(again);
        }
    }

    /** The same layers: what a drawing shows twice stands there once, and the other copies are named. */
    public static List<Prepared> settled(List<Prepared> prepared, List<Boolean> drawn) {
        var repeats = new Repeats();
        for (int i = 0; i < prepared.size(); i++) {
            Prepared layer = prepared.get(i);
            if (layer.choice().mode() != LayerChoice.Mode.CHECKIN) {
                for (Difference difference : layer.differences()) {
                    Wanted.look();
                    Taking.Taken taken = difference.taken();
                    if (taken != null && difference.state() == Difference.State.NEW) {
                        repeats.add(layer.layer().id(), new Member(i, taken, drawn.get(i)));
                    }
                }
            }
        }
        return repeats.settled(prepared);
    }

    private void add(String target, Member member) {
        double west = member.taken().shape().getEnvelopeInternal().getMinX();
        double tolerance = SameShape.TOLERANCE_DEG;
        var byWest = byTarget.computeIfAbsent(target, t -> new TreeMap<>());
        for (List<Group> near :
                byWest.subMap(west - tolerance, true, west + tolerance, true).values()) {
            for (Group group : near) {
                if (SameShape.test(
                        group.members().get(0).taken().shape(), member.taken().shape())) {
                    group.members().add(member);
                    return;
                }
            }
        }
        var group = new Group(new ArrayList<>(List.of(member)));
        groups.add(group);
        byWest.computeIfAbsent(west, w -> new ArrayList<>()).add(group);
    }

    private List<Prepared> settled(List<Prepared> prepared) {
        var taken = new IdentityHashMap<Taking.Taken, Optional<Taking.Taken>>();
        List<List<Repeat>> told = new ArrayList<>();
        prepared.forEach(p -> told.add(new ArrayList<>()));
        for (Group group : groups) {
            tell(once(group, taken), told);
        }
        List<Prepared> settled = new ArrayList<>();
        for (int i = 0; i < prepared.size(); i++) {
            settled.add(prepared.get(i).repeating(taken, told.get(i)));
        }
        return settled;
    }

    /** Makes one record of what a drawing shows several times under one name or none; gives what remains to be told. */
    private static Group once(Group group, IdentityHashMap<Taking.Taken, Optional<Taking.Taken>> taken) {
        Map<String, List<Member>> byName = new LinkedHashMap<>();
        List<Member> nameless = new ArrayList<>();
        List<Member> others = new ArrayList<>();
        for (Member member : group.members()) {
            String name = member.taken().name();
            if (!member.drawn()) {
                others.add(member);
            } else if (name.isEmpty()) {
                nameless.add(member);
            } else {
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(member);
            }
        }
        if (byName.isEmpty()) {
            byName.put("", nameless);
        } else {
            byName.values().iterator().next().addAll(nameless);
        }
        byName.values().forEach(same -> {
            if (!same.isEmpty()) {
                others.add(same.get(0));
            }
            if (same.size() > 1) {
                Member kept = outline(same);
                same.forEach(m -> taken.put(m.taken(), Optional.empty()));
                taken.put(kept.taken(), Optional.of(noted(kept, same)));
                others.set(others.size() - 1, kept);
            }
        });
        return new Group(others);
    }

    /** The one that stays: an outline before a hatch, what is named before what is not. */
    private static Member outline(List<Member> same) {
        return same.stream()
                .filter(m -> !isFill(m))
                .filter(m -> !m.taken().name().isEmpty())
                .findFirst()
                .or(() -> same.stream().filter(m -> !isFill(m)).findFirst())
                .orElse(same.get(0));
    }

    private static Taking.Taken noted(Member kept, List<Member> same) {
        String name = same.stream()
                .map(m -> m.taken().name())
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse("");
        boolean filled = same.stream().anyMatch(m -> isFill(m) && !isFill(kept));
        Words words = filled
                ? Words.of("填充与轮廓重复，只取一个。", "The hatch repeats the outline; the plot is taken once.")
                : Words.of(
                        "图中把它画了 " + same.size() + " 次，只取一个。",
                        "The drawing shows it " + same.size() + " times; the plot is taken once.");
        Taking.Taken named = name.isEmpty() || !kept.taken().name().isEmpty()
                ? kept.taken()
                : kept.taken().called(name);
        return named.noted(new GeometryNote("drawn-again", words));
    }

    private static boolean isFill(Member member) {
        return member.taken().fill();
    }

    private static void tell(Group group, List<List<Repeat>> told) {
        if (group.members().size() < 2) {
            return;
        }
        long first = group.members().get(0).taken().number();
        Map<Integer, List<Long>> again = new LinkedHashMap<>();
        group.members().stream().skip(1).forEach(m -> again.computeIfAbsent(m.layer(), l -> new ArrayList<>())
                .add(m.taken().number()));
        again.forEach((layer, numbers) -> told.get(layer).add(new Repeat(first, numbers)));
    }
}

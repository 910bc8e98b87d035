package org.greenplan.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greenplan.network.Touch.How;
import org.greenplan.network.Touch.Place;

/**
 * The places where something touches, joined to nodes: what lies nearest is joined first, and two lakes are never one node. The places
 * are numbered in the order of their ids, so the joining does not depend on the order in which things were drawn.
 */
final class Contacts {
    /** A place of a line, or a lake or structure as a whole. */
    record Contact(String id, int part, double atM) {}

    private static final Comparator<Contact> ORDER =
            Comparator.comparing(Contact::id).thenComparingInt(Contact::part).thenComparingDouble(Contact::atM);

    /** Two places that may be joined. */
    private record Pair(int one, int other, double gapM) {}

    private final Drawing drawing;
    private final List<Contact> all;
    private final Map<Contact, Integer> numbers = new HashMap<>();
    private final Map<String, List<Place>> wet;
    private final int[] parent;
    private final int[] lake;
    private final double[] snappedM;

    Contacts(Drawing drawing) {
        this.drawing = drawing;
        this.wet = wetStretches(drawing);
        var contacts = new TreeSet<>(ORDER);
        drawing.things().values().forEach(thing -> addEnds(thing, contacts));
        drawing.touches().values().stream().filter(t -> t.how() == How.JOINS).forEach(touch -> {
            contacts.addAll(of(touch.a()));
            contacts.addAll(of(touch.b()));
        });
        this.all = List.copyOf(contacts);
        this.parent = new int[all.size()];
        this.lake = new int[all.size()];
        this.snappedM = new double[all.size()];
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i), i);
            parent[i] = i;
            lake[i] = isLake(all.get(i).id()) ? i : -1;
        }
        join();
    }

    private static void addEnds(Drawn thing, Set<Contact> to) {
        if (thing.kind() == Kind.DRAIN) {
            return;
        }
        if (!thing.kind().isLine()) {
            to.add(new Contact(thing.id(), 0, 0));
            return;
        }
        for (int part = 0; part < thing.strands().size(); part++) {
            Strand strand = thing.strands().get(part);
            if (!strand.legs().isEmpty()) {
                to.add(new Contact(thing.id(), part, 0));
                to.add(new Contact(thing.id(), part, strand.lengthM()));
            }
        }
    }

    private static List<Contact> of(Place place) {
        var from = new Contact(place.id(), place.part(), place.fromM());
        return place.toM() == place.fromM()
                ? List.of(from)
                : List.of(from, new Contact(place.id(), place.part(), place.toM()));
    }

    private boolean isLake(String id) {
        Drawn thing = drawing.things().get(id);
        return thing != null && thing.kind() == Kind.LAKE;
    }

    List<Contact> all() {
        return all;
    }

    /** The first of all contacts that are one node with this. */
    int root(int contact) {
        int root = contact;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** How far apart the farthest two are that were joined directly at this node, metres. */
    double snappedM(int root) {
        return snappedM[root];
    }

    private void join() {
        List<Pair> pairs = new ArrayList<>();
        for (Touch touch : drawing.touches().values()) {
            if (touch.how() == How.JOINS) {
                int other = number(of(touch.b()).get(0));
                of(touch.a()).forEach(one -> pairs.add(new Pair(number(one), other, touch.amount())));
            }
        }
        for (int i = 1; i < all.size(); i++) {
            double apartM = apartM(i);
            if (apartM <= drawing.toleranceM() || isWet(i)) {
                pairs.add(new Pair(i - 1, i, isWet(i) ? 0 : apartM));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::gapM)
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other));
        pairs.forEach(this::join);
    }

    private int number(Contact contact) {
        Integer number = numbers.get(contact);
        if (number == null) {
            throw new IllegalStateException("a touch of " + contact.id() + ", which is not drawn");
        }
        return number;
    }

    private void join(Pair pair) {
        int one = root(Math.min(pair.one(), pair.other()));
        int other = root(Math.max(pair.one(), pair.other()));
        if (one == other || (lake[one] >= 0 && lake[other] >= 0)) {
            return;
        }
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        parent[second] = first;
        lake[first] = Math.max(lake[first], lake[second]);
        snappedM[first] = Math.max(Math.max(snappedM[first], snappedM[second]), pair.gapM());
    }

    /** How far a contact is from the one before it on the same strand, metres. */
    private double apartM(int i) {
        Contact before = all.get(i - 1);
        Contact contact = all.get(i);
        return before.id().equals(contact.id()) && before.part() == contact.part()
                ? contact.atM() - before.atM()
                : Double.POSITIVE_INFINITY;
    }

    /** Whether the stretch before a contact lies in a lake. */
    boolean isWet(int i) {
        Contact before = all.get(i - 1);
        Contact contact = all.get(i);
        return Double.isFinite(apartM(i))
                && wet(contact.id(), contact.part()).stream()
                        .anyMatch(place -> place.fromM() <= before.atM() && contact.atM() <= place.toM());
    }

    private List<Place> wet(String id, int part) {
        return wet.getOrDefault(id + "." + part, List.of());
    }

    /** The stretches of lines that lie in lakes, by line and part. */
    private static Map<String, List<Place>> wetStretches(Drawing drawing) {
        Map<String, List<Place>> wet = new HashMap<>();
        for (Touch touch : drawing.touches().values()) {
            Place place = touch.a();
            if (touch.how() == How.JOINS && place.toM() > place.fromM()) {
                wet.computeIfAbsent(place.id() + "." + place.part(), key -> new ArrayList<>())
                        .add(place);
            }
        }
        return wet;
    }
}

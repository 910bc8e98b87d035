package org.greenplan.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greenplan.network.Contacts.Contact;
import org.locationtech.jts.geom.Coordinate;

/**
 * Nodes and edges, made of what touches what: lines are cut where something touches them, and what lies in a lake is the lake.
 *
 * @param nodes in the order of their ids
 * @param edges in the order of their lines, and along each
 */
public record Topology(List<Node> nodes, List<Edge> edges) {
    public Topology {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The nodes and edges of a drawing. */
    public static Topology of(Drawing drawing) {
        var contacts = new Contacts(drawing);
        Map<Integer, List<Contact>> members = new TreeMap<>();
        for (int i = 0; i < contacts.all().size(); i++) {
            members.computeIfAbsent(contacts.root(i), root -> new ArrayList<>())
                    .add(contacts.all().get(i));
        }
        Map<Integer, Node> byRoot = new HashMap<>();
        members.forEach((root, some) -> byRoot.put(root, node(drawing, some, contacts.snappedM(root))));
        List<Edge> edges = edges(drawing, contacts, byRoot);
        var nodes = new TreeMap<String, Node>();
        byRoot.values().forEach(node -> nodes.put(node.id(), node));
        return new Topology(List.copyOf(nodes.values()), edges);
    }

    private static List<Edge> edges(Drawing drawing, Contacts contacts, Map<Integer, Node> byRoot) {
        List<Edge> edges = new ArrayList<>();
        int along = 0;
        for (int i = 1; i < contacts.all().size(); i++) {
            Contact from = contacts.all().get(i - 1);
            Contact to = contacts.all().get(i);
            if (!from.id().equals(to.id()) || from.part() != to.part()) {
                along = 0;
                continue;
            }
            int one = contacts.root(i - 1);
            int other = contacts.root(i);
            boolean isOnePlace = one == other && to.atM() - from.atM() <= drawing.toleranceM();
            if (!isOnePlace && !contacts.isWet(i)) {
                edges.add(new Edge(
                        from.id() + "." + from.part() + "." + along++,
                        from.id(),
                        from.part(),
                        from.atM(),
                        to.atM(),
                        Objects.requireNonNull(byRoot.get(one)).id(),
                        Objects.requireNonNull(byRoot.get(other)).id()));
            }
        }
        return edges;
    }

    private static Node node(Drawing drawing, Collection<Contact> members, double snappedM) {
        var features = new TreeSet<String>();
        Drawn lake = null;
        Drawn structure = null;
        for (Contact member : members) {
            features.add(member.id());
            Drawn thing = thing(drawing, member);
            if (thing.kind() == Kind.LAKE) {
                lake = thing;
            } else if (thing.kind() == Kind.STRUCTURE && structure == null) {
                structure = thing;
            }
        }
        Contact first = members.iterator().next();
        Drawn stands = lake == null ? structure : lake;
        Coordinate place = stands == null
                ? thing(drawing, first).strands().get(first.part()).at(first.atM())
                : stands.shape().getInteriorPoint().getCoordinate();
        String id = stands == null
                ? String.format(Locale.ROOT, "%s.%d@%.3f", first.id(), first.part(), first.atM())
                : stands.id();
        Node.Type type = lake != null
                ? Node.Type.LAKE
                : structure != null ? Node.Type.STRUCTURE : members.size() == 1 ? Node.Type.END : Node.Type.JUNCTION;
        return new Node(id, type, place.x, place.y, List.copyOf(features), snappedM);
    }

    private static Drawn thing(Drawing drawing, Contact contact) {
        return Objects.requireNonNull(drawing.things().get(contact.id()));
    }

    /** The node of that id. */
    public Node node(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no node " + id));
    }
}

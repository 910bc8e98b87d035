package org.greenplan.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A network sketched in a few lines of text, on a plane of some hundred metres. */
final class Sketch {
    static final double TOLERANCE_M = 5;

    private final List<Drawn> things = new ArrayList<>();
    private final List<Drawn> farmland = new ArrayList<>();

    Sketch river(String id, String points, @Nullable Object... values) {
        return add("rivers/" + id, Kind.RIVER, "LINESTRING (" + points + ")", values);
    }

    Sketch link(String id, String points, @Nullable Object... values) {
        return add("water_links/" + id, Kind.LINK, "LINESTRING (" + points + ")", values);
    }

    Sketch drain(String id, String points, @Nullable Object... values) {
        return add("drains/" + id, Kind.DRAIN, "LINESTRING (" + points + ")", values);
    }

    /** A square lake of 100 m around a place. */
    Sketch lake(String id, double x, double y, @Nullable Object... values) {
        return add("lakes/" + id, Kind.LAKE, square(x, y, 50), values);
    }

    Sketch structure(String id, double x, double y, @Nullable Object... values) {
        return add("water_structures/" + id, Kind.STRUCTURE, "POINT (" + x + " " + y + ")", values);
    }

    Sketch field(String id, double x, double y) {
        farmland.add(
                Drawn.of("basic_farmland/" + id, Kind.FARMLAND, shape(square(x, y, 50)), true, Map.of("name", id)));
        return this;
    }

    static String square(double x, double y, double half) {
        return "POLYGON ((" + (x - half) + " " + (y - half) + ", " + (x + half) + " " + (y - half) + ", " + (x + half)
                + " " + (y + half) + ", " + (x - half) + " " + (y + half) + ", " + (x - half) + " " + (y - half) + "))";
    }

    private Sketch add(String id, Kind kind, String wkt, @Nullable Object... values) {
        Map<String, @Nullable Object> attributes = map(values);
        things.add(Drawn.of(id, kind, shape(wkt), !"proposed".equals(attributes.get("status")), attributes));
        return this;
    }

    static Map<String, @Nullable Object> map(@Nullable Object... values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(String.valueOf(values[i]), values[i + 1]);
        }
        return map;
    }

    static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    List<Drawn> things() {
        return List.copyOf(things);
    }

    Drawing.Farmland farmland() {
        return box ->
                farmland.stream().filter(land -> land.box().intersects(box)).toList();
    }

    Drawing drawing() {
        return Drawing.of(TOLERANCE_M, things, farmland());
    }

    Topology topology() {
        return Topology.of(drawing());
    }

    /** Edges as text: line, from, to. */
    static List<String> edges(Topology topology) {
        return topology.edges().stream()
                .map(edge -> edge.feature() + ": " + edge.from() + " > " + edge.to())
                .toList();
    }

    /** What is wrong, by type and feature, but for values that lack. */
    List<String> findings() {
        return Network.of(drawing()).findings().stream()
                .filter(finding -> finding.type() != Finding.Type.MISSING)
                .map(finding -> finding.type() + " " + finding.feature())
                .toList();
    }

    /** The one finding of a type. */
    Finding finding(Finding.Type type) {
        return Network.of(drawing()).findings().stream()
                .filter(finding -> finding.type() == type)
                .findFirst()
                .orElseThrow();
    }

    /** All nodes, as text. */
    static String nodes(Topology topology) {
        return topology.nodes().stream()
                .map(node -> node.type() + " " + node.id())
                .collect(Collectors.joining(", "));
    }
}

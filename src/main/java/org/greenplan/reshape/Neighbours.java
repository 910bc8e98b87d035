package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * What a change of one polygon means for those beside it, where the edges they share are to move with it.
 *
 * @param shape the polygon as it was drawn, with a corner wherever a neighbour leaves its new edge
 * @param followed the neighbours that follow, by what the caller calls them
 */
record Neighbours<K>(Geometry shape, Map<K, Geometry> followed) {
    /**
     * @param before the polygon as it was, in the plan's plane
     * @param after as it is drawn now
     * @param beside those that may share edges with it
     * @throws Problem.Invalid where no edge of it can be told to have moved
     */
    static <K> Neighbours<K> of(Geometry before, Geometry after, Map<K, Geometry> beside) {
        List<List<Coordinate>> old = rings(before);
        List<List<Coordinate>> now = rings(after);
        List<Moved> moves = new ArrayList<>();
        if (old.size() == now.size()) {
            for (int i = 0; i < old.size(); i++) {
                List<Moved> of = Moved.between(old.get(i), now.get(i));
                if (of.isEmpty() && !old.get(i).equals(now.get(i))) {
                    throw moved();
                }
                moves.addAll(of);
            }
        } else {
            throw moved();
        }
        Map<K, Geometry> all = new LinkedHashMap<>();
        beside.forEach((key, one) -> all.put(key, mapped(one, ring -> ring)));
        Map<K, Geometry> were = Map.copyOf(all);
        Geometry shape = after;
        for (Moved move : moves) {
            var edge = new SharedEdge(move);
            all.values().stream().filter(edge::isNear).forEach(one -> rings(one).forEach(edge::meet));
            all.replaceAll((key, one) -> edge.isNear(one) ? mapped(one, edge::follow) : one);
            shape = mapped(shape, ring -> withPath(ring, move.now(), edge.path()));
        }
        all.entrySet().removeIf(one -> one.getValue().equalsExact(were.get(one.getKey())));
        return new Neighbours<>(shape, all);
    }

    /** The ring with the corners that others need on its new edge. */
    private static List<Coordinate> withPath(List<Coordinate> ring, List<Coordinate> edge, List<Coordinate> path) {
        List<Coordinate> closed = new ArrayList<>(ring);
        int begin = Collections.indexOfSubList(doubled(ring), edge);
        if (begin < 0) {
            return ring;
        }
        Collections.rotate(closed, -begin);
        List<Coordinate> with = new ArrayList<>(path);
        int kept = Math.min(edge.size(), closed.size());
        if (edge.size() > closed.size()) {
            // The edge is the whole ring, and ends where it begins.
            with.remove(with.size() - 1);
        }
        with.addAll(closed.subList(kept, closed.size()));
        return with;
    }

    private static List<Coordinate> doubled(List<Coordinate> ring) {
        List<Coordinate> twice = new ArrayList<>(ring);
        twice.addAll(ring);
        return twice;
    }

    private static Problem.Invalid moved() {
        return new Problem.Invalid(
                Words.of(
                        "整个图形移动了，或者洞、部分的数目变了：相邻地块不能跟随。请只移动公共边上的拐点，或取消“公共边一起移动”。",
                        "The whole shape moved, or it has other holes or parts: its neighbours cannot follow. Move only the corners of a"
                                + " shared edge, or let neighbours stay where they are."),
                "geometry");
    }

    /** Every ring of polygons, open: its first corner is not repeated. */
    static List<List<Coordinate>> rings(Geometry polygons) {
        List<List<Coordinate>> rings = new ArrayList<>();
        mapped(polygons, ring -> {
            rings.add(ring);
            return ring;
        });
        return rings;
    }

    private static Geometry mapped(Geometry polygons, UnaryOperator<List<Coordinate>> change) {
        GeometryFactory factory = polygons.getFactory();
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon part = (Polygon) polygons.getGeometryN(i);
            LinearRing shell = ring(part.getExteriorRing(), change);
            LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
            for (int hole = 0; hole < holes.length; hole++) {
                holes[hole] = ring(part.getInteriorRingN(hole), change);
            }
            parts.add(factory.createPolygon(shell, holes));
        }
        return factory.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static LinearRing ring(LinearRing ring, UnaryOperator<List<Coordinate>> change) {
        Coordinate[] closed = ring.getCoordinates();
        List<Coordinate> changed =
                new ArrayList<>(change.apply(Arrays.asList(closed).subList(0, closed.length - 1)));
        changed.add(changed.get(0).copy());
        return ring.getFactory().createLinearRing(changed.toArray(Coordinate[]::new));
    }
}

package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.format.text.OpenOutline;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;

/** Joins the lines and arcs of a layer end to end: into closed outlines, else into lines as long as they do not branch. */
final class DxfChains {
    private static final double TOLERANCE_M = 0.001;

    private final double tolerance;
    private final List<Link> links = new ArrayList<>();
    private final Map<Cell, List<Integer>> cells = new HashMap<>();
    private final List<Coordinate> nodes = new ArrayList<>();
    private final List<List<Link>> at = new ArrayList<>();

    private DxfChains(double tolerance) {
        this.tolerance = tolerance;
    }

    private record Cell(long x, long y) {}

    private static final class Link {
        private final DxfPiece piece;
        private final int from;
        private final int to;
        private boolean used;

        Link(DxfPiece piece, int from, int to) {
            this.piece = piece;
            this.from = from;
            this.to = to;
        }

        int other(int node) {
            return node == from ? to : from;
        }
    }

    /** The joined pieces, in the order of their first lines; what then ends within a hand's slip of another end is joined too. */
    static List<DxfPiece> join(List<DxfPiece> pieces) {
        List<DxfPiece> joined = join(pieces, TOLERANCE_M);
        boolean degrees =
                pieces.stream().limit(1).anyMatch(p -> Math.abs(p.shape().getCoordinate().x) <= 180);
        List<DxfPiece> open = joined.stream().filter(p -> p.dimension() == 1).toList();
        if (degrees || open.isEmpty()) {
            return joined;
        }
        List<DxfPiece> all = new ArrayList<>(joined);
        all.removeIf(p -> p.dimension() == 1);
        all.addAll(join(open, OpenOutline.TOLERANCE_M));
        all.sort(Comparator.comparingLong(DxfPiece::number));
        return all;
    }

    private static List<DxfPiece> join(List<DxfPiece> pieces, double tolerance) {
        var chains = new DxfChains(tolerance);
        Set<Cell> drawn = new HashSet<>();
        for (DxfPiece piece : pieces) {
            chains.add(piece, drawn);
        }
        List<DxfPiece> joined = new ArrayList<>();
        for (int node = 0; node < chains.nodes.size(); node++) {
            if (chains.at.get(node).size() != 2) {
                for (Link link : chains.at.get(node)) {
                    chains.follow(link, node, joined);
                }
            }
        }
        for (Link link : chains.links) {
            chains.follow(link, link.from, joined);
        }
        joined.sort(Comparator.comparingLong(DxfPiece::number));
        return joined;
    }

    /** Straight lines that were drawn twice are taken once. */
    private void add(DxfPiece piece, Set<Cell> drawn) {
        Coordinate[] points = piece.shape().getCoordinates();
        int from = node(points[0]);
        int to = node(points[points.length - 1]);
        if (points.length == 2 && (from == to || !drawn.add(new Cell(Math.min(from, to), Math.max(from, to))))) {
            return;
        }
        var link = new Link(piece, from, to);
        links.add(link);
        at.get(from).add(link);
        at.get(to).add(link);
    }

    private int node(Coordinate c) {
        long x = (long) Math.floor(c.x / tolerance);
        long y = (long) Math.floor(c.y / tolerance);
        for (long i = x - 1; i <= x + 1; i++) {
            for (long j = y - 1; j <= y + 1; j++) {
                for (int node : cells.getOrDefault(new Cell(i, j), List.of())) {
                    if (nodes.get(node).distance(c) <= tolerance) {
                        return node;
                    }
                }
            }
        }
        nodes.add(c);
        at.add(new ArrayList<>());
        cells.computeIfAbsent(new Cell(x, y), k -> new ArrayList<>()).add(nodes.size() - 1);
        return nodes.size() - 1;
    }

    private void follow(Link first, int start, List<DxfPiece> joined) {
        if (first.used) {
            return;
        }
        List<Coordinate> path = new ArrayList<>();
        path.add(nodes.get(start));
        double gap = 0;
        int count = 0;
        int node = start;
        Link link = first;
        while (link != null) {
            link.used = true;
            count++;
            List<Coordinate> points =
                    new ArrayList<>(Arrays.asList(link.piece.shape().getCoordinates()));
            if (node != link.from) {
                Collections.reverse(points);
            }
            gap = Math.max(gap, points.get(0).distance(nodes.get(node)));
            node = link.other(node);
            gap = Math.max(gap, points.get(points.size() - 1).distance(nodes.get(node)));
            path.addAll(points.subList(1, points.size() - 1));
            path.add(nodes.get(node));
            link = at.get(node).size() == 2 && node != start ? unused(node) : null;
        }
        DxfPiece piece = shaped(first.piece, path, node == start, count);
        joined.add(gap > TOLERANCE_M ? piece.noted(OpenOutline.closed(gap)) : piece);
    }

    private @org.jspecify.annotations.Nullable Link unused(int node) {
        for (Link link : at.get(node)) {
            if (!link.used) {
                return link;
            }
        }
        return null;
    }

    private static DxfPiece shaped(DxfPiece piece, List<Coordinate> path, boolean closed, int count) {
        if (count == 1 && !closed) {
            return piece.shaped(piece.shape(), piece.notes());
        }
        List<GeometryNote> notes = new ArrayList<>(piece.notes());
        if (count > 1) {
            notes.add(new GeometryNote(
                    "lines-joined",
                    Words.of("由 " + count + " 段首尾相接的线连成。", "Joined from " + count + " lines that meet end to end.")));
        }
        Coordinate[] points = path.toArray(new Coordinate[0]);
        return piece.shaped(
                closed && points.length >= 4
                        ? DxfShapes.FACTORY.createPolygon(points)
                        : DxfShapes.FACTORY.createLineString(points),
                notes);
    }
}

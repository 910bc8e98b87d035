package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Puts the rings of our own plots together again, by their marks: outline with its holes, parts to one shape. */
final class DxfReturned implements Consumer<DxfPiece> {
    private static final long MOST_POINTS_WAITING = 2_000_000;

    private final Consumer<DxfPiece> to;
    private final Map<String, Rings> waiting = new LinkedHashMap<>();
    private long points;

    DxfReturned(Consumer<DxfPiece> to) {
        this.to = to;
    }

    /** What has come of a plot so far, and which places of it are taken. */
    private record Rings(List<DxfPiece> pieces, Set<Long> places) {}

    @Override
    public void accept(DxfPiece piece) {
        DxfMark mark = piece.mark();
        if (mark == null || piece.words() != null) {
            to.accept(piece);
        } else if (mark.isPlot() && mark.pieces() <= 1) {
            to.accept(piece);
        } else if (mark.isPlot()) {
            collect(piece, mark);
        }
    }

    /** Gives what still waits: plots of which a ring was deleted. */
    void finish() {
        for (String plot : List.copyOf(waiting.keySet())) {
            give(plot);
        }
    }

    private void collect(DxfPiece piece, DxfMark mark) {
        String key = DxfLayerState.key(piece.layer()) + '\n' + mark.plot();
        long place = (long) mark.part() << 32 | mark.ring();
        Rings rings = waiting.get(key);
        if (rings != null && rings.places().contains(place)) {
            give(key);
            rings = null;
        }
        if (rings == null) {
            rings = new Rings(new ArrayList<>(), new HashSet<>());
            waiting.put(key, rings);
        }
        rings.places().add(place);
        rings.pieces().add(piece);
        points += piece.shape().getNumPoints();
        if (rings.pieces().size() == mark.pieces()) {
            give(key);
        } else if (points > MOST_POINTS_WAITING) {
            give(waiting.keySet().iterator().next());
        }
    }

    private void give(String key) {
        Rings taken = waiting.remove(key);
        if (taken == null) {
            return;
        }
        List<DxfPiece> rings = taken.pieces();
        List<GeometryNote> notes = new ArrayList<>();
        for (DxfPiece ring : rings) {
            points -= ring.shape().getNumPoints();
            ring.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
        }
        DxfPiece first = rings.get(0);
        if (first.mark() != null && rings.size() < first.mark().pieces()) {
            notes.add(new GeometryNote(
                    "rings-missing",
                    Words.of(
                            "该地块导出时有 " + first.mark().pieces() + " 个环，图中只剩 " + rings.size() + " 个。",
                            "This plot went out with " + first.mark().pieces() + " rings; the drawing has only "
                                    + rings.size() + ".")));
        }
        to.accept(first.shaped(whole(rings), notes));
    }

    private static Geometry whole(List<DxfPiece> rings) {
        var parts = new TreeMap<Integer, TreeMap<Integer, Geometry>>();
        for (DxfPiece piece : rings) {
            DxfMark mark = piece.mark();
            if (mark != null) {
                parts.computeIfAbsent(mark.part(), p -> new TreeMap<>()).put(mark.ring(), piece.shape());
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        List<LineString> lines = new ArrayList<>();
        for (TreeMap<Integer, Geometry> part : parts.values()) {
            List<LinearRing> outlines = new ArrayList<>();
            part.forEach((ring, shape) -> {
                if (shape instanceof Polygon polygon) {
                    outlines.add(polygon.getExteriorRing());
                } else if (shape instanceof LineString line) {
                    lines.add(line);
                }
            });
            if (!outlines.isEmpty()) {
                LinearRing[] holes = outlines.subList(1, outlines.size()).toArray(new LinearRing[0]);
                polygons.add(DxfShapes.FACTORY.createPolygon(outlines.get(0), holes));
            }
        }
        if (polygons.isEmpty()) {
            return lines.isEmpty()
                    ? rings.get(0).shape()
                    : DxfShapes.FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
        }
        return polygons.size() == 1
                ? polygons.get(0)
                : DxfShapes.FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }
}

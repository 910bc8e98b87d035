package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.format.dxf.DxfMeasure;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which text names which plot: the smallest closed shape around it, unless a second shape of the same layer is around it too.
 * A text whose middle lies in none names the one in which it begins.
 * Outlines of districts and frames around a whole drawing do not take the names of what lies in them.
 */
final class DxfNames {
    private static final int MOST_TEXTS = 300_000;

    /** Two shapes whose corners are so near to each other are one that is drawn twice. */
    private static final double SAME_M = 0.002;

    private static final int MOST_PER_SHAPE = 20;
    private static final long CHEAP_TESTS = 20_000;
    /** Enough for any drawing; a heap of frames around a heap of texts would take hours. */
    private static final long MOST_TESTS = 50_000_000;

    private final List<Text> texts = new ArrayList<>();
    private final Map<String, String> ofPlots = new HashMap<>();
    private final STRtree middles = new STRtree();
    private final STRtree starts = new STRtree();
    private boolean full;
    private long tests;

    /** A place of a text and the smallest shape around it. */
    private static final class Spot {
        private final Coordinate at;
        private String layer = "";
        private double area = Double.POSITIVE_INFINITY;
        private Envelope box = new Envelope();
        private int around;

        Spot(Coordinate at) {
            this.at = at;
        }

        /** Whether the smallest shape around it is this one, drawn again. */
        boolean isIn(Geometry polygon, double polygonArea) {
            Envelope other = polygon.getEnvelopeInternal();
            return Math.abs(area - polygonArea) <= SAME_M * polygon.getLength()
                    && Math.abs(box.getMinX() - other.getMinX()) <= SAME_M
                    && Math.abs(box.getMaxX() - other.getMaxX()) <= SAME_M
                    && Math.abs(box.getMinY() - other.getMinY()) <= SAME_M
                    && Math.abs(box.getMaxY() - other.getMaxY()) <= SAME_M;
        }

        void show(String shownLayer, Geometry polygon, double polygonArea) {
            if (isIn(polygon, polygonArea)) {
                // An outline and its hatch, or an outline drawn twice, are one plot.
                return;
            }
            if (layer.equals(shownLayer)) {
                around++;
            } else if (polygonArea < area) {
                layer = shownLayer;
                around = 1;
            }
            if (polygonArea < area) {
                area = polygonArea;
                box = polygon.getEnvelopeInternal();
            }
        }
    }

    private record Text(DxfPiece piece, Spot middle, Spot start) {
        /** The place that decides: where the text begins only where its middle lies in nothing. */
        Spot spot() {
            return middle.around == 0 ? start : middle;
        }
    }

    /** What a shape is called, and all that is written in it. */
    record Name(@Nullable String name, String all) {}

    void add(DxfPiece piece) {
        String words = String.valueOf(piece.words());
        if (texts.size() + ofPlots.size() >= MOST_TEXTS) {
            full = true;
        } else if (piece.mark() == null) {
            Coordinate at = ((Point) piece.shape()).getCoordinate();
            var text = new Text(piece, new Spot(at), new Spot(piece.start() == null ? at : piece.start()));
            texts.add(text);
            middles.insert(new Envelope(text.middle().at), text);
            starts.insert(new Envelope(text.start().at), text);
        } else if (piece.mark().role().equals(DxfMark.NAME)) {
            ofPlots.putIfAbsent(piece.mark().plot(), words);
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** True where there were more texts than are kept, or more shapes around them than can be looked at. */
    boolean isFull() {
        return full || tests > MOST_TESTS;
    }

    /** Every closed shape is shown once before names are asked for. */
    void show(String layer, Geometry polygon) {
        if (tests > MOST_TESTS) {
            return;
        }
        double area = polygon.getArea();
        List<Text> inside = inside(polygon, middles, Text::middle);
        List<Text> beginning = inside(polygon, starts, Text::start);
        tests += inside.size() + beginning.size();
        inside.forEach(text -> text.middle().show(layer, polygon, area));
        beginning.forEach(text -> text.start().show(layer, polygon, area));
    }

    /** The name of a closed shape, null where nothing is written in it. */
    @Nullable
    Name find(String layer, Geometry polygon) {
        if (texts.isEmpty() || tests > MOST_TESTS) {
            return null;
        }
        double area = polygon.getArea();
        List<Text> candidates = new ArrayList<>(inside(polygon, middles, Text::middle));
        inside(polygon, starts, Text::start).stream()
                .filter(t -> t.middle().around == 0)
                .forEach(candidates::add);
        List<DxfPiece> own = candidates.stream()
                .filter(t -> t.spot().around == 1 && t.spot().isIn(polygon, area))
                .map(Text::piece)
                .sorted(Comparator.comparingDouble((DxfPiece p) -> -p.textHeight())
                        .thenComparingLong(DxfPiece::number))
                .limit(MOST_PER_SHAPE)
                .toList();
        return own.isEmpty()
                ? null
                : name(own.stream().map(p -> String.valueOf(p.words())).toList());
    }

    static Name name(List<String> words) {
        List<String> lines = words.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        String name = lines.stream()
                .filter(s -> !DxfMeasure.isMeasure(s))
                .findFirst()
                .or(() -> lines.stream().filter(DxfMeasure::isNumber).findFirst())
                .orElse(null);
        return new Name(name, String.join("\n", words));
    }

    /** The name that was written beside one of our own plots, edited or not. */
    @Nullable
    String ofPlot(String plot) {
        return ofPlots.get(plot);
    }

    /** Texts that name no shape: they stay points of their own. */
    List<DxfPiece> others() {
        return texts.stream().filter(t -> t.spot().around != 1).map(Text::piece).toList();
    }

    private List<Text> inside(Geometry polygon, STRtree tree, Function<Text, Spot> spot) {
        List<Text> inside = new ArrayList<>();
        if (texts.isEmpty()) {
            return inside;
        }
        List<?> near = tree.query(polygon.getEnvelopeInternal());
        if (near.isEmpty()) {
            return inside;
        }
        boolean many = near.size() > 1 && (long) near.size() * polygon.getNumPoints() > CHEAP_TESTS;
        PointOnGeometryLocator locator =
                many ? new IndexedPointInAreaLocator(polygon) : new SimplePointInAreaLocator(polygon);
        for (Object found : near) {
            var text = (Text) found;
            if (locator.locate(spot.apply(text).at) != Location.EXTERIOR) {
                inside.add(text);
            }
        }
        return inside;
    }
}

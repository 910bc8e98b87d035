package org.greenplan.recognise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What a layer of a foreign file holds, found out by reading it through once.
 *
 * @param count number of records
 * @param kinds how many records have which kind of shape
 * @param withoutShape records that have none
 * @param first the first records, as they are
 * @param sample vertices picked evenly from all over the file, in its own numbers
 */
public record Survey(
        SourceLayer layer,
        long count,
        Map<GeometryKind, Long> kinds,
        long withoutShape,
        List<SourceRow> first,
        List<Coordinate> sample) {
    private static final int FIRST = 8;
    private static final int SAMPLE = 600;
    /** A vertex or two of each shape say where it lies. */
    private static final int PER_SHAPE = 3;

    public Survey {
        kinds = Map.copyOf(kinds);
        first = List.copyOf(first);
        sample = List.copyOf(sample);
    }

    /** Reads a layer once through. */
    public static Survey of(SourceLayer layer, Progress progress) {
        var reading = new Reading();
        long total = layer.count().orElse(-1);
        layer.each(row -> {
            reading.take(row);
            if (reading.count % 500 == 0) {
                progress.at("reading", reading.count, total);
            }
        });
        return new Survey(layer, reading.count, reading.kinds, reading.withoutShape, reading.first, reading.sample);
    }

    /** The kind that most shapes have; polygons where there are none. */
    GeometryKind mainKind() {
        return kinds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(GeometryKind.POLYGON);
    }

    private static final class Reading {
        /** The same file gives the same sample. */
        private final Random random = new Random(20190101);

        private final Map<GeometryKind, Long> kinds = new LinkedHashMap<>();
        private final List<SourceRow> first = new ArrayList<>();
        private final List<Coordinate> sample = new ArrayList<>();
        private long count;
        private long withoutShape;
        private long offered;

        private void take(SourceRow row) {
            count++;
            if (first.size() < FIRST) {
                first.add(row);
            }
            Geometry shape = row.shape();
            if (shape == null || shape.isEmpty()) {
                withoutShape++;
                return;
            }
            kinds.merge(kind(shape), 1L, Long::sum);
            Coordinate[] vertices = shape.getCoordinates();
            for (int i = 0; i < PER_SHAPE && i < vertices.length; i++) {
                offer(vertices[i * vertices.length / PER_SHAPE]);
            }
        }

        /** Reservoir sampling: every vertex offered has the same chance to stay. */
        private void offer(Coordinate vertex) {
            if (!Double.isFinite(vertex.x) || !Double.isFinite(vertex.y)) {
                return;
            }
            offered++;
            if (sample.size() < SAMPLE) {
                sample.add(vertex);
            } else {
                long at = random.nextLong(offered);
                if (at < SAMPLE) {
                    sample.set((int) at, vertex);
                }
            }
        }
    }

    /** Of an area with its label point, the area: what has most dimensions is meant. */
    static GeometryKind kind(Geometry shape) {
        return switch (shape.getDimension()) {
            case 0 -> GeometryKind.POINT;
            case 1 -> GeometryKind.LINE;
            default -> GeometryKind.POLYGON;
        };
    }
}

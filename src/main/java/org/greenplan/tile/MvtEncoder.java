package org.greenplan.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes one layer of a vector tile (Mapbox Vector Tile specification 2.1). Geometries come in tile units, y downwards. */
final class MvtEncoder {
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final String name;
    private final int extent;
    private final List<byte[]> features = new ArrayList<>();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private int[] commands = new int[256];
    private int length;
    private int penX;
    private int penY;

    MvtEncoder(String name, int extent) {
        this.name = name;
        this.extent = extent;
    }

    /** Adds a feature; one that vanishes when its coordinates are rounded to the grid is left out. */
    void add(long id, Map<String, @Nullable Object> tags, Geometry geometry) {
        length = 0;
        penX = 0;
        penY = 0;
        int type = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part.isEmpty()) {
                continue;
            }
            if (part instanceof Polygon polygon) {
                type = 3;
                polygon(polygon);
            } else if (part instanceof LineString line) {
                type = 2;
                line(line);
            } else if (part instanceof Point point) {
                type = 1;
                points(new Coordinate[] {point.getCoordinate()});
            }
        }
        if (length > 0) {
            int[] tagNumbers = tags(tags);
            features.add(new Protobuf()
                    .number(1, id)
                    .packed(2, tagNumbers, tagNumbers.length)
                    .number(3, type)
                    .packed(4, commands, length)
                    .toBytes());
        }
    }

    /** The tile with this one layer; empty where no feature is in it. */
    byte[] toBytes() {
        if (features.isEmpty()) {
            return new byte[0];
        }
        Protobuf layer = new Protobuf().number(15, 2).text(1, name);
        features.forEach(feature -> layer.bytes(2, feature));
        keys.keySet().forEach(key -> layer.text(3, key));
        values.keySet().forEach(value -> layer.bytes(4, value(value)));
        layer.number(5, extent);
        return new Protobuf().bytes(3, layer.toBytes()).toBytes();
    }

    private void polygon(Polygon polygon) {
        // Outer rings must run clockwise on the screen, inner ones against it (specification 4.3.3.3).
        if (!ring(polygon.getExteriorRing(), true)) {
            return;
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i), false);
        }
    }

    private boolean ring(LineString ring, boolean outer) {
        Coordinate[] path = rounded(ring.getCoordinates(), true);
        if (path.length < 4) {
            return false;
        }
        // JTS looks at a y that grows upwards; on the screen the sense is the other way round.
        boolean clockwiseOnScreen = Orientation.isCCW(path);
        if (clockwiseOnScreen != outer) {
            reverse(path);
        }
        moveTo(path[0]);
        command(LINE_TO, path.length - 2);
        for (int i = 1; i < path.length - 1; i++) {
            step(path[i]);
        }
        command(CLOSE_PATH, 1);
        return true;
    }

    private void line(LineString line) {
        Coordinate[] path = rounded(line.getCoordinates(), false);
        if (path.length < 2) {
            return;
        }
        moveTo(path[0]);
        command(LINE_TO, path.length - 1);
        for (int i = 1; i < path.length; i++) {
            step(path[i]);
        }
    }

    private void points(Coordinate[] points) {
        moveTo(new Coordinate(Math.rint(points[0].x), Math.rint(points[0].y)));
    }

    private static Coordinate[] rounded(Coordinate[] path, boolean ring) {
        List<Coordinate> kept = new ArrayList<>(path.length);
        for (Coordinate c : path) {
            Coordinate grid = new Coordinate(Math.rint(c.x), Math.rint(c.y));
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(grid)) {
                kept.add(grid);
            }
        }
        Coordinate[] result = kept.toArray(Coordinate[]::new);
        return ring && signedArea(result) == 0 ? new Coordinate[0] : result;
    }

    private static double signedArea(Coordinate[] ring) {
        return org.locationtech.jts.algorithm.Area.ofRingSigned(ring);
    }

    private static void reverse(Coordinate[] path) {
        for (int i = 0, j = path.length - 1; i < j; i++, j--) {
            Coordinate swap = path[i];
            path[i] = path[j];
            path[j] = swap;
        }
    }

    private void moveTo(Coordinate to) {
        command(MOVE_TO, 1);
        step(to);
    }

    private void command(int id, int count) {
        push((count << 3) | id);
    }

    private void step(Coordinate to) {
        int x = (int) to.x;
        int y = (int) to.y;
        push(zigzag(x - penX));
        push(zigzag(y - penY));
        penX = x;
        penY = y;
    }

    private void push(int value) {
        if (length == commands.length) {
            commands = Arrays.copyOf(commands, 2 * length);
        }
        commands[length++] = value;
    }

    private static int zigzag(int n) {
        return (n << 1) ^ (n >> 31);
    }

    private int[] tags(Map<String, @Nullable Object> tags) {
        int[] numbers = new int[2 * tags.size()];
        int n = 0;
        for (var tag : tags.entrySet()) {
            Object value = tag.getValue();
            if (value != null) {
                numbers[n++] = keys.computeIfAbsent(tag.getKey(), k -> keys.size());
                numbers[n++] = values.computeIfAbsent(value, v -> values.size());
            }
        }
        return Arrays.copyOf(numbers, n);
    }

    private static byte[] value(Object value) {
        if (value instanceof Boolean bool) {
            return new Protobuf().number(7, bool ? 1 : 0).toBytes();
        }
        if (value instanceof Double real) {
            return new Protobuf().real(3, real).toBytes();
        }
        if (value instanceof Long number) {
            return new Protobuf().number(6, (number << 1) ^ (number >> 63)).toBytes();
        }
        return new Protobuf().text(1, value.toString()).toBytes();
    }
}

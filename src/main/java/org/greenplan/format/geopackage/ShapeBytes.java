package org.greenplan.format.geopackage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.SourceFile;
import org.greenplan.geo.GeoPackageBlob;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads the geometry of a stranger's GeoPackage: well-known binary with heights, measures and arcs, never trusting a count. */
final class ShapeBytes {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int EXTENDED = 0b100000;
    private static final int DEEPEST = 8;
    private static final double FARTHEST = 1e12;

    private final SourceFile file;
    private final long number;
    private final ByteBuffer in;
    private boolean heights;
    private boolean arcs;
    private boolean closed;

    ShapeBytes(SourceFile file, long number, byte[] blob) {
        this.file = file;
        this.number = number;
        this.in = ByteBuffer.wrap(blob);
    }

    /** The shape in two dimensions; null where it is empty. */
    @Nullable
    Geometry read(List<GeometryNote> notes) {
        byte[] blob = in.array();
        try {
            if (blob.length > 3 && (blob[3] & EXTENDED) != 0) {
                throw extended("ExtendedGeoPackageBinary");
            }
            in.position(GeoPackageBlob.headerLength(blob));
            Geometry shape = geometry(0);
            note(notes);
            return shape == null || shape.isEmpty() ? null : shape;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw broken();
        }
    }

    private void note(List<GeometryNote> notes) {
        if (heights) {
            notes.add(new GeometryNote(
                    "heights-dropped",
                    Words.of("高程（Z）和度量值（M）不参与计算，已去掉。", "Heights (Z) and measures (M) were dropped.")));
        }
        if (arcs) {
            notes.add(new GeometryNote(
                    "arcs-to-chords", Words.of("圆弧已按每 4° 一段转为折线。", "Arcs were turned into chords of 4 degrees.")));
        }
        if (closed) {
            notes.add(
                    new GeometryNote("ring-closed", Words.of("图形未闭合，已自动闭合。", "A ring was open and has been closed.")));
        }
    }

    private @Nullable Geometry geometry(int depth) {
        if (depth > DEEPEST) {
            throw broken();
        }
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = in.getInt();
        int dimensions = (code & 0xFFFFFFF) / 1000;
        boolean z = dimensions == 1 || dimensions == 3 || (code & 0x80000000) != 0;
        boolean m = dimensions == 2 || dimensions == 3 || (code & 0x40000000) != 0;
        if ((code & 0x20000000) != 0) {
            in.getInt();
        }
        heights |= z || m;
        int extra = (z ? 8 : 0) + (m ? 8 : 0);
        int kind = (code & 0xFFFFFFF) % 1000;
        return switch (kind) {
            case 1 -> point(extra);
            case 2 -> line(coordinates(extra));
            case 3 -> polygon(extra);
            case 8 -> line(ArcChords.of(coordinates(extra), this::noteArcs));
            case 9 -> line(joined(children(depth)));
            case 10 -> polygon(children(depth));
            case 4, 5, 6, 7, 11, 12 -> collected(children(depth));
            default -> throw extended("WKB " + kind);
        };
    }

    private @Nullable Geometry point(int extra) {
        double x = in.getDouble();
        double y = in.getDouble();
        in.position(in.position() + extra);
        return Double.isNaN(x) && Double.isNaN(y) ? null : FACTORY.createPoint(checked(x, y));
    }

    private Coordinate[] coordinates(int extra) {
        int count = count(16 + extra);
        Coordinate[] coordinates = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            coordinates[i] = checked(in.getDouble(), in.getDouble());
            in.position(in.position() + extra);
        }
        return coordinates;
    }

    private static Geometry line(Coordinate[] coordinates) {
        return coordinates.length < 2 ? FACTORY.createLineString() : FACTORY.createLineString(coordinates);
    }

    private Geometry polygon(int extra) {
        int count = count(4);
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rings.add(coordinates(extra));
        }
        return polygonOf(rings);
    }

    private Geometry polygon(List<Geometry> rings) {
        return polygonOf(rings.stream().map(Geometry::getCoordinates).toList());
    }

    private Geometry polygonOf(List<Coordinate[]> rings) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            Coordinate[] whole = ring;
            if (ring.length > 2 && !ring[0].equals2D(ring[ring.length - 1])) {
                whole = java.util.Arrays.copyOf(ring, ring.length + 1);
                whole[ring.length] = new CoordinateXY(ring[0].x, ring[0].y);
                closed = true;
            }
            if (whole.length >= 4) {
                LinearRing line = FACTORY.createLinearRing(whole);
                if (shell == null) {
                    shell = line;
                } else {
                    holes.add(line);
                }
            }
        }
        return shell == null ? FACTORY.createPolygon() : FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private List<Geometry> children(int depth) {
        int count = count(5);
        List<Geometry> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteOrder order = in.order();
            Geometry child = geometry(depth + 1);
            in.order(order);
            if (child != null && !child.isEmpty()) {
                children.add(child);
            }
        }
        return children;
    }

    private static Geometry collected(List<Geometry> parts) {
        return FACTORY.buildGeometry(parts.stream().flatMap(ShapeBytes::flat).toList());
    }

    private static java.util.stream.Stream<Geometry> flat(Geometry part) {
        return part instanceof LineString || part instanceof Polygon || part.getNumGeometries() == 1
                ? java.util.stream.Stream.of(part.getGeometryN(0))
                : java.util.stream.IntStream.range(0, part.getNumGeometries()).mapToObj(part::getGeometryN);
    }

    private static Coordinate[] joined(List<Geometry> pieces) {
        List<Coordinate> all = new ArrayList<>();
        for (Geometry piece : pieces) {
            for (Coordinate c : piece.getCoordinates()) {
                if (all.isEmpty() || !all.get(all.size() - 1).equals2D(c)) {
                    all.add(c);
                }
            }
        }
        return all.toArray(Coordinate[]::new);
    }

    private void noteArcs() {
        arcs = true;
    }

    /** A count of things of at least that size, which the rest of the bytes must have room for. */
    private int count(int least) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / least) {
            throw broken();
        }
        return count;
    }

    private Coordinate checked(double x, double y) {
        if (Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST) {
            return new CoordinateXY(x, y);
        }
        throw file.broken(
                number,
                "含有无效坐标(" + x + ", " + y + ")。请在 GIS 软件中改正或删除该图形。",
                "has a coordinate that is none (" + x + ", " + y + "). Mend or delete that shape.");
    }

    private Problem.Invalid extended(String kind) {
        return file.broken(
                number,
                "图形类型(" + kind + ")是扩展类型，无法读取。请在 QGIS 中转换为点、线或面。",
                "is of an extended type (" + kind + ") that cannot be read. Convert it to points, lines or polygons.");
    }

    private Problem.Invalid broken() {
        return file.broken(
                number, "图形数据已损坏。请用 QGIS 另存后再上传。", "the bytes of its shape are damaged. Save the file anew with QGIS.");
    }
}

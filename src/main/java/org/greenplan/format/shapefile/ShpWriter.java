package org.greenplan.format.shapefile;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes a .shp and its .shx: outlines clockwise, holes the other way, as the format wants them. */
final class ShpWriter implements Closeable {
    private static final int HEADER = 100;
    private static final int BOX = 36;

    private final Path shp;
    private final Path shx;
    private final int type;
    private final long most;
    private final OutputStream shapes;
    private final OutputStream index;
    private final Envelope bounds = new Envelope();
    private long length = HEADER;
    private int count;

    /** Writes no file longer than that many bytes: beyond 2 GB no program reads it. */
    ShpWriter(Path shp, Path shx, GeometryKind kind, long most) throws IOException {
        this.shp = shp;
        this.shx = shx;
        this.type = kind == GeometryKind.POINT ? 1 : kind == GeometryKind.LINE ? 3 : 5;
        this.most = most;
        this.shapes = new BufferedOutputStream(Files.newOutputStream(shp), 1 << 16);
        this.index = new BufferedOutputStream(Files.newOutputStream(shx), 1 << 16);
        shapes.write(new byte[HEADER]);
        index.write(new byte[HEADER]);
    }

    void write(Geometry shape) throws IOException {
        byte[] content = shape.isEmpty() ? new byte[4] : type == 1 ? point(shape) : parts(shape);
        if (length + 8 + content.length > most) {
            throw tooLarge(shp.getFileName().toString());
        }
        shapes.write(ByteBuffer.allocate(8)
                .putInt(++count)
                .putInt(content.length / 2)
                .array());
        shapes.write(content);
        index.write(ByteBuffer.allocate(8)
                .putInt((int) (length / 2))
                .putInt(content.length / 2)
                .array());
        length += 8 + content.length;
        bounds.expandToInclude(shape.getEnvelopeInternal());
    }

    int count() {
        return count;
    }

    static Problem.Invalid tooLarge(String file) {
        return new Problem.Invalid(
                Words.of(
                        "“" + file + "”将超过 Shapefile 的 2 GB 上限。请分图层、按范围导出，或改用 GeoPackage。",
                        "\"" + file + "\" would be larger than the 2 GB that a shapefile may have."
                                + " Export less at a time, or take a GeoPackage."),
                "format");
    }

    private byte[] point(Geometry shape) {
        Point point = (Point) shape.getGeometryN(0);
        return ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putDouble(point.getX())
                .putDouble(point.getY())
                .array();
    }

    private byte[] parts(Geometry shape) {
        List<CoordinateSequence> parts = new ArrayList<>();
        int points = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            addParts(shape.getGeometryN(i), parts);
        }
        for (CoordinateSequence part : parts) {
            points += part.size();
        }
        ByteBuffer out =
                ByteBuffer.allocate(BOX + 8 + 4 * parts.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        Envelope box = shape.getEnvelopeInternal();
        out.putInt(type).putDouble(box.getMinX()).putDouble(box.getMinY());
        out.putDouble(box.getMaxX()).putDouble(box.getMaxY());
        out.putInt(parts.size()).putInt(points);
        int first = 0;
        for (CoordinateSequence part : parts) {
            out.putInt(first);
            first += part.size();
        }
        for (CoordinateSequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                out.putDouble(part.getX(i)).putDouble(part.getY(i));
            }
        }
        return out.array();
    }

    private static void addParts(Geometry part, List<CoordinateSequence> parts) {
        if (part instanceof Polygon polygon && !polygon.isEmpty()) {
            parts.add(wound(polygon.getExteriorRing(), false));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                parts.add(wound(polygon.getInteriorRingN(i), true));
            }
        } else if (part instanceof LineString line && !line.isEmpty()) {
            parts.add(line.getCoordinateSequence());
        }
    }

    private static CoordinateSequence wound(LinearRing ring, boolean counterClockwise) {
        boolean right = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return (right ? ring : ring.reverse()).getCoordinateSequence();
    }

    /** Completes both files: their heads tell length and bounds, which are known only now. */
    @Override
    public void close() throws IOException {
        try (shapes;
                index) {
            shapes.flush();
            index.flush();
        }
        head(shp, length);
        head(shx, HEADER + 8L * count);
    }

    private void head(Path file, long bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEADER).putInt(0, 9994).putInt(24, (int) (bytes / 2));
        head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        if (!bounds.isNull()) {
            head.putDouble(36, bounds.getMinX()).putDouble(44, bounds.getMinY());
            head.putDouble(52, bounds.getMaxX()).putDouble(60, bounds.getMaxY());
        }
        try (RandomAccessFile patched = new RandomAccessFile(file.toFile(), "rw")) {
            patched.write(head.array());
        }
    }
}

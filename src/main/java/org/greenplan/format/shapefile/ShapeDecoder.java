package org.greenplan.format.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Turns the bytes of a shape into a geometry of two dimensions. */
final class ShapeDecoder {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int BOX = 36;
    /** What Esri's programs write for "no value" is below −1e38; no coordinate of this earth comes near. */
    private static final double FARTHEST = 1e12;

    private final String file;

    ShapeDecoder(String file) {
        this.file = file;
    }

    /** A shape and what was done to it; no shape where the record has none. */
    record Decoded(@Nullable Geometry shape, List<GeometryNote> notes) {
        static final Decoded NONE = new Decoded(null, List.of());
    }

    Decoded decode(ByteBuffer content, long number) {
        if (content.limit() == 0) {
            return Decoded.NONE;
        }
        if (content.limit() < 4) {
            throw broken(number);
        }
        int code = content.getInt(0);
        ShapeType type = ShapeType.of(code)
                .filter(t -> t.kind() != ShapeType.Kind.PATCHES)
                .orElseThrow(() -> ShapefileFault.record(
                        file,
                        number,
                        "的图形类型 " + code + " 无法读取。请用 GIS 软件重新导出为点、线或面。",
                        "is of the type of shape " + code
                                + ", which cannot be read. Export it again as points, lines or polygons."));
        List<GeometryNote> notes = new ArrayList<>();
        Geometry shape =
                switch (type.kind()) {
                    case POINT -> point(content, number);
                    case POINTS -> points(content, number);
                    case LINE -> line(parts(content, number), notes);
                    case POLYGON -> ShapeRings.polygons(parts(content, number), FACTORY, notes, file, number);
                    case NONE, PATCHES -> null;
                };
        if (shape != null && (type.heights() || type.measures())) {
            notes.add(new GeometryNote(
                    "heights-dropped",
                    type.heights()
                            ? Words.of("高程（Z）和度量值（M）不参与计算，已去掉。", "Heights (Z) and measures (M) were dropped.")
                            : Words.of("度量值（M）不参与计算，已去掉。", "Measures (M) were dropped.")));
        }
        return new Decoded(shape, notes);
    }

    private @Nullable Geometry point(ByteBuffer content, long number) {
        if (content.limit() < 20) {
            throw broken(number);
        }
        double x = content.getDouble(4);
        double y = content.getDouble(12);
        // A point without coordinates is how some programs write "empty".
        return Double.isNaN(x) && Double.isNaN(y) ? null : FACTORY.createPoint(checked(x, y, number));
    }

    private @Nullable Geometry points(ByteBuffer content, long number) {
        if (content.limit() < BOX + 4) {
            throw broken(number);
        }
        int count = content.getInt(BOX);
        if (count < 0 || BOX + 4 + 16L * count > content.limit()) {
            throw broken(number);
        }
        return count == 0 ? null : FACTORY.createMultiPointFromCoords(coordinates(content, BOX + 4, count, number));
    }

    private static @Nullable Geometry line(List<Coordinate[]> parts, List<GeometryNote> notes) {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] part : parts) {
            if (part.length > 1) {
                lines.add(FACTORY.createLineString(part));
            } else {
                notes.add(new GeometryNote(
                        "part-dropped", Words.of("已去掉只有一个点的线段。", "A part of a single point was dropped.")));
            }
        }
        if (lines.isEmpty()) {
            return null;
        }
        return lines.size() == 1 ? lines.get(0) : FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private List<Coordinate[]> parts(ByteBuffer content, long number) {
        if (content.limit() < BOX + 8) {
            throw broken(number);
        }
        int parts = content.getInt(BOX);
        int points = content.getInt(BOX + 4);
        if (parts < 0 || points < 0 || BOX + 8 + 4L * parts + 16L * points > content.limit()) {
            throw broken(number);
        }
        List<Coordinate[]> found = new ArrayList<>();
        int first = BOX + 8 + 4 * parts;
        for (int i = 0; i < parts; i++) {
            int from = content.getInt(BOX + 8 + 4 * i);
            int to = i + 1 < parts ? content.getInt(BOX + 12 + 4 * i) : points;
            if (from < 0 || to < from || to > points) {
                throw broken(number);
            }
            if (to > from) {
                found.add(coordinates(content, first + 16 * from, to - from, number));
            }
        }
        return found;
    }

    private Coordinate[] coordinates(ByteBuffer content, int at, int count, long number) {
        Coordinate[] coordinates = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            coordinates[i] = checked(content.getDouble(at + 16 * i), content.getDouble(at + 16 * i + 8), number);
        }
        return coordinates;
    }

    private Coordinate checked(double x, double y, long number) {
        if (Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST) {
            return new CoordinateXY(x, y);
        }
        throw ShapefileFault.record(
                file,
                number,
                "含有无效坐标(" + x + ", " + y + ")。请在 GIS 软件中改正或删除该图形。",
                "has a coordinate that is none (" + x + ", " + y + "). Mend or delete that shape.");
    }

    private RuntimeException broken(long number) {
        return ShapefileFault.record(
                file,
                number,
                "的点数或部件数与其长度不符，文件已损坏。请重新复制或导出。",
                "tells more points or parts than it has room for: the file is damaged. Copy or export it again.");
    }
}

package org.greenplan.format.kml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** The shapes of one placemark as they come; together they make its geometry. */
final class KmlShapes {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int MOST_NESTED = 20;
    private static final int MOST_SHAPES = 200_000;

    private final KmlText xml;
    private final KmlPositions positions;
    private final List<Geometry> shapes = new ArrayList<>();
    private final Map<String, GeometryNote> notes = new LinkedHashMap<>();

    KmlShapes(KmlText xml, long placemark) {
        this.xml = xml;
        this.positions = new KmlPositions(xml, placemark);
    }

    /** Reads the element on which the stream stands where it is a shape; false where it is none. */
    boolean take(int depth) throws XMLStreamException {
        if (depth > MOST_NESTED || shapes.size() > MOST_SHAPES) {
            throw xml.broken("图形过多或嵌套过深。", "too many shapes, or nested too deeply.");
        }
        switch (xml.name()) {
            case "Point" -> point();
            case "LineString" -> line(inside("coordinates"));
            case "LinearRing" -> line(closed(inside("coordinates")));
            case "Polygon" -> polygon();
            case "Track" -> line(track());
            case "MultiGeometry", "MultiTrack" -> {
                while (xml.nextChild()) {
                    if (!take(depth + 1)) {
                        xml.skip();
                    }
                }
            }
            case "Model" -> {
                note("model-dropped", "三维模型未读取。", "A three-dimensional model was not read.");
                xml.skip();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private List<Coordinate> inside(String name) throws XMLStreamException {
        List<Coordinate> found = new ArrayList<>();
        while (xml.nextChild()) {
            if (xml.name().equals(name)) {
                found.addAll(positions.list(xml.text(KmlPositions.MOST_CHARS)));
            } else {
                xml.skip();
            }
        }
        return found;
    }

    private void point() throws XMLStreamException {
        List<Coordinate> at = inside("coordinates");
        if (at.isEmpty()) {
            note("empty-shape", "已略过没有坐标的图形。", "A shape without coordinates was passed over.");
        } else {
            shapes.add(FACTORY.createPoint(at.get(0)));
        }
    }

    private void line(List<Coordinate> points) {
        if (points.size() < 2) {
            note("empty-shape", "已略过没有坐标的图形。", "A shape without coordinates was passed over.");
        } else {
            shapes.add(FACTORY.createLineString(points.toArray(new Coordinate[0])));
        }
    }

    private void polygon() throws XMLStreamException {
        LinearRing outer = null;
        List<LinearRing> holes = new ArrayList<>();
        while (xml.nextChild()) {
            boolean shell = xml.name().equals("outerBoundaryIs");
            if (shell || xml.name().equals("innerBoundaryIs")) {
                while (xml.nextChild()) {
                    LinearRing ring = ring(closed(inside("coordinates")));
                    if (ring != null && shell) {
                        outer = ring;
                    } else if (ring != null) {
                        holes.add(ring);
                    }
                }
            } else {
                xml.skip();
            }
        }
        if (outer == null) {
            note("empty-shape", "已略过没有坐标的图形。", "A shape without coordinates was passed over.");
        } else {
            shapes.add(FACTORY.createPolygon(outer, holes.toArray(new LinearRing[0])));
        }
    }

    private @Nullable LinearRing ring(List<Coordinate> points) {
        if (points.size() < 4) {
            note("ring-dropped", "已去掉不足三点的圈。", "A ring of fewer than three points was dropped.");
            return null;
        }
        return FACTORY.createLinearRing(points.toArray(new Coordinate[0]));
    }

    private List<Coordinate> closed(List<Coordinate> points) {
        if (points.size() > 2 && !points.get(0).equals2D(points.get(points.size() - 1))) {
            points.add(points.get(0).copy());
            note("ring-closed", "图形未闭合，已自动闭合。", "A ring was open and has been closed.");
        }
        return points;
    }

    private List<Coordinate> track() throws XMLStreamException {
        List<Coordinate> points = new ArrayList<>();
        while (xml.nextChild()) {
            if (xml.name().equals("coord")) {
                points.addAll(positions.list(xml.text(200).strip().replaceAll("\\s+", ",")));
            } else {
                xml.skip();
            }
        }
        return points;
    }

    private void note(String kind, String zh, String en) {
        notes.putIfAbsent(kind, new GeometryNote(kind, Words.of(zh, en)));
    }

    List<GeometryNote> notes() {
        if (positions.broken() != null) {
            return List.of(positions.broken());
        }
        if (positions.heights()) {
            note("height-dropped", "已去掉高程，只保留平面位置。", "Heights were dropped; only the position is kept.");
        }
        return List.copyOf(notes.values());
    }

    /** Null where there is none; a collection where areas, lines and points are mixed. */
    @Nullable
    Geometry shape() {
        if (shapes.isEmpty() || positions.broken() != null) {
            return null;
        }
        return FACTORY.buildGeometry(shapes);
    }
}

package org.greenplan.format.dxf.write;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.greenplan.format.dxf.DxfMark;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The model space that is being drawn on: every entity gets its handle, its layer, its mark; the sheet remembers its extent. */
final class DxfSheet {
    /** Below it lie the handles of the frame. */
    static final int FIRST_HANDLE = 0x400;

    static final String MODEL_SPACE = "1F";

    private final DxfOut out;
    private final Map<String, DxfPen> pens = new LinkedHashMap<>();
    private final Envelope extent = new Envelope();
    private final boolean local;
    private double originX;
    private double originY;
    private boolean placed;
    private long handle = FIRST_HANDLE;

    /**
     * An empty sheet.
     *
     * @param local true where coordinates are counted from a round place near the first of them
     */
    DxfSheet(DxfOut out, boolean local) {
        this.out = out;
        this.local = local;
    }

    Map<String, DxfPen> pens() {
        return pens;
    }

    /** Extent of the shapes, in the numbers of the drawing. */
    Envelope extent() {
        return extent;
    }

    double originX() {
        return originX;
    }

    double originY() {
        return originY;
    }

    String nextHandle() {
        return Long.toHexString(handle).toUpperCase(Locale.ROOT);
    }

    /** A closed ring, as every ring of a plot. */
    void ring(DxfPen pen, LineString ring, DxfMark mark) throws IOException {
        polyline(pen, ring, ring.getNumPoints() - 1, true, mark);
    }

    void line(DxfPen pen, LineString line, DxfMark mark) throws IOException {
        polyline(pen, line, line.getNumPoints(), false, mark);
    }

    private void polyline(DxfPen pen, LineString line, int points, boolean closed, DxfMark mark) throws IOException {
        begin("LWPOLYLINE", pen, "AcDbPolyline");
        out.pair(90, points);
        out.pair(70, closed ? 1 : 0);
        out.metres(43, 0);
        CoordinateSequence at = line.getCoordinateSequence();
        for (int i = 0; i < points; i++) {
            place(10, 20, at.getX(i), at.getY(i));
            extent.expandToInclude(at.getX(i) - originX, at.getY(i) - originY);
        }
        end(mark);
    }

    void point(DxfPen pen, Coordinate point, DxfMark mark) throws IOException {
        begin("POINT", pen, "AcDbPoint");
        place(10, 20, point.x, point.y);
        out.metres(30, 0);
        extent.expandToInclude(point.x - originX, point.y - originY);
        end(mark);
    }

    /** A line of text whose middle, or the middle of whose left edge, lies at the place. */
    void text(DxfPen pen, Coordinate at, double height, boolean centred, String words, DxfMark mark)
            throws IOException {
        begin("TEXT", pen, "AcDbText");
        place(10, 20, at.x, at.y);
        out.metres(30, 0);
        out.metres(40, height);
        out.text(1, words);
        out.pair(7, "GREENPLAN");
        out.pair(72, centred ? 1 : 0);
        place(11, 21, at.x, at.y);
        out.metres(31, 0);
        out.pair(100, "AcDbText");
        out.pair(73, 2);
        end(mark);
    }

    /** The area of a polygon, filled, holes left out. */
    void hatch(DxfPen pen, Polygon polygon, DxfMark mark) throws IOException {
        begin("HATCH", pen, "AcDbHatch");
        out.lines("10 0.0\n20 0.0\n30 0.0\n210 0.0\n220 0.0\n230 1.0\n2 SOLID\n70 1\n71 0");
        out.pair(91, 1 + polygon.getNumInteriorRing());
        loop(polygon.getExteriorRing(), 3);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            loop(polygon.getInteriorRingN(i), 18);
        }
        out.lines("75 0\n76 1\n98 1");
        Coordinate inside = polygon.getInteriorPoint().getCoordinate();
        place(10, 20, inside.x, inside.y);
        end(mark);
    }

    private void loop(LineString ring, int flags) throws IOException {
        out.pair(92, flags);
        out.pair(72, 0);
        out.pair(73, 1);
        out.pair(93, ring.getNumPoints() - 1L);
        CoordinateSequence at = ring.getCoordinateSequence();
        for (int i = 0; i < at.size() - 1; i++) {
            place(10, 20, at.getX(i), at.getY(i));
        }
        out.pair(97, 0);
    }

    private void begin(String type, DxfPen pen, String subclass) throws IOException {
        pens.putIfAbsent(pen.layer(), pen);
        out.pair(0, type);
        out.pair(5, nextHandle());
        handle++;
        out.pair(330, MODEL_SPACE);
        out.pair(100, "AcDbEntity");
        out.text(8, pen.layer());
        out.pair(100, subclass);
    }

    private void place(int codeX, int codeY, double x, double y) throws IOException {
        if (!placed) {
            placed = true;
            originX = local ? Math.floor(x / 1000) * 1000 : 0;
            originY = local ? Math.floor(y / 1000) * 1000 : 0;
        }
        out.metres(codeX, x - originX);
        out.metres(codeY, y - originY);
    }

    private void end(DxfMark mark) throws IOException {
        out.pair(1001, DxfMark.APPLICATION);
        for (String value : mark.values()) {
            out.text(1000, value);
        }
    }
}

package org.greenplan.format.dxf.write;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.format.Scratch;
import org.greenplan.format.TargetRow;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.format.dxf.DxfNumber;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Boundary points of the plots: numbers J1, J2 … at the corners, and a table of their coordinates beside the drawing. The table
 * waits in a file until the extent of the drawing is known.
 */
final class DxfVertexTable implements Closeable {
    private static final double HEIGHT_M = 2.5;
    private static final double ROW_M = 4.5;
    private static final double COLUMN_M = 110;
    private static final double GAP_M = 40;
    private static final int FEWEST_ROWS = 60;
    private static final int MOST_ROWS = 1_000;

    private final DxfSheet sheet;
    private final Path waiting;
    private final BufferedWriter rows;

    DxfVertexTable(DxfSheet sheet) throws IOException {
        this.sheet = sheet;
        this.waiting = Scratch.newFile("vertices", ".txt");
        this.rows = Files.newBufferedWriter(waiting);
    }

    /** Numbers the corners of a plot through all its rings. */
    void take(TargetRow row, double height) throws IOException {
        say(row.plotId() + " " + row.label());
        say("点号  环  X(北)  Y(东)");
        int number = 0;
        int ring = 0;
        Geometry shape = row.shape();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var polygon = (Polygon) shape.getGeometryN(i);
            for (int r = 0; r <= polygon.getNumInteriorRing(); r++) {
                LineString outline = r == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r - 1);
                ring++;
                for (int p = 0; p < outline.getNumPoints() - 1; p++) {
                    Coordinate at = outline.getCoordinateN(p);
                    number++;
                    sheet.text(DxfPen.VERTICES, at, height, false, "J" + number, DxfMark.note(row.plotId()));
                    say("J" + number + "  " + ring + "  " + DxfNumber.metres(at.y) + "  " + DxfNumber.metres(at.x));
                }
            }
        }
        say("");
    }

    private void say(String line) throws IOException {
        rows.write(line.replace('\n', ' ').replace('\r', ' '));
        rows.write('\n');
    }

    /** Writes the table in columns to the east of the drawing. */
    void place() throws IOException {
        rows.close();
        var extent = new Envelope(sheet.extent());
        if (extent.isNull()) {
            return;
        }
        double left = extent.getMaxX() + sheet.originX() + GAP_M;
        double top = extent.getMaxY() + sheet.originY();
        int perColumn = (int) Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, extent.getHeight() / ROW_M));
        try (BufferedReader reader = Files.newBufferedReader(waiting)) {
            long i = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty()) {
                    long column = i / perColumn;
                    double x = left + column * COLUMN_M;
                    double y = top - i % perColumn * ROW_M;
                    sheet.text(DxfPen.TABLE, new CoordinateXY(x, y), HEIGHT_M, false, line, DxfMark.note(""));
                }
                i++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
        Files.deleteIfExists(waiting);
    }
}

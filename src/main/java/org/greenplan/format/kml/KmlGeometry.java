package org.greenplan.format.kml;

import java.io.IOException;
import org.greenplan.format.PlainDecimal;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A shape as KML: outer rings counter-clockwise, lying on the ground. */
record KmlGeometry(KmlMarkup xml, int decimals) {
    void write(Geometry shape) throws IOException {
        if (shape.getNumGeometries() > 1) {
            xml.start("MultiGeometry");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                write(shape.getGeometryN(i));
            }
            xml.end();
        } else if (shape.getNumGeometries() == 1) {
            single(shape.getGeometryN(0));
        }
    }

    private void single(Geometry shape) throws IOException {
        if (shape.isEmpty()) {
            return;
        }
        if (shape instanceof Point point) {
            xml.start("Point");
            positions(point.getCoordinateSequence(), false);
        } else if (shape instanceof LineString line) {
            xml.start("LineString");
            xml.leaf("tessellate", "1");
            positions(line.getCoordinateSequence(), false);
        } else if (shape instanceof Polygon polygon) {
            xml.start("Polygon");
            ring("outerBoundaryIs", polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring("innerBoundaryIs", polygon.getInteriorRingN(i), false);
            }
        } else {
            throw new IllegalArgumentException(shape.getGeometryType());
        }
        xml.end();
    }

    private void ring(String boundary, LineString ring, boolean counterClockwise) throws IOException {
        xml.start(boundary);
        xml.start("LinearRing");
        CoordinateSequence seq = ring.getCoordinateSequence();
        positions(seq, seq.size() > 3 && Orientation.isCCW(seq) != counterClockwise);
        xml.end();
        xml.end();
    }

    private void positions(CoordinateSequence seq, boolean backwards) throws IOException {
        xml.start("coordinates");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < seq.size(); i++) {
            int at = backwards ? seq.size() - 1 - i : i;
            text.append(i == 0 ? "" : " ")
                    .append(PlainDecimal.of(seq.getX(at), decimals))
                    .append(',')
                    .append(PlainDecimal.of(seq.getY(at), decimals));
        }
        xml.text(text.toString());
        xml.end();
    }
}

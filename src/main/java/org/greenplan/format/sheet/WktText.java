package org.greenplan.format.sheet;

import java.util.Locale;
import org.greenplan.format.PlainDecimal;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Shapes as WKT with fixed decimals and no exponents. */
record WktText(StringBuilder text, int decimals) {
    static String of(Geometry shape, int decimals) {
        String type = shape.getGeometryType().toUpperCase(Locale.ROOT);
        if (shape.isEmpty()) {
            return type + " EMPTY";
        }
        WktText wkt = new WktText(new StringBuilder(type).append(' '), decimals);
        wkt.body(shape);
        return wkt.text.toString();
    }

    private void body(Geometry shape) {
        if (shape instanceof Point point) {
            positions(point.getCoordinateSequence());
        } else if (shape instanceof LineString line) {
            positions(line.getCoordinateSequence());
        } else if (shape instanceof Polygon polygon) {
            text.append('(');
            positions(polygon.getExteriorRing().getCoordinateSequence());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                text.append(", ");
                positions(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
            text.append(')');
        } else {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                text.append(i == 0 ? "(" : ", ");
                body(shape.getGeometryN(i));
            }
            text.append(')');
        }
    }

    private void positions(CoordinateSequence seq) {
        for (int i = 0; i < seq.size(); i++) {
            text.append(i == 0 ? "(" : ", ")
                    .append(PlainDecimal.of(seq.getX(i), decimals))
                    .append(' ')
                    .append(PlainDecimal.of(seq.getY(i), decimals));
        }
        text.append(')');
    }
}

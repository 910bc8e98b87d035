package org.greenplan.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A feature that the network is made of.
 *
 * @param id layer and number, such as {@code rivers/3}
 * @param shape in the plan's plane, x east, y north, metres
 * @param isBuilt whether it stands; what is only planned may still be drawn otherwise
 * @param values its attributes by the catalogue's names; what it is called as {@code name}
 * @param strands the parts of a line, or the shores of a lake
 */
public record Drawn(
        String id,
        Kind kind,
        Geometry shape,
        boolean isBuilt,
        Map<String, @Nullable Object> values,
        List<Strand> strands) {
    public Drawn {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        strands = List.copyOf(strands);
    }

    /** What stands in the plan, with its strands. */
    public static Drawn of(
            String id, Kind kind, Geometry shape, boolean isBuilt, Map<String, @Nullable Object> values) {
        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof LineString line) {
                strands.add(Strand.of(line));
            } else if (shape.getGeometryN(i) instanceof Polygon polygon) {
                strands.add(Strand.of(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    strands.add(Strand.of(polygon.getInteriorRingN(hole)));
                }
            }
        }
        return new Drawn(id, kind, shape, isBuilt, values, strands);
    }

    Envelope box() {
        return shape.getEnvelopeInternal();
    }

    Coordinate point() {
        return shape.getCoordinate();
    }

    /** A number that somebody has given; null where none is. */
    @Nullable
    Double number(String attribute) {
        return values.get(attribute) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /** A text or code; empty where none is given. */
    public String text(String attribute) {
        Object value = values.get(attribute);
        return value == null ? "" : value.toString();
    }

    /** Whether it is of that kind of link or structure. */
    public boolean is(String code) {
        return text("kind").equals(code);
    }

    /** Whether a link lifts water. */
    public boolean isPumped() {
        Double liftM = number("lift_m");
        return is("pumped") || (liftM != null && liftM > 0);
    }

    /** Whether a structure brings water into the network. */
    public boolean isSource() {
        String source = text("source");
        boolean pumpsIn = is("pump") && !source.isEmpty() && !source.equals("none");
        return kind == Kind.STRUCTURE && (is("source") || is("sewage_works") || pumpsIn);
    }

    /** What people call it. */
    public String name() {
        String name = text("name");
        return name.isEmpty() ? id : name;
    }
}

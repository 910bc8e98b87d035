package org.greenplan.cql2;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes a filter as CQL2 Text. Parentheses stand wherever they could be needed, so that nothing can be read otherwise. */
public final class Cql2Writer {
    String write(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts(), " AND ");
        } else if (filter instanceof Filter.Or or) {
            return joined(or.parts(), " OR ");
        } else if (filter instanceof Filter.Not not) {
            return "NOT (" + write(not.filter()) + ")";
        } else if (filter instanceof Filter.Holds holds) {
            return value(holds.value());
        } else if (filter instanceof Filter.Compare c) {
            return value(c.left()) + " " + c.by().sign() + " " + value(c.right());
        } else if (filter instanceof Filter.Like like) {
            return value(like.text()) + " LIKE " + value(like.pattern());
        } else if (filter instanceof Filter.Between b) {
            return value(b.value()) + " BETWEEN " + value(b.low()) + " AND " + value(b.high());
        } else if (filter instanceof Filter.In in) {
            return value(in.value()) + " IN (" + values(in.items()) + ")";
        } else if (filter instanceof Filter.IsNull isNull) {
            return value(isNull.value()) + " IS NULL";
        } else if (filter instanceof Filter.Spatial s) {
            return "S_" + s.relation() + "(" + values(List.of(s.left(), s.right())) + ")";
        } else if (filter instanceof Filter.Near near) {
            return "S_DWITHIN(" + values(List.of(near.left(), near.right())) + ", " + number(near.metres()) + ")";
        }
        Filter.Temporal t = (Filter.Temporal) filter;
        return "T_" + t.relation() + "(" + values(List.of(t.left(), t.right())) + ")";
    }

    private String joined(List<Filter> parts, String between) {
        return parts.stream().map(p -> "(" + write(p) + ")").collect(Collectors.joining(between));
    }

    private String values(List<Value> values) {
        return values.stream().map(this::value).collect(Collectors.joining(", "));
    }

    /** A value, a property or a function as CQL2 text. */
    public String value(Value value) {
        if (value instanceof Value.Property property) {
            return '"' + property.name().replace("\"", "\"\"") + '"';
        } else if (value instanceof Value.Text text) {
            return quoted(text.text());
        } else if (value instanceof Value.Amount amount) {
            return number(amount.number());
        } else if (value instanceof Value.Truth truth) {
            return truth.truth() ? "TRUE" : "FALSE";
        } else if (value instanceof Value.Day day) {
            return "DATE('" + day.day() + "')";
        } else if (value instanceof Value.Moment moment) {
            return "TIMESTAMP('" + moment.moment() + "')";
        } else if (value instanceof Value.Interval interval) {
            return "INTERVAL(" + bound(interval.from()) + ", " + bound(interval.to()) + ")";
        } else if (value instanceof Value.Shape shape) {
            return shape(shape.lonLat());
        } else if (value instanceof Value.CaseI folded) {
            return "CASEI(" + value(folded.text()) + ")";
        } else if (value instanceof Value.AccentI plain) {
            return "ACCENTI(" + value(plain.text()) + ")";
        }
        Value.Arithmetic a = (Value.Arithmetic) value;
        return "(" + value(a.left()) + " " + a.operator().sign() + " " + value(a.right()) + ")";
    }

    private String bound(@Nullable Value bound) {
        if (bound == null) {
            return "'..'";
        } else if (bound instanceof Value.Day day) {
            return "'" + day.day() + "'";
        }
        return bound instanceof Value.Moment moment ? "'" + moment.moment() + "'" : value(bound);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= 1L << 53;
        return whole
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toString();
    }

    private String shape(Geometry shape) {
        String type = shape.getGeometryType().toUpperCase(java.util.Locale.ROOT);
        if (type.equals("GEOMETRYCOLLECTION")) {
            return type + "(" + members(shape, true) + ")";
        }
        return type + body(shape);
    }

    private String body(Geometry shape) {
        if (shape instanceof Polygon polygon) {
            StringBuilder rings = new StringBuilder(positions(polygon.getExteriorRing()));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.append(", ").append(positions(polygon.getInteriorRingN(i)));
            }
            return "(" + rings + ")";
        } else if (shape instanceof GeometryCollection) {
            return "(" + members(shape, false) + ")";
        }
        return shape instanceof Point || shape instanceof LineString ? positions(shape) : "";
    }

    private String members(Geometry shape, boolean named) {
        return java.util.stream.IntStream.range(0, shape.getNumGeometries())
                .mapToObj(shape::getGeometryN)
                .map(part -> named ? shape(part) : body(part))
                .collect(Collectors.joining(", "));
    }

    private static String positions(Geometry shape) {
        return java.util.Arrays.stream(shape.getCoordinates())
                .map(Cql2Writer::position)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String position(Coordinate c) {
        return number(c.x) + " " + number(c.y);
    }
}

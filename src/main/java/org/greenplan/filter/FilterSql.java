package org.greenplan.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.SpatialRelation;
import org.greenplan.cql2.TemporalRelation;
import org.greenplan.cql2.Value;
import org.greenplan.crs.PlanCrs;
import org.greenplan.filter.Queryable.Kind;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A filter as a condition of SQL. The text holds names of the catalogue and words of ours only; every value that somebody wrote
 * travels as a parameter. Times are day numbers (1970-01-01 is 0), fractions are the time of day in UTC, so that both stores compare
 * numbers.
 */
final class FilterSql {
    /** Day numbers before and after all others, for open intervals. */
    static final double EVER = 1e12;

    private static final double DAY_S = 86_400;
    /** Metres that a straight side of the plane may leave the envelope of its ends in degrees: a side of 120 km. */
    private static final double BULGE_M = 250;

    private static final double DEGREE_M = 110_000;

    private final Queryables queryables;
    private final Dialect dialect;
    private final PlanCrs plane;
    private final List<Object> parameters = new ArrayList<>();

    private FilterSql(Queryables queryables, Dialect dialect, PlanCrs plane) {
        this.queryables = queryables;
        this.dialect = dialect;
        this.plane = plane;
    }

    /** The condition that a checked filter puts on the features of a layer. */
    static Condition of(Queryables queryables, Dialect dialect, PlanCrs plane, Filter checked) {
        FilterSql writer = new FilterSql(queryables, dialect, plane);
        String sql = writer.filter(checked);
        return new Condition(sql, writer.parameters);
    }

    private String filter(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts(), " AND ");
        } else if (filter instanceof Filter.Or or) {
            return joined(or.parts(), " OR ");
        } else if (filter instanceof Filter.Not not) {
            return "(NOT " + filter(not.filter()) + ")";
        } else if (filter instanceof Filter.Holds holds) {
            return holds.value() instanceof Value.Truth truth
                    ? (truth.truth() ? "(1 = 1)" : "(1 = 0)")
                    : value(holds.value());
        } else if (filter instanceof Filter.Compare c) {
            boolean ordered = c.by().isOrder();
            return "(" + comparable(c.left(), ordered) + " " + c.by().sign() + " " + comparable(c.right(), ordered)
                    + ")";
        } else if (filter instanceof Filter.Like like) {
            return dialect.expressions().like(value(like.text()), value(like.pattern()));
        } else if (filter instanceof Filter.Between b) {
            return "(" + comparable(b.value(), true) + " BETWEEN " + comparable(b.low(), true) + " AND "
                    + comparable(b.high(), true) + ")";
        } else if (filter instanceof Filter.In in) {
            return "(" + value(in.value()) + " IN ("
                    + in.items().stream().map(this::value).collect(Collectors.joining(", ")) + "))";
        } else if (filter instanceof Filter.IsNull isNull) {
            return "(" + value(isNull.value()) + " IS NULL)";
        } else if (filter instanceof Filter.Temporal temporal) {
            return temporal(temporal);
        }
        return filter instanceof Filter.Near near ? near(near) : spatial((Filter.Spatial) filter);
    }

    /** Halves of halves: SQLite takes trees of a thousand levels, and a long row of ANDs would be one. */
    private String joined(List<Filter> parts, String word) {
        if (parts.size() == 1) {
            return filter(parts.get(0));
        }
        int half = parts.size() / 2;
        return "(" + joined(parts.subList(0, half), word) + word + joined(parts.subList(half, parts.size()), word)
                + ")";
    }

    private String comparable(Value value, boolean ordered) {
        String written = value(value);
        return ordered && isText(value) ? dialect.expressions().byteOrder(written) : written;
    }

    private boolean isText(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.CaseI
                || value instanceof Value.AccentI
                || (value instanceof Value.Property p
                        && queryables.get(p.name()).kind() == Kind.TEXT);
    }

    private String value(Value value) {
        if (value instanceof Value.Property property) {
            return column(queryables.get(property.name()));
        } else if (value instanceof Value.Text text) {
            return parameter(text.text());
        } else if (value instanceof Value.Amount amount) {
            return parameter(number(amount.number()));
        } else if (value instanceof Value.Truth truth) {
            return parameter(truth.truth());
        } else if (value instanceof Value.Day day) {
            return parameter(day.day().toEpochDay());
        } else if (value instanceof Value.Moment moment) {
            return parameter(days(moment.moment()));
        } else if (value instanceof Value.CaseI folded) {
            return dialect.expressions().withoutCase(value(folded.text()));
        } else if (value instanceof Value.AccentI plain) {
            return dialect.expressions().withoutAccents(value(plain.text()));
        } else if (value instanceof Value.Arithmetic a) {
            return computed(a.operator(), real(a.left()), real(a.right()));
        }
        throw new IllegalArgumentException("not a value of its own: " + value);
    }

    /** Operands that are named twice are computed once, in a row of their own: x and y. */
    private static String computed(Value.Operator operator, String left, String right) {
        String of =
                switch (operator) {
                    case PLUS, MINUS, TIMES -> "";
                    case OVER -> "x / NULLIF(y, 0)";
                    case WHOLE -> "trunc(x / NULLIF(y, 0))";
                    case REMAINDER -> "x - y * trunc(x / NULLIF(y, 0))";
                    case POWER ->
                        "CASE WHEN x = 0 THEN CASE WHEN y > 0 THEN 0.0 WHEN y = 0 THEN 1.0 END"
                                + " WHEN x < 0 AND y <> trunc(y) THEN NULL WHEN abs(y * ln(abs(x))) > "
                                + Value.Operator.MOST_LN + " THEN NULL ELSE power(x, y) END";
                };
        return of.isEmpty()
                ? "(" + left + " " + operator.sign() + " " + right + ")"
                : "(SELECT " + of + " FROM (SELECT " + left + " AS x, " + right + " AS y) AS computed)";
    }

    /** Computations are in double precision on both stores; whole numbers would be divided to whole numbers. */
    private String real(Value value) {
        return value instanceof Value.Arithmetic ? value(value) : "CAST(" + value(value) + " AS double precision)";
    }

    private String column(Queryable queryable) {
        String table = Session.quoted(queryables.layer().id());
        String column = Session.quoted(queryable.column());
        if (queryable.source() == Queryable.Source.NOWHERE) {
            AttributeType type = Objects.requireNonNull(queryable.type());
            return dialect.expressions().column("CAST(NULL AS " + dialect.columnType(type) + ")", type);
        } else if (queryable.source() == Queryable.Source.LEDGER) {
            return LedgerTables.figure(queryables.layer(), queryable.column());
        }
        return dialect.expressions().column(table + "." + column, queryable.type());
    }

    private String temporal(Filter.Temporal temporal) {
        TemporalRelation.Ends ends = temporal.relation().ends();
        String all = ends.steps().stream()
                .map(step -> end(temporal.left(), step.firstAtEnd()) + " " + step.sign() + " "
                        + end(temporal.right(), step.secondAtEnd()))
                .collect(Collectors.joining(" AND "));
        return ends.negated() ? "(NOT (" + all + "))" : "(" + all + ")";
    }

    private String end(Value time, boolean atEnd) {
        if (time instanceof Value.Interval interval) {
            Value bound = atEnd ? interval.to() : interval.from();
            return bound == null ? parameter(atEnd ? EVER : -EVER) : value(bound);
        }
        return value(time);
    }

    private String spatial(Filter.Spatial spatial) {
        Geometry shape = ((Value.Shape) spatial.right()).lonLat();
        boolean apart = spatial.relation() == SpatialRelation.DISJOINT;
        String envelope = apart ? "" : envelope(shape.getEnvelopeInternal()) + " AND ";
        return "(" + envelope + spatial.relation().function() + "(" + value(spatial.left()) + ", " + shape(shape)
                + "))";
    }

    /** What may be that near by its envelope first, then the distance in the plane, which is in true metres. */
    private String near(Filter.Near near) {
        Geometry shape = ((Value.Shape) near.right()).lonLat();
        Envelope reach = shape.getEnvelopeInternal();
        double latDeg = (near.metres() + BULGE_M) / DEGREE_M;
        double furthest = Math.min(89, Math.max(Math.abs(reach.getMinY()), Math.abs(reach.getMaxY())) + latDeg);
        reach.expandBy(latDeg / Math.cos(Math.toRadians(furthest)), latDeg);
        String envelope = envelope(reach);
        String distance = dialect.expressions()
                .withinMetres(value(near.left()), plane.plane().text());
        parameters.add(plane.toPlane(shape));
        parameters.add(near.metres());
        return "(" + envelope + " AND " + distance + ")";
    }

    private String envelope(Envelope box) {
        parameters.addAll(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        return dialect.envelopeCondition(queryables.layer().id());
    }

    private String shape(Geometry shape) {
        parameters.add(shape);
        return dialect.geometryPlaceholder();
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?";
    }

    private static Object number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= 1L << 53;
        return whole ? (Object) (long) number : (Object) number;
    }

    static double days(Instant moment) {
        return (moment.getEpochSecond() + moment.getNano() / 1e9) / DAY_S;
    }
}

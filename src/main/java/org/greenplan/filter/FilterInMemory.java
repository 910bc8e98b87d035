package org.greenplan.filter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.Filter.Comparison;
import org.greenplan.cql2.TemporalRelation;
import org.greenplan.cql2.Value;
import org.greenplan.crs.PlanCrs;
import org.greenplan.sql.TextFunctions;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A checked filter asked of one feature in memory; numbers are doubles and times day numbers, as {@link FilterSql} has them. */
record FilterInMemory(Queryables queryables, PlanCrs plane, Function<Queryable, @Nullable Object> values) {
    Answer answer(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().map(this::answer).reduce(Answer.YES, Answer::and);
        } else if (filter instanceof Filter.Or or) {
            return or.parts().stream().map(this::answer).reduce(Answer.NO, Answer::or);
        } else if (filter instanceof Filter.Not not) {
            return answer(not.filter()).not();
        } else if (filter instanceof Filter.Holds holds) {
            return Answer.of((Boolean) value(holds.value()));
        } else if (filter instanceof Filter.Compare c) {
            return compare(value(c.left()), c.by(), value(c.right()));
        } else if (filter instanceof Filter.Like like) {
            return like((String) value(like.text()), (String) value(like.pattern()));
        } else if (filter instanceof Filter.Between b) {
            Object value = value(b.value());
            return compare(value, Comparison.AT_LEAST, value(b.low()))
                    .and(compare(value, Comparison.AT_MOST, value(b.high())));
        } else if (filter instanceof Filter.In in) {
            Object value = value(in.value());
            return in.items().stream()
                    .map(item -> compare(value, Comparison.EQUAL, value(item)))
                    .reduce(Answer.NO, Answer::or);
        } else if (filter instanceof Filter.IsNull isNull) {
            return Answer.of(value(isNull.value()) == null);
        } else if (filter instanceof Filter.Temporal temporal) {
            return temporal(temporal);
        }
        return filter instanceof Filter.Near near ? near(near) : spatial((Filter.Spatial) filter);
    }

    private Answer spatial(Filter.Spatial spatial) {
        Geometry a = (Geometry) value(spatial.left());
        Geometry b = (Geometry) value(spatial.right());
        if (a == null || b == null) {
            return Answer.UNKNOWN;
        }
        return Answer.of(
                switch (spatial.relation()) {
                    case INTERSECTS -> a.intersects(b);
                    case DISJOINT -> a.disjoint(b);
                    case WITHIN -> a.within(b);
                    case CONTAINS -> a.contains(b);
                    case EQUALS -> a.equalsTopo(b);
                    case TOUCHES -> a.touches(b);
                    case CROSSES -> a.crosses(b);
                    case OVERLAPS -> a.overlaps(b);
                });
    }

    private Answer near(Filter.Near near) {
        Geometry a = (Geometry) value(near.left());
        Geometry b = (Geometry) value(near.right());
        return a == null || b == null
                ? Answer.UNKNOWN
                : Answer.of(plane.toPlane(a).isWithinDistance(plane.toPlane(b), near.metres()));
    }

    private Answer temporal(Filter.Temporal temporal) {
        TemporalRelation.Ends ends = temporal.relation().ends();
        Answer all = ends.steps().stream()
                .map(step -> compare(
                        end(temporal.left(), step.firstAtEnd()),
                        Comparison.of(step.sign()).orElseThrow(),
                        end(temporal.right(), step.secondAtEnd())))
                .reduce(Answer.YES, Answer::and);
        return ends.negated() ? all.not() : all;
    }

    private @Nullable Object end(Value time, boolean atEnd) {
        if (time instanceof Value.Interval interval) {
            Value bound = atEnd ? interval.to() : interval.from();
            return bound == null ? (Object) (atEnd ? FilterSql.EVER : -FilterSql.EVER) : value(bound);
        }
        return value(time);
    }

    private @Nullable Object value(Value value) {
        if (value instanceof Value.Property property) {
            return comparable(values.apply(queryables.get(property.name())));
        } else if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Amount amount) {
            return amount.number();
        } else if (value instanceof Value.Truth truth) {
            return truth.truth();
        } else if (value instanceof Value.Day day) {
            return comparable(day.day());
        } else if (value instanceof Value.Moment moment) {
            return FilterSql.days(moment.moment());
        } else if (value instanceof Value.Shape shape) {
            return shape.lonLat();
        } else if (value instanceof Value.CaseI folded) {
            String text = (String) value(folded.text());
            return text == null ? null : TextFunctions.withoutCase(text);
        } else if (value instanceof Value.AccentI plain) {
            String text = (String) value(plain.text());
            return text == null ? null : TextFunctions.withoutAccents(text);
        } else if (value instanceof Value.Arithmetic a) {
            return computed((Double) value(a.left()), a.operator(), (Double) value(a.right()));
        }
        throw new IllegalArgumentException("not a value of its own: " + value);
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return (double) day.toEpochDay();
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static @Nullable Double computed(@Nullable Double a, Value.Operator operator, @Nullable Double b) {
        if (a == null || b == null) {
            return null;
        }
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case OVER -> b == 0 ? null : Double.valueOf(a / b);
            case WHOLE -> b == 0 ? null : Double.valueOf(towardsZero(a / b));
            case REMAINDER -> b == 0 ? null : Double.valueOf(a - b * towardsZero(a / b));
            case POWER -> power(a, b);
        };
    }

    private static double towardsZero(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    private static @Nullable Double power(double base, double exponent) {
        if (base == 0) {
            return exponent < 0 ? null : Double.valueOf(exponent == 0 ? 1 : 0);
        }
        boolean real = base > 0 || exponent == towardsZero(exponent);
        return real && Math.abs(exponent * Math.log(Math.abs(base))) <= Value.Operator.MOST_LN
                ? Double.valueOf(Math.pow(base, exponent))
                : null;
    }

    private static Answer compare(@Nullable Object a, Comparison by, @Nullable Object b) {
        if (a == null || b == null) {
            return Answer.UNKNOWN;
        }
        int order = order(a, b);
        return Answer.of(
                switch (by) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case LESS -> order < 0;
                    case GREATER -> order > 0;
                    case AT_MOST -> order <= 0;
                    case AT_LEAST -> order >= 0;
                });
    }

    /** Text by the numbers of its characters, whatever the language; the two zeros are one number. */
    private static int order(Object a, Object b) {
        if (a instanceof String text) {
            return Arrays.compareUnsigned(
                    text.getBytes(StandardCharsets.UTF_8), ((String) b).getBytes(StandardCharsets.UTF_8));
        }
        return a instanceof Boolean truth
                ? Boolean.compare(truth, (Boolean) b)
                : Double.compare((Double) a + 0.0, (Double) b + 0.0);
    }

    private static Answer like(@Nullable String text, @Nullable String pattern) {
        return text == null ? Answer.UNKNOWN : Answer.of(TextFunctions.like(text, Objects.requireNonNull(pattern)));
    }
}

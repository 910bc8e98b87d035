package org.greenplan.filter;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.Value;
import org.greenplan.crs.PlanCrs;
import org.greenplan.filter.FilterPlan.Park;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** What a filter says of a park, worked out the plain way: true, false, or null where it is not known. */
record Reference(Park park) {
    @Nullable
    Boolean holds(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and(and.parts().stream().map(this::holds).toArray(Boolean[]::new));
        } else if (filter instanceof Filter.Or or) {
            return not(and(or.parts().stream().map(p -> not(holds(p))).toArray(Boolean[]::new)));
        } else if (filter instanceof Filter.Not not) {
            return not(holds(not.filter()));
        } else if (filter instanceof Filter.Holds holds) {
            return (Boolean) value(holds.value());
        } else if (filter instanceof Filter.Compare c) {
            return compare(value(c.left()), c.by().sign(), value(c.right()));
        } else if (filter instanceof Filter.Like like) {
            return like((String) value(like.text()), (String) value(like.pattern()));
        } else if (filter instanceof Filter.Between b) {
            return and(
                    compare(value(b.value()), ">=", value(b.low())), compare(value(b.value()), "<=", value(b.high())));
        } else if (filter instanceof Filter.In in) {
            Boolean[] differ = in.items().stream()
                    .map(i -> compare(value(in.value()), "<>", value(i)))
                    .toArray(Boolean[]::new);
            return not(and(differ));
        } else if (filter instanceof Filter.IsNull isNull) {
            return value(isNull.value()) == null;
        } else if (filter instanceof Filter.Near near) {
            Geometry a = PlanCrs.EPSG_4547.toPlane((Geometry) value(near.left()));
            return a.distance(PlanCrs.EPSG_4547.toPlane((Geometry) value(near.right()))) <= near.metres();
        }
        return filter instanceof Filter.Temporal t ? temporal(t) : spatial((Filter.Spatial) filter);
    }

    private Boolean spatial(Filter.Spatial spatial) {
        Geometry a = (Geometry) value(spatial.left());
        Geometry b = (Geometry) value(spatial.right());
        return switch (spatial.relation()) {
            case INTERSECTS -> a.relate(b).isIntersects();
            case DISJOINT -> a.relate(b).isDisjoint();
            case WITHIN -> a.relate(b).isWithin();
            case CONTAINS -> a.relate(b).isContains();
            case EQUALS -> a.relate(b).isEquals(a.getDimension(), b.getDimension());
            case TOUCHES -> a.relate(b).isTouches(a.getDimension(), b.getDimension());
            case CROSSES -> a.relate(b).isCrosses(a.getDimension(), b.getDimension());
            case OVERLAPS -> a.relate(b).isOverlaps(a.getDimension(), b.getDimension());
        };
    }

    private @Nullable Boolean temporal(Filter.Temporal t) {
        Double a0 = end(t.left(), false);
        Double a1 = end(t.left(), true);
        Double b0 = end(t.right(), false);
        Double b1 = end(t.right(), true);
        return switch (t.relation()) {
            case AFTER -> compare(a0, ">", b1);
            case BEFORE -> compare(a1, "<", b0);
            case CONTAINS -> and(compare(a0, "<", b0), compare(a1, ">", b1));
            case DISJOINT -> not(and(not(compare(a1, "<", b0)), not(compare(a0, ">", b1))));
            case DURING -> and(compare(a0, ">", b0), compare(a1, "<", b1));
            case EQUALS -> and(compare(a0, "=", b0), compare(a1, "=", b1));
            case FINISHEDBY -> and(compare(a0, "<", b0), compare(a1, "=", b1));
            case FINISHES -> and(compare(a0, ">", b0), compare(a1, "=", b1));
            case INTERSECTS -> and(not(compare(a1, "<", b0)), not(compare(a0, ">", b1)));
            case MEETS -> compare(a1, "=", b0);
            case METBY -> compare(a0, "=", b1);
            case OVERLAPPEDBY -> and(compare(a0, ">", b0), compare(a0, "<", b1), compare(a1, ">", b1));
            case OVERLAPS -> and(compare(a0, "<", b0), compare(a1, ">", b0), compare(a1, "<", b1));
            case STARTEDBY -> and(compare(a0, "=", b0), compare(a1, ">", b1));
            case STARTS -> and(compare(a0, "=", b0), compare(a1, "<", b1));
        };
    }

    private @Nullable Double end(Value time, boolean atEnd) {
        if (time instanceof Value.Interval interval) {
            Value bound = atEnd ? interval.to() : interval.from();
            return bound == null ? Double.valueOf(atEnd ? 1e300 : -1e300) : (Double) value(bound);
        }
        return (Double) value(time);
    }

    private @Nullable Object value(Value value) {
        if (value instanceof Value.Property property) {
            return property(property.name());
        } else if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Amount amount) {
            return amount.number();
        } else if (value instanceof Value.Truth truth) {
            return truth.truth();
        } else if (value instanceof Value.Day day) {
            return (double) day.day().toEpochDay();
        } else if (value instanceof Value.Moment moment) {
            return moment.moment().toEpochMilli() / 86_400_000.0;
        } else if (value instanceof Value.Shape shape) {
            return shape.lonLat();
        } else if (value instanceof Value.CaseI folded) {
            String text = (String) value(folded.text());
            return text == null ? null : text.toLowerCase(Locale.ROOT);
        } else if (value instanceof Value.AccentI plain) {
            String text = (String) value(plain.text());
            return text == null
                    ? null
                    : Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        }
        Value.Arithmetic a = (Value.Arithmetic) value;
        return computed((Double) value(a.left()), a.operator(), (Double) value(a.right()));
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
        };
    }

    private @Nullable Object property(String name) {
        Object value =
                switch (name) {
                    case "geom" -> park.feature().geometry();
                    case "fid" -> park.feature().ref().id();
                    case "version" -> (long) park.feature().version();
                    case "net_plane_m2" -> park.netPlaneM2();
                    default -> park.feature().attributes().get(name);
                };
        if (value instanceof Long whole) {
            return (double) whole;
        }
        return value instanceof LocalDate day ? Double.valueOf(day.toEpochDay()) : value;
    }

    private static @Nullable Boolean compare(@Nullable Object a, String sign, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        int order = a instanceof String text
                ? Arrays.compareUnsigned(bytes(text), bytes((String) b))
                : a instanceof Boolean bool
                        ? Boolean.compare(bool, (Boolean) b)
                        : Double.compare((Double) a + 0.0, (Double) b + 0.0);
        return switch (sign) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Boolean like(@Nullable String text, String pattern) {
        if (text == null) {
            return null;
        }
        StringBuilder regex = new StringBuilder();
        List<Integer> all = pattern.codePoints().boxed().toList();
        for (int i = 0; i < all.size(); i++) {
            String c = Character.toString(all.get(i));
            if (c.equals("\\")) {
                regex.append(Pattern.quote(Character.toString(all.get(++i))));
            } else {
                regex.append(c.equals("%") ? ".*" : c.equals("_") ? "." : Pattern.quote(c));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    private static @Nullable Boolean not(@Nullable Boolean holds) {
        return holds == null ? null : Boolean.valueOf(!holds);
    }

    /** False if one part is false, else not known if one part is not known. */
    private static @Nullable Boolean and(@Nullable Boolean... parts) {
        List<@Nullable Boolean> all = Arrays.asList(parts);
        if (all.contains(Boolean.FALSE)) {
            return false;
        }
        return all.contains(null) ? null : Boolean.TRUE;
    }
}

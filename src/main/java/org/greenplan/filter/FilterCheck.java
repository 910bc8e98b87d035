package org.greenplan.filter;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CodeList;
import org.greenplan.cql2.Cql2Writer;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.Literals;
import org.greenplan.cql2.Refusal;
import org.greenplan.cql2.SpatialRelation;
import org.greenplan.cql2.Value;
import org.greenplan.filter.Queryable.Kind;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;

/**
 * Holds a filter against the layer it is asked of: unknown properties and comparisons of unlike things are refused, titles of code
 * lists become their codes, dates in quotes become dates. What comes out can be translated without another question.
 *
 * @param asked takes the names of the properties that the filter asks for
 */
record FilterCheck(Catalogue catalogue, Queryables queryables, Set<String> asked) {
    Filter filter(Filter filter) {
        if (filter instanceof Filter.And and) {
            return new Filter.And(and.parts().stream().map(this::filter).toList());
        } else if (filter instanceof Filter.Or or) {
            return new Filter.Or(or.parts().stream().map(this::filter).toList());
        } else if (filter instanceof Filter.Not not) {
            return new Filter.Not(filter(not.filter()));
        } else if (filter instanceof Filter.Holds holds) {
            return new Filter.Holds(of(holds.value(), Kind.TRUTH, Words.of("条件", "a condition")));
        } else if (filter instanceof Filter.Compare compare) {
            return compare(compare);
        } else if (filter instanceof Filter.Like like) {
            return like(like);
        } else if (filter instanceof Filter.Between b) {
            List<Value> all = comparable(List.of(b.value(), b.low(), b.high()), true, "BETWEEN");
            return new Filter.Between(all.get(0), all.get(1), all.get(2));
        } else if (filter instanceof Filter.In in) {
            List<Value> all = comparable(
                    Stream.concat(Stream.of(in.value()), in.items().stream()).toList(), false, "IN");
            return new Filter.In(all.get(0), all.subList(1, all.size()));
        } else if (filter instanceof Filter.IsNull isNull) {
            kind(isNull.value());
            return isNull;
        } else if (filter instanceof Filter.Temporal temporal) {
            Words where = Words.of("T_" + temporal.relation(), "T_" + temporal.relation());
            return new Filter.Temporal(
                    temporal.relation(), time(temporal.left(), where), time(temporal.right(), where));
        }
        return filter instanceof Filter.Near near ? near(near) : spatial((Filter.Spatial) filter);
    }

    private Filter compare(Filter.Compare compare) {
        List<Value> both = comparable(
                List.of(compare.left(), compare.right()),
                compare.by().isOrder(),
                compare.by().sign());
        return new Filter.Compare(compare.by(), both.get(0), both.get(1));
    }

    private Filter like(Filter.Like like) {
        Words where = Words.of("LIKE", "LIKE");
        of(like.text(), Kind.TEXT, where);
        of(like.pattern(), Kind.TEXT, where);
        LikePattern.require(like.pattern());
        return like;
    }

    /** The values made alike, all of one kind. */
    private List<Value> comparable(List<Value> values, boolean ordered, String sign) {
        Value model = values.stream()
                .filter(v -> v instanceof Value.Property)
                .findFirst()
                .orElse(values.get(0));
        List<Value> alike = values.stream().map(v -> likened(v, model)).toList();
        Kind kind = kind(model instanceof Value.Property ? model : alike.get(0));
        for (Value value : alike) {
            Kind other = kind(value);
            if (other != kind) {
                throw Refusal.of(
                        "“" + sign + "”不能比较" + name(model).zh() + "("
                                + kind.words().zh() + ")和" + name(value).zh() + "("
                                + other.words().zh() + ")。",
                        "\"" + sign + "\" cannot compare " + name(model).en() + " ("
                                + kind.words().en() + ") with " + name(value).en() + " ("
                                + other.words().en() + ").");
            }
        }
        if (kind == Kind.SHAPE || kind == Kind.INTERVAL || (kind == Kind.TRUTH && ordered)) {
            throw Refusal.of(
                    "“" + sign + "”不能用于" + kind.words().zh() + "。",
                    "\"" + sign + "\" does not take " + kind.words().en() + ".");
        }
        return alike;
    }

    /** A literal as the property it is compared with has it: the code of a title, the date of a text. */
    private Value likened(Value value, Value model) {
        if (!(value instanceof Value.Text text) || !(model instanceof Value.Property property)) {
            return value;
        }
        Queryable queryable = queryable(property);
        if (queryable.kind() == Kind.TIME) {
            return Literals.instant(text.text());
        }
        String listId = queryable.codeList();
        CodeList list = listId == null ? null : catalogue.codeLists().get(listId);
        if (list == null || list.find(text.text()).isPresent()) {
            return value;
        }
        return list.codes().stream()
                .filter(c ->
                        c.title().zh().equals(text.text()) || c.title().en().equalsIgnoreCase(text.text()))
                .findFirst()
                .<Value>map(c -> new Value.Text(c.code()))
                .orElse(value);
    }

    private Value time(Value value, Words where) {
        if (value instanceof Value.Interval interval) {
            Stream.of(interval.from(), interval.to())
                    .filter(java.util.Objects::nonNull)
                    .forEach(bound -> of(bound, Kind.TIME, where));
            return value;
        }
        return of(value, Kind.TIME, where);
    }

    private Filter near(Filter.Near near) {
        Filter.Spatial turned = featureFirst(SpatialRelation.INTERSECTS, near.left(), near.right(), "S_DWITHIN");
        return Filter.any(parts(((Value.Shape) turned.right()).lonLat()).stream()
                .map(part -> new Filter.Near(turned.left(), part, near.metres()))
                .toList());
    }

    private Filter spatial(Filter.Spatial spatial) {
        String name = "S_" + spatial.relation();
        Filter.Spatial turned = featureFirst(spatial.relation(), spatial.left(), spatial.right(), name);
        List<Filter> each = parts(((Value.Shape) turned.right()).lonLat()).stream()
                .<Filter>map(part -> new Filter.Spatial(turned.relation(), turned.left(), part))
                .toList();
        if (each.size() == 1 || turned.relation() == SpatialRelation.INTERSECTS) {
            return Filter.any(each);
        } else if (turned.relation() == SpatialRelation.DISJOINT) {
            return Filter.all(each);
        }
        throw Refusal.of(
                name + " 不支持 GEOMETRYCOLLECTION;请改用 MULTIPOINT、MULTILINESTRING 或 MULTIPOLYGON。",
                name + " does not take a GEOMETRYCOLLECTION; use MULTIPOINT, MULTILINESTRING or MULTIPOLYGON.");
    }

    private Filter.Spatial featureFirst(SpatialRelation relation, Value left, Value right, String name) {
        if (left instanceof Value.Shape && right instanceof Value.Property) {
            return featureFirst(relation.turned(), right, left, name);
        }
        boolean fits = left instanceof Value.Property && kind(left) == Kind.SHAPE && right instanceof Value.Shape;
        if (!fits) {
            throw Refusal.of(
                    name + " 比较要素的几何(" + Queryables.SHAPE + ")和一个写出的几何，例如 " + name + "(" + Queryables.SHAPE
                            + ", POINT(116.39 39.91)…)。",
                    name + " compares the feature's geometry (" + Queryables.SHAPE
                            + ") with one that is written out, such as " + name + "("
                            + Queryables.SHAPE + ", POINT(116.39 39.91)…).");
        }
        return new Filter.Spatial(relation, left, right);
    }

    /** The members of a mixed collection, or the one shape. */
    private static List<Value.Shape> parts(Geometry shape) {
        if (!shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            return List.of(new Value.Shape(shape));
        }
        GeometryCollection mixed = (GeometryCollection) shape;
        return java.util.stream.IntStream.range(0, mixed.getNumGeometries())
                .mapToObj(mixed::getGeometryN)
                .flatMap(part -> parts(part).stream())
                .toList();
    }

    private Value of(Value value, Kind kind, Words where) {
        Kind found = kind(value);
        if (found != kind) {
            throw Refusal.of(
                    where.zh() + "需要" + kind.words().zh() + "," + name(value).zh() + "是"
                            + found.words().zh() + "。",
                    where.en() + " needs " + kind.words().en() + "; "
                            + name(value).en() + " is " + found.words().en() + ".");
        }
        return value;
    }

    private Kind kind(Value value) {
        if (value instanceof Value.Property property) {
            return queryable(property).kind();
        } else if (value instanceof Value.CaseI folded) {
            of(folded.text(), Kind.TEXT, Words.of("CASEI", "CASEI"));
            return Kind.TEXT;
        } else if (value instanceof Value.AccentI plain) {
            of(plain.text(), Kind.TEXT, Words.of("ACCENTI", "ACCENTI"));
            return Kind.TEXT;
        } else if (value instanceof Value.Arithmetic a) {
            Words where = Words.of(
                    "“" + a.operator().sign() + "”", "\"" + a.operator().sign() + "\"");
            operand(a.left(), where);
            operand(a.right(), where);
            return Kind.NUMBER;
        } else if (value instanceof Value.Text) {
            return Kind.TEXT;
        } else if (value instanceof Value.Amount) {
            return Kind.NUMBER;
        } else if (value instanceof Value.Truth) {
            return Kind.TRUTH;
        } else if (value instanceof Value.Interval) {
            return Kind.INTERVAL;
        }
        return value instanceof Value.Shape ? Kind.SHAPE : Kind.TIME;
    }

    /** Numbers in computations stay within bounds that no product of a few of them leaves. */
    private void operand(Value value, Words where) {
        of(value, Kind.NUMBER, where);
        if (value instanceof Value.Amount amount && amount.number() != 0) {
            double size = Math.abs(amount.number());
            if (size < 1e-12 || size > 1e12) {
                throw Refusal.of(
                        "算式中的数 " + amount.number() + " 过大或过小（1e-12 到 1e12）。",
                        "the number " + amount.number()
                                + " is too large or too small for a computation (1e-12 to 1e12).");
            }
        }
    }

    private Queryable queryable(Value.Property property) {
        Queryable found = queryables.get(property.name());
        asked.add(found.name());
        return found;
    }

    private Words name(Value value) {
        if (value instanceof Value.Property property) {
            Words title = queryable(property).title();
            return Words.of("“" + title.zh() + "”", property.name());
        }
        String written = Refusal.quoted(new Cql2Writer().value(value));
        return Words.of(written, written);
    }
}

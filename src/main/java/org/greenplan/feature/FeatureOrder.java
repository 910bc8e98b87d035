package org.greenplan.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * One thing to sort by: an attribute, or what else is kept of a feature. Unset values come last either way, and features that are equal so far follow their numbers, so that the
 * order is the same in both stores and every feature has one place in it.
 *
 * @param name under which a feature in memory has it
 * @param sql of its value in the layer's table
 */
public record FeatureOrder(String name, AttributeType type, String sql, boolean descending) {
    /** By an attribute of the layer. */
    public static FeatureOrder of(Attribute attribute, boolean descending) {
        return new FeatureOrder(attribute.name(), attribute.type(), Session.quoted(attribute.name()), descending);
    }

    /** Where a feature stands in an order: its number and the values it is sorted by. */
    public record Place(long id, List<@Nullable Object> values) {
        public Place {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** The SQL of an order, the number last. */
    static String sql(List<FeatureOrder> order, Dialect dialect) {
        StringBuilder sql = new StringBuilder();
        for (FeatureOrder key : order) {
            sql.append(key.column(dialect))
                    .append(key.descending ? " DESC" : " ASC")
                    .append(" NULLS LAST, ");
        }
        return sql.append("fid").toString();
    }

    /** The same order of features in memory. */
    public static Comparator<Feature> inMemory(List<FeatureOrder> order) {
        return (one, other) -> compare(place(one, order), place(other, order), order);
    }

    /** Whether a feature comes after a place in the order. */
    public static boolean isAfter(Feature feature, Place place, List<FeatureOrder> order) {
        return compare(place(feature, order), place, order) > 0;
    }

    private static Place place(Feature feature, List<FeatureOrder> order) {
        List<@Nullable Object> values = new ArrayList<>();
        order.forEach(key -> values.add(feature.attributes().get(key.name())));
        return new Place(feature.ref().id(), values);
    }

    private static int compare(Place one, Place other, List<FeatureOrder> order) {
        for (int i = 0; i < order.size(); i++) {
            Object a = one.values().get(i);
            Object b = other.values().get(i);
            int by = a == null || b == null
                    ? (a == null ? 1 : 0) - (b == null ? 1 : 0)
                    : order.get(i).compare(a, b);
            if (by != 0) {
                return by;
            }
        }
        return Long.compare(one.id(), other.id());
    }

    private int compare(Object a, Object b) {
        int by = a instanceof Number one && b instanceof Number other
                ? Double.compare(one.doubleValue(), other.doubleValue())
                : a.toString().compareTo(b.toString());
        return descending ? -by : by;
    }

    /** Rows after a place in the order. */
    public static Condition after(Place place, List<FeatureOrder> order, Dialect dialect) {
        return rest(place, order, 0, dialect);
    }

    private static Condition rest(Place place, List<FeatureOrder> order, int at, Dialect dialect) {
        if (at == order.size()) {
            return new Condition("fid > ?", List.of(place.id()));
        }
        FeatureOrder key = order.get(at);
        String column = key.column(dialect);
        Object value = place.values().get(at);
        Condition equal = rest(place, order, at + 1, dialect);
        if (value == null) {
            return new Condition(column + " IS NULL AND (" + equal.sql() + ")", equal.parameters());
        }
        List<Object> parameters = new ArrayList<>(List.of(value, value));
        parameters.addAll(equal.parameters());
        return new Condition(
                column + (key.descending ? " < ?" : " > ?") + " OR " + column + " IS NULL OR (" + column + " = ? AND ("
                        + equal.sql() + "))",
                parameters);
    }

    private String column(Dialect dialect) {
        return type == AttributeType.TEXT ? dialect.expressions().byteOrder(sql) : sql;
    }
}

package org.greenplan.cql2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A question that a feature answers with yes, no, or "not known" where the attribute asked for is not set. */
public sealed interface Filter extends Term {
    /** All parts hold; two parts or more. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds; two parts or more. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter filter) implements Filter {}

    /** A boolean property or literal standing alone. */
    record Holds(Value value) implements Filter {}

    record Compare(Comparison by, Value left, Value right) implements Filter {}

    /** Text against a pattern: {@code %} is any text, {@code _} one character, a backslash takes the meaning from the next. */
    record Like(Value text, Value pattern) implements Filter {}

    record Between(Value value, Value low, Value high) implements Filter {}

    record In(Value value, List<Value> items) implements Filter {
        public In {
            items = List.copyOf(items);
        }
    }

    record IsNull(Value value) implements Filter {}

    /** Two shapes, one of them the feature's. */
    record Spatial(SpatialRelation relation, Value left, Value right) implements Filter {}

    /** Two shapes, one of them the feature's, no more than so many metres apart in the plan's plane. */
    record Near(Value left, Value right, double metres) implements Filter {}

    /** Two instants or intervals. */
    record Temporal(TemporalRelation relation, Value left, Value right) implements Filter {}

    /** How two values are compared. */
    enum Comparison {
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        GREATER(">"),
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The sign, the same in CQL2 and in SQL. */
        public String sign() {
            return sign;
        }

        /** The comparison of a sign. */
        public static Optional<Comparison> of(String sign) {
            return Stream.of(values()).filter(c -> c.sign.equals(sign)).findFirst();
        }

        public boolean isOrder() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }

    /** A filter as it is; a value as the question whether it is true. */
    static Filter of(Term term) {
        if (term instanceof Filter filter) {
            return filter;
        }
        return new Holds((Value) term);
    }

    /** The parts joined: one part stays what it is. */
    static Filter all(List<? extends Term> parts) {
        List<Filter> filters = parts.stream().map(Filter::of).toList();
        return filters.size() == 1 ? filters.get(0) : new And(filters);
    }

    /** One of the parts: one part stays what it is. */
    static Filter any(List<? extends Term> parts) {
        List<Filter> filters = parts.stream().map(Filter::of).toList();
        return filters.size() == 1 ? filters.get(0) : new Or(filters);
    }
}

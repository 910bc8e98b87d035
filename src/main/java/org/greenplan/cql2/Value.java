package org.greenplan.cql2;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** What filters compare: a property of the feature, a literal, or something computed from them. */
public sealed interface Value extends Term {
    /** A queryable of the layer by its name. */
    record Property(String name) implements Value {}

    record Text(String text) implements Value {}

    /** A number; whole numbers are exact up to 2⁵³. */
    record Amount(double number) implements Value {}

    record Truth(boolean truth) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Moment(Instant moment) implements Value {}

    /** From one instant to another; null is open. */
    record Interval(@Nullable Value from, @Nullable Value to) implements Value {}

    /** A shape in lon/lat degrees (EPSG:4490), valid and not empty. */
    record Shape(Geometry lonLat) implements Value {}

    /** Text without the difference of capital and small letters. */
    record CaseI(Value text) implements Value {}

    /** Text without accents. */
    record AccentI(Value text) implements Value {}

    record Arithmetic(Operator operator, Value left, Value right) implements Value {}

    /** What can be computed with numbers. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/"),
        /** What is left of a whole division, with the sign of what is divided. */
        REMAINDER("%"),
        /** Whole division, towards zero. */
        WHOLE("div"),
        /** Of numbers up to 1e12; nothing where the power is no such number. */
        POWER("^");

        /** Greatest logarithm of a power or of its opposite: that of 1e12 nearly, as of all numbers that are computed with. */
        public static final double MOST_LN = 27;

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}

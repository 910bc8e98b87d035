package org.greenplan.cql2;

/** How large a filter may be: far more than a person writes, far less than would hurt a store. */
final class Limits {
    /** Characters of the whole text. */
    static final int LENGTH = 200_000;

    /** Parentheses, NOT and functions inside each other. */
    static final int DEPTH = 64;

    /** Literals and properties of the whole filter: SQLite takes 32,766 parameters in one statement. */
    static final int VALUES = 10_000;

    /** Operators of one computation. */
    static final int OPERATORS = 10;

    /** Metres of S_DWITHIN: a province. */
    static final double METRES = 1_000_000;

    private Limits() {}

    /** Refuses a computation of too many operators. */
    static void requireComputable(int operators) {
        if (operators > OPERATORS) {
            throw Refusal.of(
                    "一个算式最多 " + OPERATORS + " 个运算符。", "one computation has at most " + OPERATORS + " operators.");
        }
    }
}

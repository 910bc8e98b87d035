package org.greenplan.filter;

import org.greenplan.catalogue.AttributeType;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something of a layer's features that a filter can ask for.
 *
 * @param type what it holds, or null where it is the feature's shape
 * @param column where it stands in its table
 * @param codeList id of the code list of its values, or null
 */
public record Queryable(
        String name,
        Words title,
        @Nullable AttributeType type,
        Source source,
        String column,
        @Nullable String unit,
        @Nullable String codeList) {
    /** The table that keeps it. */
    public enum Source {
        FEATURE,
        LEDGER,
        /** None: another layer has it, and here it is never set. */
        NOWHERE
    }

    Kind kind() {
        return type == null ? Kind.SHAPE : Kind.of(type);
    }

    /** Kinds of values that can be compared with each other. */
    enum Kind {
        TEXT("文字", "text"),
        NUMBER("数字", "a number"),
        TRUTH("是/否", "true or false"),
        TIME("日期", "a date or time"),
        INTERVAL("时段", "an interval of time"),
        SHAPE("几何", "a geometry");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Words words() {
            return Words.of(zh, en);
        }

        static Kind of(AttributeType type) {
            return switch (type) {
                case TEXT, LIST -> TEXT;
                case INTEGER, REAL -> NUMBER;
                case BOOLEAN -> TRUTH;
                case DATE -> TIME;
            };
        }
    }
}

package org.greenplan.filter;

import org.jspecify.annotations.Nullable;

/** What a filter says of a feature, as SQL has it: the attribute asked for may not be set, and then nothing is known. */
public enum Answer {
    NO,
    UNKNOWN,
    YES;

    static Answer of(@Nullable Boolean holds) {
        return holds == null ? UNKNOWN : holds ? YES : NO;
    }

    /** No if one says no, else not known if one does not know. */
    Answer and(Answer other) {
        return compareTo(other) < 0 ? this : other;
    }

    /** Yes if one says yes, else not known if one does not know. */
    Answer or(Answer other) {
        return compareTo(other) > 0 ? this : other;
    }

    Answer not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }
}

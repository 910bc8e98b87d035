package org.greenplan.history;

import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an edit in another program should know, who is not there to be told: kept beside its changeset, where neither
 * undo nor the ledger takes it for an effect.
 *
 * @param wrote the row as its author left it ({@link OutsideRow#text}), where some of it was not taken; else null
 */
public record Told(FeatureRef ref, Kind kind, Words words, @Nullable String wrote) {
    /** What happened to the edit. */
    public enum Kind {
        /** A value was not taken: the old one stands, or the default. */
        VALUE,
        /** The shape was mended and taken. */
        MENDED,
        /** The feature got another number. */
        NUMBER,
        /** The shape was put back, or a new row was taken out; what was drawn is kept whole. */
        REFUSED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return kind;
                }
            }
            return VALUE;
        }
    }
}

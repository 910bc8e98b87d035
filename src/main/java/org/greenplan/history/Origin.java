package org.greenplan.history;

import java.util.Locale;

/** Who a changeset comes from. Rights and undo look at this, never at a name that somebody typed. */
public enum Origin {
    /** Somebody at the map, at a client or at the command line. */
    PERSON,
    /** This program by itself: the sample plan, a ledger counted anew. */
    PROGRAM,
    /** Another program that wrote into the layers' tables. */
    OUTSIDE;

    /** As it is stored and as the page hears of it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The origin of a stored code; one that only a newer program knows is nobody's to take back. */
    static Origin of(String code) {
        for (Origin origin : values()) {
            if (origin.code().equals(code)) {
                return origin;
            }
        }
        return PROGRAM;
    }
}

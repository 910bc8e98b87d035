package org.greenplan.verdicts;

import java.util.Locale;

/** How a verdict stands. */
public enum Standing {
    PASSES,
    /** It would pass if the year were known beforehand. */
    ONLY_WITH_FORESIGHT,
    FAILS,
    /** Values are missing. */
    CANNOT_SAY,
    /** Nobody has measured. */
    NOT_CHECKED;

    /** As it is written outside. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

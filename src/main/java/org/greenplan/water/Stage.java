package org.greenplan.water;

/** From when on a work is there. Each stage holds what the earlier ones hold. */
public enum Stage {
    /** Completed or under construction. */
    TODAY,
    /** Approved. */
    APPROVED,
    /** Proposed. */
    PROPOSED;

    /** Whether a work of this stage is there when everything of another stage is. */
    public boolean isThereAt(Stage built) {
        return compareTo(built) <= 0;
    }
}

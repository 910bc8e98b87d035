package org.greenplan.catalogue;

/** What a layer means to the ledger and the rules (design vocabulary). */
public enum Role {
    ADDS_GREEN,
    BASELINE,
    /** The district: outside of it nothing counts. */
    BOUNDARY,
    /** Parts of the district by which figures are split. */
    ZONE,
    CONSTRAINT,
    WATER,
    CONTEXT
}

package org.greenplan.catalogue;

/** What a layer means to the ledger and the rules (design vocabulary). */
public enum Role {
    ADDS_GREEN,
    BASELINE,
    BOUNDARY,
    CONSTRAINT,
    WATER,
    CONTEXT
}

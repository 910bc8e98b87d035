package org.greenplan.store;

/** What opening does where there is no plan yet. */
public enum IfMissing {
    /** Makes an empty one. */
    MAKE,
    /** Says that there is none: a typing error in a name must not end in a plan that nobody asked for. */
    REFUSE
}

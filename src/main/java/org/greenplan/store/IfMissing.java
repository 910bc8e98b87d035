package org.greenplan.store;

/** What opening does where there is no plan yet, or one already. */
public enum IfMissing {
    /** Makes an empty one. */
    MAKE,
    /** Says that there is none: a typing error in a name must not end in a plan that nobody asked for. */
    REFUSE,
    /** Makes an empty one, and says where there is one already: what is to come into it is not for that one. */
    INSIST
}

package org.greenplan.water.flow;

/** How the search for the cheapest flow ended. */
public enum Outcome {
    /** There is none cheaper. */
    OPTIMAL,
    /** No flow keeps all bounds. */
    INFEASIBLE,
    /** Any flow can be made cheaper still. */
    UNBOUNDED,
    /** The limit of pivots was reached; what was found keeps all bounds, but a cheaper one may exist. */
    UNDECIDED
}

package org.greenplan.programme;

/** The targets' sums before a change and after it. */
public record TargetDelta(TargetSums before, TargetSums after) {}

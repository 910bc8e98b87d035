package org.greenplan.follow;

/**
 * A stored figure that a second way of counting does not confirm.
 *
 * @param of the feature, target or zone whose figure it is
 * @param what the figure, with its unit
 */
public record Difference(String of, String what, double stored, double computed) {}

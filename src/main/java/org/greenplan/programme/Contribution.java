package org.greenplan.programme;

import org.greenplan.catalogue.TargetLine;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What one plot is to one target.
 *
 * @param amount what it adds, in square metres, metres or pieces
 * @param why why it adds nothing, for its planner; null where it adds something
 */
public record Contribution(TargetLine line, double amount, @Nullable Words why) {}

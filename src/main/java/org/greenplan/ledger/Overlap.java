package org.greenplan.ledger;

import org.greenplan.count.Areas;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plot or draft that does not count for it, and why; the parts sum to gross − net.
 *
 * @param layer whose it is: that of the plot that counts it, of existing green, or of the district it lies outside of
 * @param id the plot that counts it, or null where none does
 * @param why outside the district, existing green, an upgrade, or counted by another plot
 */
public record Overlap(String layer, @Nullable Long id, String label, Words why, Areas area) {}

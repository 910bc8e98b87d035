package org.greenplan.ledger;

import org.greenplan.count.Areas;
import org.greenplan.count.Taken;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plot or draft that does not count for it, and why; the parts sum to gross − net.
 *
 * @param layer whose it is: that of the plot that counts it, of existing green, or of the district it lies outside of
 * @param id the plot that counts it, or null where none does
 * @param reason why it does not count
 */
public record Overlap(String layer, @Nullable Long id, String label, Taken.Why reason, Areas area) {
    /** The reason as people read it. */
    public Words why() {
        return WhoTook.words(reason);
    }
}

package org.greenplan.supply;

import java.util.List;
import org.greenplan.water.remedy.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A work that could be built, in one of its sizes.
 *
 * @param features what is built with it: a link; a source with the one line that leads its water away; or a lake that holds more
 * @param sized the feature whose capacity this size is; null where the work is taken as it is drawn
 * @param capacityM3PerDay of that feature, or of the first; of a lake the most that it holds, m³
 * @param ownYuan what the sized feature alone costs in this size, yuan
 * @param candidate what the kernel chooses from
 */
public record Offer(
        List<String> features, @Nullable String sized, double capacityM3PerDay, double ownYuan, Candidate candidate) {
    public Offer {
        features = List.copyOf(features);
    }

    /** Whether it is a lake that holds more. */
    public boolean isStorage() {
        return !candidate.lakes().isEmpty();
    }
}

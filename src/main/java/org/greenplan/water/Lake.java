package org.greenplan.water;

import org.jspecify.annotations.Nullable;

/**
 * A lake that stores water.
 *
 * @param deadM3 volume below which nothing is taken; what evaporates may still go below it
 * @param normalM3 volume at the normal level
 * @param limitM3 the most it may hold by month: the volume at the flood-limit level
 * @param catchmentM2 land and water that drain into it
 * @param runoffCoefficient share of the rain on land that arrives
 * @param seepageMmPerDay what the bed loses
 * @param spillTo where water goes that it may not hold; null where nobody has said, which is a finding
 */
public record Lake(
        String id,
        Bathymetry shape,
        Given deadM3,
        Given normalM3,
        Monthly limitM3,
        Given catchmentM2,
        Given runoffCoefficient,
        Given seepageMmPerDay,
        @Nullable String spillTo) {
    /** The same, holding no more than that; what is wanted of it stays what it is. */
    public Lake withLimit(Monthly otherM3) {
        return new Lake(id, shape, deadM3, normalM3, otherM3, catchmentM2, runoffCoefficient, seepageMmPerDay, spillTo);
    }
}

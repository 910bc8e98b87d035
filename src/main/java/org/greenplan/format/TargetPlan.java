package org.greenplan.format;

import java.time.Instant;
import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Crs;
import org.greenplan.problem.Words;

/**
 * What a writer is told of the plan as a whole.
 *
 * @param crs coordinate system of the shapes it gets, always east before north
 * @param decimals how many decimals of a coordinate mean something: nine for degrees, four for metres (0.1 mm both)
 * @param coordinates what a reader of the file has to know about its numbers
 * @param lastChangeset number of the last changeset that the file contains
 * @param lastStamp its stamp, empty where there is none: which copy of the plan the file is of
 */
public record TargetPlan(
        PlanProfile profile,
        Catalogue catalogue,
        Crs crs,
        int decimals,
        Words coordinates,
        Instant exportedAt,
        long lastChangeset,
        String lastStamp,
        List<TargetLayer> layers) {
    public TargetPlan {
        layers = List.copyOf(layers);
    }

    /** True where coordinates are longitude and latitude in degrees. */
    public boolean isLonLat() {
        return crs.geographic();
    }
}

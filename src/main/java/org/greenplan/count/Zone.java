package org.greenplan.count;

import java.util.Comparator;
import org.locationtech.jts.geom.Geometry;

/**
 * A sub-district in the plan's plane. Where zones overlap, the ground belongs to the one that is first by {@link #BY_PRECEDENCE}.
 *
 * @param layerOrder the layer's place in the catalogue
 */
public record Zone(ZoneKey key, int layerOrder, Geometry area) {
    /** The layer's order, then its id, then the older zone (numbers grow with creation): a total order. */
    public static final Comparator<Zone> BY_PRECEDENCE = Comparator.comparingInt(Zone::layerOrder)
            .thenComparing((Zone z) -> z.key().layer())
            .thenComparingLong(z -> z.key().id());
}

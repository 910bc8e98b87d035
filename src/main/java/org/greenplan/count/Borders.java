package org.greenplan.count;

import java.util.List;
import org.greenplan.geo.Mask;
import org.locationtech.jts.geom.Geometry;

/**
 * The district and its sub-districts, indexed once for all plots that are cut with them. Safe for many threads.
 *
 * @param zones in the order of the zones they were made of, which is that of their precedence
 */
public record Borders(Mask district, List<Mask> zones) {
    public Borders {
        zones = List.copyOf(zones);
    }

    public static Borders of(Geometry district, List<Zone> zones) {
        return new Borders(
                new Mask(district), zones.stream().map(z -> new Mask(z.area())).toList());
    }
}

package org.greenplan.waters;

import org.greenplan.crs.PlanCrs;
import org.greenplan.network.Network;
import org.locationtech.jts.geom.Envelope;

/**
 * A water network and what it is true for.
 *
 * @param crs the plane in which it lies
 */
public record NetworkNow(long changeset, PlanCrs crs, Network network) {
    /** Where all that it is made of lies, in lon/lat degrees; null where it is made of nothing. */
    public Envelope lonLat() {
        var box = new Envelope();
        network.drawing()
                .things()
                .values()
                .forEach(
                        thing -> box.expandToInclude(crs.toLonLat(thing.shape()).getEnvelopeInternal()));
        return box;
    }
}

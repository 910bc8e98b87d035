package org.greenplan.waters;

import org.greenplan.crs.PlanCrs;
import org.greenplan.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to the water network.
 *
 * @param crs the plane in which it was found
 * @param before the network as it is stored; null where all of it is found anew
 */
public record NetworkDelta(PlanCrs crs, @Nullable Network before, Network after) {}

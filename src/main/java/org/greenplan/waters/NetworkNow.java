package org.greenplan.waters;

import org.greenplan.crs.PlanCrs;
import org.greenplan.network.Network;

/**
 * A water network and what it is true for.
 *
 * @param crs the plane in which it lies
 */
public record NetworkNow(long changeset, PlanCrs crs, Network network) {}

package org.greenplan.ledger;

import org.locationtech.jts.geom.Geometry;

/** A sub-district in the plan's plane. Zones do not overlap. */
public record Zone(long id, Geometry area) {}

package org.greenplan.supply;

import org.greenplan.water.Stage;
import org.locationtech.jts.geom.Coordinate;

/**
 * A plot of the plan that wants to be watered.
 *
 * @param netM2 what the ledger counts of it
 * @param at somewhere in it, in the plan's plane
 */
public record Green(String id, Stage stage, double netM2, Coordinate at) {}

package org.greenplan.ledger;

/** Which plot: layer and number. */
public record PlotKey(String layer, long id) {}

package org.greenplan.count;

/** Which plot: layer and number. */
public record PlotKey(String layer, long id) {}

package org.greenplan.catalogue;

/** Names of the attributes (metres) that widen a line into a belt: to its left and to its right, seen along the line. */
public record Belt(String leftWidth, String rightWidth) {}

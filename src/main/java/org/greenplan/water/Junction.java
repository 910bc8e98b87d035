package org.greenplan.water;

/**
 * A place without storage where water meets.
 *
 * @param leaves whether water that arrives here has left the district
 */
public record Junction(String id, boolean leaves) {}

package org.greenplan.water;

/**
 * A year that stands for all of its frequency, such as the dry year that three of four exceed.
 *
 * @param id such as {@code dry}
 * @param frequencyPercent share of years with at least as much water, such as 75
 * @param rainMm by month
 * @param evaporationMm from open water, by month
 */
public record TypicalYear(String id, int frequencyPercent, Monthly rainMm, Monthly evaporationMm) {}

package org.greenplan.water.operate;

/**
 * What is wanted of a meter.
 *
 * @param id of the demand
 * @param amount in the meter's units, more than 0
 */
record Target(String id, Meter meter, double amount) {}

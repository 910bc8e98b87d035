package org.greenplan.ledger;

/**
 * What of a plot's net area and counted length lies in one sub-district.
 *
 * @param zoneId number of the sub-district, or 0 for what lies in none
 */
public record Share(long zoneId, Areas net, double lengthM) {}

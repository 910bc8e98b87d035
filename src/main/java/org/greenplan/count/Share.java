package org.greenplan.count;

/**
 * What of a plot's net area and counted length lies in one sub-district and in none before it.
 *
 * @param zone the sub-district, or {@link ZoneKey#NONE} for what lies in none
 * @param lengthM metres on the plane, whole micrometres
 */
public record Share(ZoneKey zone, Areas net, double lengthM) {
    public Share {
        lengthM = Millionths.rounded(lengthM);
    }
}

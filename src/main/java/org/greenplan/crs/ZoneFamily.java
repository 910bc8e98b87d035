package org.greenplan.crs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of Gauss–Krüger zones as the EPSG registry numbers them, one code after the other from the central meridian 75° E to 135° E.
 *
 * @param stepDeg width of a zone, 3 or 6 degrees
 * @param prefixed true where the zone number stands before the six digits of the easting
 */
public record ZoneFamily(Datum datum, int stepDeg, boolean prefixed, int firstEpsg) {
    private static final double FIRST_MERIDIAN_DEG = 75;
    private static final double LAST_MERIDIAN_DEG = 135;

    /** How many zones it has. */
    public int count() {
        return (int) (LAST_MERIDIAN_DEG - FIRST_MERIDIAN_DEG) / stepDeg + 1;
    }

    /** The zone of an EPSG code, if it is one of these. */
    public Optional<Zone> coded(int epsg) {
        return indexed(epsg - firstEpsg);
    }

    /** The zone whose central meridian lies nearest to a longitude in degrees. */
    public Zone at(double lonDeg) {
        int index = (int) Math.round((lonDeg - FIRST_MERIDIAN_DEG) / stepDeg);
        return zone(Math.max(0, Math.min(count() - 1, index)));
    }

    /** The zone of that central meridian in degrees. */
    public Optional<Zone> on(double meridianDeg) {
        double index = (meridianDeg - FIRST_MERIDIAN_DEG) / stepDeg;
        return index == Math.rint(index) ? indexed((int) index) : Optional.empty();
    }

    /** The zone of that number: 25 to 45 for three degrees, 13 to 23 for six. */
    public Optional<Zone> numbered(int number) {
        return on(stepDeg == 3 ? 3.0 * number : 6.0 * number - 3);
    }

    /** The zones whose eastings look like that one, near a longitude: the one whose number stands before it, or the next three. */
    public List<Zone> looking(double eastM, double lonDeg) {
        if (prefixed) {
            return numbered(Zone.numberBefore(eastM)).stream().toList();
        }
        return Zone.numberBefore(eastM) != 0 || eastM == 0
                ? List.of()
                : Stream.of(0, -1, 1).map(side -> at(lonDeg + side * stepDeg)).toList();
    }

    private Optional<Zone> indexed(int index) {
        return index < 0 || index >= count() ? Optional.empty() : Optional.of(zone(index));
    }

    private Zone zone(int index) {
        return new Zone(this, firstEpsg + index, FIRST_MERIDIAN_DEG + (double) stepDeg * index);
    }
}

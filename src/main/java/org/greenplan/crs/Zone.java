package org.greenplan.crs;

import java.util.Optional;
import org.greenplan.problem.Words;

/**
 * One Gauss–Krüger zone of the registry.
 *
 * @param meridianDeg its central meridian, degrees east
 */
public record Zone(ZoneFamily family, int epsg, double meridianDeg) implements Plane {
    private static final double FALSE_EASTING_M = 500_000;
    private static final double PREFIX_M = 1_000_000;

    @Override
    public GaussKruger projection() {
        return new GaussKruger(family.datum().ellipsoid(), meridianDeg, FALSE_EASTING_M + prefixM());
    }

    @Override
    public boolean prefixed() {
        return family.prefixed();
    }

    /** Its number: 25 to 45 for three degrees, 13 to 23 for six. */
    public int number() {
        return (int) Math.round((meridianDeg + (family.stepDeg() == 6 ? 3 : 0)) / family.stepDeg());
    }

    /** What the zone number adds to an easting, metres; 0 where none stands there. */
    public double prefixM() {
        return family.prefixed() ? number() * PREFIX_M : 0;
    }

    /** The same zone with its number before the easting, or without. */
    public Zone prefixed(boolean wanted) {
        return wanted == family.prefixed() ? this : twin();
    }

    @Override
    public Zone bare() {
        return prefixed(false);
    }

    @Override
    public Words title() {
        String degrees = Integer.toString(family.stepDeg());
        Words datum = family.datum().title();
        return family.prefixed()
                ? Words.of(
                        datum.zh() + " " + degrees + " 度带第 " + number() + " 带（带号）",
                        datum.en() + " / " + degrees + "-degree zone " + number() + " (with prefix)")
                : Words.of(
                        datum.zh() + " " + degrees + " 度带，中央经线 " + (int) meridianDeg + "°（无带号）",
                        datum.en() + " / " + degrees + "-degree, central meridian " + (int) meridianDeg
                                + "E (no prefix)");
    }

    @Override
    public Words described() {
        boolean three = family.stepDeg() == 3;
        return Words.of(
                family.datum().title().en() + " " + (three ? "三" : "六") + "度带高斯–克吕格投影，中央经线 " + (int) meridianDeg + "°E"
                        + (family.prefixed() ? "，带号 " + number() : "") + "（EPSG:" + epsg + "）",
                family.datum().title().en() + " " + family.stepDeg() + "-degree Gauss–Krüger, central meridian "
                        + (int) meridianDeg + "°E" + (family.prefixed() ? ", zone number " + number() : "") + " (EPSG:"
                        + epsg + ")");
    }

    private Zone twin() {
        Optional<Zone> twin = Planes.FAMILIES.stream()
                .filter(f -> f.datum() == family.datum()
                        && f.stepDeg() == family.stepDeg()
                        && f.prefixed() != family.prefixed())
                .flatMap(f -> f.on(meridianDeg).stream())
                .findFirst();
        return twin.orElseThrow();
    }

    /** What stands before an easting whose zone has that number, in millions. */
    static int numberBefore(double eastM) {
        return (int) Math.floor(eastM / PREFIX_M);
    }
}

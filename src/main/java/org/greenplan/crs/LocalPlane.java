package org.greenplan.crs;

import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * A plane of a city's own: Gauss–Krüger on CGCS2000 about any meridian, on the ellipsoid raised to the height at which the city lies
 * (semi-major axis + H, the flattening kept), so that lengths on the plane are those on the ground. Longitude and latitude stay what
 * they are, and so does the ellipsoidal area of a shape; its area on the plane grows with H.
 *
 * @param meridianDeg central meridian, degrees east
 * @param falseEastingM what is added to eastings, metres
 * @param falseNorthingM what is added to northings, metres
 * @param heightM projection height H, metres above the ellipsoid
 */
public record LocalPlane(double meridianDeg, double falseEastingM, double falseNorthingM, double heightM)
        implements Plane {
    private static final double FURTHEST_M = 100_000_000;
    private static final double LOWEST_M = -500;
    private static final double HIGHEST_M = 9_000;

    public LocalPlane {
        require(isMeridian(meridianDeg), "中央经线应在 70 至 140 度之间", "the central meridian is 70 to 140 degrees");
        require(
                isShift(falseEastingM) && isShift(falseNorthingM),
                "加常数应在 ±100000000 米之内",
                "false easting and northing are within ±100,000,000 m");
        require(isHeight(heightM), "投影面高程应在 -500 至 9000 米之间", "the projection height is -500 to 9,000 m");
    }

    /** True for numbers that a plane in China may have. */
    static boolean isPlausible(double meridianDeg, double falseEastingM, double falseNorthingM, double heightM) {
        return isMeridian(meridianDeg) && isShift(falseEastingM) && isShift(falseNorthingM) && isHeight(heightM);
    }

    private static boolean isMeridian(double meridianDeg) {
        return meridianDeg >= 70 && meridianDeg <= 140;
    }

    private static boolean isShift(double metres) {
        return Math.abs(metres) <= FURTHEST_M;
    }

    static boolean isHeight(double heightM) {
        return heightM >= LOWEST_M && heightM <= HIGHEST_M;
    }

    private static void require(boolean holds, String zh, String en) {
        if (!holds) {
            throw new Problem.Invalid(
                    Words.of("地方坐标系有误：" + zh + "。", "The local plane is wrong: " + en + "."), "plane");
        }
    }

    @Override
    public GaussKruger projection() {
        Ellipsoid base = Ellipsoid.CGCS2000;
        var raised = new Ellipsoid(base.semiMajorM() + heightM, base.inverseFlattening());
        return new GaussKruger(raised, meridianDeg, falseEastingM, falseNorthingM);
    }

    @Override
    public boolean prefixed() {
        return false;
    }

    @Override
    public Plane bare() {
        return this;
    }

    @Override
    public Words title() {
        return Words.of(
                "地方坐标系，中央经线 " + PlaneText.plain(meridianDeg) + "°" + (heightM == 0 ? "" : "，投影面高程 " + metres(heightM)),
                "Local plane, central meridian " + PlaneText.plain(meridianDeg) + "E"
                        + (heightM == 0 ? "" : ", projection height " + metres(heightM)));
    }

    @Override
    public Words described() {
        String meridian = PlaneText.plain(meridianDeg);
        return Words.of(
                "地方坐标系：CGCS2000 高斯–克吕格投影，中央经线 " + meridian + "°E，投影面高程 " + metres(heightM) + "，加常数 东 "
                        + metres(falseEastingM) + "、北 " + metres(falseNorthingM),
                "a local plane: CGCS2000 Gauss–Krüger, central meridian " + meridian + "°E, projection height "
                        + metres(heightM) + ", false easting " + metres(falseEastingM) + ", false northing "
                        + metres(falseNorthingM));
    }

    private static String metres(double metres) {
        return PlaneText.plain(metres) + " m";
    }
}

package org.greenplan.crs;

/**
 * An ellipsoid of revolution: the figure on which longitude and latitude are meant.
 *
 * @param semiMajorM equatorial radius in metres
 * @param inverseFlattening 1/f
 */
public record Ellipsoid(double semiMajorM, double inverseFlattening) {
    /** CGCS2000 (GB 22021-2008; EPSG ellipsoid 1024). */
    public static final Ellipsoid CGCS2000 = new Ellipsoid(6378137.0, 298.257222101);
    /** IAG 1975, of the Xi'an 1980 system (EPSG ellipsoid 7049). */
    public static final Ellipsoid IAG_1975 = new Ellipsoid(6378140.0, 298.257);
    /** Krassovsky 1940, of the Beijing 1954 system (EPSG ellipsoid 7024). */
    public static final Ellipsoid KRASSOVSKY = new Ellipsoid(6378245.0, 298.3);

    /** f. */
    public double flattening() {
        return 1 / inverseFlattening;
    }

    /** The square of the first eccentricity. */
    public double eccentricity2() {
        double f = flattening();
        return f * (2 - f);
    }

    /** Earth-centred coordinates in metres of a place at height 0 (X to the prime meridian, Z to the pole). */
    public double[] toGeocentric(GaussKruger.LonLat place) {
        double lon = Math.toRadians(place.lonDeg());
        double lat = Math.toRadians(place.latDeg());
        double n = semiMajorM / Math.sqrt(1 - eccentricity2() * Math.sin(lat) * Math.sin(lat));
        return new double[] {
            n * Math.cos(lat) * Math.cos(lon),
            n * Math.cos(lat) * Math.sin(lon),
            n * (1 - eccentricity2()) * Math.sin(lat)
        };
    }

    /** Longitude and latitude of earth-centred coordinates; the height is dropped. Bowring's start and Newton-like steps. */
    public GaussKruger.LonLat fromGeocentric(double[] xyz) {
        double p = Math.hypot(xyz[0], xyz[1]);
        double lat = Math.atan2(xyz[2], p * (1 - eccentricity2()));
        for (int i = 0; i < 6; i++) {
            double n = semiMajorM / Math.sqrt(1 - eccentricity2() * Math.sin(lat) * Math.sin(lat));
            lat = Math.atan2(xyz[2] + eccentricity2() * n * Math.sin(lat), p);
        }
        return new GaussKruger.LonLat(Math.toDegrees(Math.atan2(xyz[1], xyz[0])), Math.toDegrees(lat));
    }
}

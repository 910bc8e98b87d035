package org.greenplan.crs;

import java.util.Locale;
import java.util.Objects;

/**
 * The text of the coordinate systems that files leave in: degrees, planes, Web Mercator.
 *
 * @param name the system's name in the registry, or of a local plane what it is
 * @param esri WKT 1 as ArcGIS writes it into a .prj file
 * @param ogc WKT 1 as a GeoPackage keeps it
 */
public record CrsWkt(String name, String esri, String ogc) {
    private static final String NAME_2000 = "China Geodetic Coordinate System 2000";
    private static final String ESRI_2000 =
            "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                    + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]]";
    private static final String ESRI_84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";
    private static final String OGC_2000 =
            geographic(NAME_2000, "China_2000", "CGCS2000", "298.257222101", 1024, 1043, 4490);
    private static final String OGC_84 = geographic("WGS 84", "WGS_1984", "WGS 84", "298.257223563", 7030, 6326, 4326);

    /** The text of that system. */
    public static CrsWkt of(Crs crs) {
        return switch (crs.kind()) {
            case LON_LAT ->
                crs.equals(Crs.CGCS2000)
                        ? new CrsWkt(NAME_2000, ESRI_2000, OGC_2000)
                        : new CrsWkt("WGS 84", ESRI_84, OGC_84);
            case PLANE, PREFIXED_PLANE ->
                Objects.requireNonNull(crs.plane()) instanceof Zone zone
                        ? zone(zone)
                        : local((LocalPlane) Objects.requireNonNull(crs.plane()));
            case WEB_MERCATOR -> webMercator();
        };
    }

    private static CrsWkt zone(Zone zone) {
        boolean three = zone.family().stepDeg() == 3;
        String which = zone.prefixed() ? "zone " + zone.number() : "CM " + (int) zone.meridianDeg() + "E";
        return plane(
                "CGCS2000 / " + (three ? "3-degree " : "") + "Gauss-Kruger " + which,
                "CGCS2000_" + (three ? "3_Degree_" : "") + "GK_"
                        + which.replace("zone", "Zone").replace(' ', '_'),
                ESRI_2000,
                OGC_2000,
                zone.projection(),
                ",AUTHORITY[\"EPSG\",\"" + zone.epsg() + "\"]");
    }

    /** A raised ellipsoid gets a datum of its own, or programs would take it for CGCS2000 and shift what is not shifted. */
    private static CrsWkt local(LocalPlane local) {
        String name = local.title().en();
        String height = PlaneText.plain(local.heightM());
        String axisM = PlaneText.plain(Ellipsoid.CGCS2000.semiMajorM() + local.heightM());
        boolean raised = local.heightM() != 0;
        String esri = raised
                ? ESRI_2000
                        .replace("GCS_China_Geodetic_Coordinate_System_2000", "GCS_CGCS2000_H_" + height)
                        .replace("D_China_2000", "D_CGCS2000_H_" + height)
                        .replace("\"CGCS2000\",6378137.0", "\"CGCS2000_H_" + height + "\"," + axisM)
                : ESRI_2000;
        String ogc = raised
                ? "GEOGCS[\"CGCS2000 H " + height + "\",DATUM[\"CGCS2000 H " + height + "\",SPHEROID[\"CGCS2000 H "
                        + height + "\"," + axisM
                        + ",298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"
                : OGC_2000;
        return plane(name, name.replaceAll("[^A-Za-z0-9.]+", "_"), esri, ogc, local.projection(), "");
    }

    private static CrsWkt plane(
            String name, String esriName, String esriDegrees, String ogcDegrees, GaussKruger gk, String authority) {
        String meridian = PlaneText.plain(gk.centralMeridianDeg());
        String east = PlaneText.plain(gk.falseEastingM());
        String north = PlaneText.plain(gk.falseNorthingM());
        String esri = String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",%s],"
                        + "PARAMETER[\"False_Northing\",%s],PARAMETER[\"Central_Meridian\",%s],"
                        + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                esriName,
                esriDegrees,
                decimal(east),
                decimal(north),
                decimal(meridian));
        String ogc = String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                        + "PARAMETER[\"central_meridian\",%s],PARAMETER[\"scale_factor\",1],"
                        + "PARAMETER[\"false_easting\",%s],PARAMETER[\"false_northing\",%s],"
                        + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],%s%s]",
                name,
                ogcDegrees,
                meridian,
                east,
                north,
                authority.isEmpty()
                        ? "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]"
                        : "AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]",
                authority);
        return new CrsWkt(name, esri, ogc);
    }

    /** ArcGIS writes whole numbers with a point. */
    private static String decimal(String number) {
        return number.indexOf('.') < 0 ? number + ".0" : number;
    }

    private static CrsWkt webMercator() {
        String esri = "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + ESRI_84
                + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";
        String ogc = "PROJCS[\"WGS 84 / Pseudo-Mercator\"," + OGC_84
                + ",PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],"
                + "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],"
                + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],"
                + "EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
                + " +nadgrids=@null +wktext +no_defs\"],AUTHORITY[\"EPSG\",\"3857\"]]";
        return new CrsWkt("WGS 84 / Pseudo-Mercator", esri, ogc);
    }

    private static String geographic(
            String name,
            String datum,
            String ellipsoid,
            String flattening,
            int ellipsoidCode,
            int datumCode,
            int code) {
        return "GEOGCS[\"" + name + "\",DATUM[\"" + datum + "\",SPHEROID[\"" + ellipsoid + "\",6378137," + flattening
                + ",AUTHORITY[\"EPSG\",\"" + ellipsoidCode + "\"]],AUTHORITY[\"EPSG\",\"" + datumCode + "\"]],"
                + "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"" + code
                + "\"]]";
    }
}

package org.greenplan.crs;

import java.util.Locale;

/**
 * The text of the coordinate systems that files leave in: EPSG 4326, 4490, 4534 to 4554 (3-degree zones), 4513 to 4533 (the same
 * with zone number), 3857.
 *
 * @param name the system's name in the registry
 * @param esri WKT 1 as ArcGIS writes it into a .prj file
 * @param ogc WKT 1 as a GeoPackage keeps it
 */
public record CrsWkt(int epsg, String name, String esri, String ogc) {
    private static final String ESRI_2000 =
            "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                    + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]]";
    private static final String ESRI_84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";
    private static final String OGC_2000 = geographic(
            "China Geodetic Coordinate System 2000", "China_2000", "CGCS2000", "298.257222101", 1024, 1043, 4490);
    private static final String OGC_84 = geographic("WGS 84", "WGS_1984", "WGS 84", "298.257223563", 7030, 6326, 4326);
    private static final int FIRST_PREFIXED = 4513;
    private static final int FIRST_PLAIN = 4534;
    private static final int ZONES = 21;

    /** The text of that system; refuses any that files do not leave in. */
    public static CrsWkt of(int epsg) {
        if (epsg == 4326) {
            return new CrsWkt(epsg, "WGS 84", ESRI_84, OGC_84);
        }
        if (epsg == 4490) {
            return new CrsWkt(epsg, "China Geodetic Coordinate System 2000", ESRI_2000, OGC_2000);
        }
        if (epsg == 3857) {
            return webMercator();
        }
        if (epsg >= FIRST_PLAIN && epsg < FIRST_PLAIN + ZONES) {
            int meridian = 75 + 3 * (epsg - FIRST_PLAIN);
            return zone(epsg, "CM " + meridian + "E", "CM_" + meridian + "E", meridian, 500_000);
        }
        if (epsg >= FIRST_PREFIXED && epsg < FIRST_PREFIXED + ZONES) {
            int zone = 25 + epsg - FIRST_PREFIXED;
            return zone(epsg, "zone " + zone, "Zone_" + zone, 3 * zone, zone * 1_000_000 + 500_000);
        }
        throw new IllegalArgumentException("files do not leave in EPSG:" + epsg);
    }

    private static CrsWkt zone(int epsg, String ending, String esriEnding, int meridian, int falseEasting) {
        String name = "CGCS2000 / 3-degree Gauss-Kruger " + ending;
        String esri = String.format(
                Locale.ROOT,
                "PROJCS[\"CGCS2000_3_Degree_GK_%s\",%s,PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",%d.0],"
                        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%d.0],"
                        + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                esriEnding,
                ESRI_2000,
                falseEasting,
                meridian);
        String ogc = String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                        + "PARAMETER[\"central_meridian\",%d],PARAMETER[\"scale_factor\",1],"
                        + "PARAMETER[\"false_easting\",%d],PARAMETER[\"false_northing\",0],"
                        + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST],"
                        + "AUTHORITY[\"EPSG\",\"%d\"]]",
                name,
                OGC_2000,
                meridian,
                falseEasting,
                epsg);
        return new CrsWkt(epsg, name, esri, ogc);
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
        return new CrsWkt(3857, "WGS 84 / Pseudo-Mercator", esri, ogc);
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

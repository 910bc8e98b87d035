package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.greenplan.crs.CrsText.Datum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a coordinate system is understood by its numbers, whatever it is called. */
class CrsTextTest {
    private static String plane(String name, String ellipsoid, double meridian, double falseEasting) {
        return "PROJCS[\"" + name + "\",GEOGCS[\"GCS\",DATUM[\"D\",SPHEROID[" + ellipsoid
                + "]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
                + "PARAMETER[\"False_Easting\"," + falseEasting + "],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\"," + meridian + "],PARAMETER[\"Scale_Factor\",1.0],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    }

    @Test
    void everySystemThatFilesLeaveInIsRecognisedInBothDialects() {
        IntStream.concat(IntStream.rangeClosed(4491, 4554), IntStream.of(4326, 4490, 3857))
                .forEach(epsg -> {
                    Crs crs = Crs.of("EPSG:" + epsg);
                    CrsWkt wkt = CrsWkt.of(crs);
                    // A 6-degree zone without prefix has the numbers of the 3-degree zone on the same meridian.
                    String same = crs.plane() == null
                            ? crs.code()
                            : Planes.of(
                                            crs.plane().projection().centralMeridianDeg(),
                                            crs.plane().projection().falseEastingM(),
                                            0,
                                            0)
                                    .text();
                    assertThat(CrsText.of(wkt.esri()).orElseThrow().code()).isEqualTo(same);
                    assertThat(CrsText.of(wkt.ogc()).orElseThrow().code()).isEqualTo(same);
                });
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            local name      | "CGCS2000",6378137.0,298.257222101      | 114 | 500000   | CGCS2000     | EPSG:4547
            zone before it  | "CGCS2000",6378137.0,298.257222101      | 114 | 38500000 | CGCS2000     | EPSG:4526
            6-degree zone   | "CGCS2000",6378137.0,298.257222101      | 111 | 19500000 | CGCS2000     | EPSG:4497
            last 6-degree   | "CGCS2000",6378137.0,298.257222101      | 135 | 23500000 | CGCS2000     | EPSG:4501
            own meridian    | "CGCS2000",6378137.0,298.257222101      | 113.3 | 500000 | CGCS2000     | +proj=tmerc +lat_0=0 +lon_0=113.3 +k=1 +x_0=500000 +y_0=0 +a=6378137 +rf=298.257222101 +units=m +no_defs
            wrong zone      | "CGCS2000",6378137.0,298.257222101      | 114 | 37500000 | CGCS2000     | +proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=37500000 +y_0=0 +a=6378137 +rf=298.257222101 +units=m +no_defs
            raised by 800 m | "CGCS2000_H_800",6378937.0,298.257222101 | 87.6 | 50000  | CGCS2000     | +proj=tmerc +lat_0=0 +lon_0=87.6 +k=1 +x_0=50000 +y_0=0 +a=6378937 +rf=298.257222101 +units=m +no_defs
            GPS on a plane  | "WGS_1984",6378137.0,298.257223563      | 114 | 500000   | WGS84        | EPSG:4547
            Xian            | "Xian_1980",6378140.0,298.257           | 114 | 38500000 | XIAN_1980    |
            Beijing         | "Krasovsky_1940",6378245.0,298.3        | 114 | 500000   | BEIJING_1954 |
            """)
    void zonesAreToldByTheirNumbers(
            String name, String ellipsoid, double meridian, double east, Datum datum, String code) {
        assertThat(CrsText.of(plane(name, ellipsoid, meridian, east))).contains(new CrsText(datum, code, name));
    }

    @Test
    void theNewerDialectIsUnderstoodToo() {
        String wkt2 =
                """
                PROJCRS["whatever",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",
                  ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,
                  ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["x",METHOD["Transverse Mercator",ID["EPSG",9807]],
                  PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],
                  PARAMETER["Longitude of natural origin",114],PARAMETER["Scale factor at natural origin",1],
                  PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2],
                  AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],LENGTHUNIT["metre",1],ID["EPSG",4547]]""";
        assertThat(CrsText.of(wkt2).orElseThrow().code()).isEqualTo("EPSG:4547");
    }

    @Test
    void aSystemOfAnotherCountryIsTakenByItsCodeOnly() {
        String etrs = plane("ETRS89 / zone", "\"GRS 1980\",6378137,298.257222101", 114, 500000)
                .replace("DATUM[\"D\"", "DATUM[\"European_Terrestrial_Reference_System_1989\"");
        assertThat(CrsText.of(etrs)).isEmpty();
        String coded = etrs.substring(0, etrs.length() - 1) + ",AUTHORITY[\"EPSG\",\"25832\"]]";
        assertThat(CrsText.of(coded)).contains(new CrsText(Datum.OTHER, "EPSG:25832", "ETRS89 / zone"));
    }

    @Test
    void utmOnWgs84HasItsCode() {
        String utm = plane("WGS_1984_UTM_Zone_49N", "\"WGS_1984\",6378137.0,298.257223563", 111, 500000)
                .replace("Gauss_Kruger", "Transverse_Mercator")
                .replace("\"Scale_Factor\",1.0", "\"Scale_Factor\",0.9996");
        assertThat(CrsText.of(utm).orElseThrow().code()).isEqualTo("EPSG:32649");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EPSG:4547",
                "PROJCS[",
                "PROJCS[\"a\",",
                "GEOGCS[\"x\"]",
                "LOCAL_CS[\"drawing\",UNIT[\"m\",1]]",
                "]["
            })
    void whatIsNoCoordinateSystemIsNone(String text) {
        assertThat(CrsText.of(text)).isEmpty();
    }

    @Test
    void deepNestingAndLengthAreHarmless() {
        assertThat(CrsText.of("A[".repeat(40_000))).isEmpty();
        assertThat(CrsText.of("A[1," + "1,".repeat(1_000_000) + "1]")).isEmpty();
    }
}

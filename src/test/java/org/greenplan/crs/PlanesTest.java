package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of planes against the EPSG registry that GeoTools brings along, code by code, and the text of a plane. */
class PlanesTest {
    private static final String LOCAL =
            "+proj=tmerc +lat_0=0 +lon_0=87.6 +k=1 +x_0=50000 +y_0=-4000000 +a=6378937 +rf=298.257222101 +units=m +no_defs";

    static Stream<Zone> everyZone() {
        return Planes.FAMILIES.stream().flatMap(family -> Stream.iterate(0, i -> i < family.count(), i -> i + 1)
                .map(i -> family.coded(family.firstEpsg() + i).orElseThrow()));
    }

    @Test
    void thereAreSixtyFourPlanesOfCgcs2000() {
        assertThat(everyZone().filter(z -> z.family().datum() == Datum.CGCS2000).map(Zone::epsg))
                .hasSize(64)
                .doesNotHaveDuplicates()
                .allSatisfy(epsg -> assertThat(epsg).isBetween(4491, 4554));
    }

    @ParameterizedTest
    @MethodSource("everyZone")
    void aZoneHasTheNumbersThatTheRegistryHasForItsCode(Zone zone) throws Exception {
        ProjectedCRS registered = (ProjectedCRS) CRS.decode("EPSG:" + zone.epsg(), true);
        ParameterValueGroup values = registered.getConversionFromBase().getParameterValues();
        assertThat(values.parameter("central_meridian").doubleValue()).isEqualTo(zone.meridianDeg());
        assertThat(values.parameter("false_easting").doubleValue())
                .isEqualTo(zone.projection().falseEastingM());
        assertThat(values.parameter("false_northing").doubleValue()).isEqualTo(0);
        assertThat(values.parameter("scale_factor").doubleValue()).isEqualTo(1);
        var ellipsoid = registered.getBaseCRS().getDatum().getEllipsoid();
        assertThat(ellipsoid.getSemiMajorAxis()).isEqualTo(zone.projection().semiMajorM());
        assertThat(ellipsoid.getInverseFlattening())
                .isEqualTo(zone.family().datum().ellipsoid().inverseFlattening());
        String name = registered.getName().getCode();
        assertThat(name.contains("3-degree")).as(name).isEqualTo(zone.family().stepDeg() == 3);
        assertThat(name).endsWith(zone.prefixed() ? "zone " + zone.number() : (int) zone.meridianDeg() + "E");
    }

    @ParameterizedTest
    @MethodSource("everyZone")
    void aZoneIsFoundByItsCodeItsNumberAndItsMeridian(Zone zone) {
        assertThat(Planes.zone(zone.epsg())).contains(zone);
        assertThat(Planes.zone(zone.family().datum(), zone.family().stepDeg(), zone.number(), zone.prefixed()))
                .contains(zone);
        assertThat(zone.family().at(zone.meridianDeg() + 1)).isEqualTo(zone);
        assertThat(zone.prefixed(!zone.prefixed()).prefixed(zone.prefixed())).isEqualTo(zone);
        assertThat(zone.bare().prefixM()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4547, EPSG:4547",
        "4547, EPSG:4547",
        "epsg:4500, EPSG:4500",
        LOCAL + ", " + LOCAL,
        "+proj=tmerc +lon_0=126 +x_0=500000 +ellps=GRS80 +type=crs, EPSG:4551",
        "+proj=tmerc +a=6378137 +rf=298.257222101 +k_0=1 +y_0=0 +x_0=42500000 +lon_0=126, EPSG:4530",
        "+proj=tmerc +lon_0=126.65 +a=6378137.5 +rf=298.257222101,"
                + " +proj=tmerc +lat_0=0 +lon_0=126.65 +k=1 +x_0=0 +y_0=0 +a=6378137.5 +rf=298.257222101 +units=m +no_defs",
    })
    void thereIsOneTextOfAPlane(String written, String kept) {
        assertThat(Planes.of(written).text()).isEqualTo(kept);
        assertThat(Planes.of(kept)).isEqualTo(Planes.of(written));
    }

    @Test
    void aLocalPlaneIsItsFourNumbers() {
        assertThat(Planes.of(LOCAL)).isEqualTo(new LocalPlane(87.6, 50_000, -4_000_000, 800));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4326",
                "EPSG:2383",
                "EPSG:99999",
                "+proj=utm +zone=49",
                "+proj=tmerc",
                "+proj=tmerc +lon_0=x +ellps=GRS80",
                "+proj=tmerc +lon_0=NaN +ellps=GRS80",
                "+proj=tmerc +lon_0=12 +ellps=GRS80",
                "+proj=tmerc +lon_0=126 +ellps=WGS84",
                "+proj=tmerc +lon_0=126 +ellps=GRS80 +k=0.9996",
                "+proj=tmerc +lon_0=126 +ellps=GRS80 +lat_0=30",
                "+proj=tmerc +lon_0=126 +ellps=GRS80 +units=us-ft",
                "+proj=tmerc +lon_0=126 +ellps=GRS80 +lon_0=127",
                "+proj=tmerc +lon_0=126 +a=6388137 +rf=298.257222101",
                "+proj=tmerc +lon_0=126 +ellps=GRS80'); DROP TABLE parks",
            })
    void whatIsNoPlaneIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Planes.of(text))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("plane"));
    }

    @ParameterizedTest
    @CsvSource({
        "34.81, 113.29, 113.29, 34.81",
        "3853744.31, 435035.35, 113.29, 34.81",
        "38435035.35, 3853744.31, 113.29, 34.81",
        "19711098.0, 3855712.0, 113.3053, 34.8148",
    })
    void twoNumbersFindAPlaceByTheZoneBeforeThem(double first, double second, double lon, double lat) {
        var place = CoordinatePair.place(first, second, PlanCrs.of("EPSG:4547")).orElseThrow();
        assertThat(place.lonDeg()).isCloseTo(lon, within(0.01));
        assertThat(place.latDeg()).isCloseTo(lat, within(0.01));
    }

    @Test
    void aPlaceOnALocalPlaneIsFoundByItsNumbers() {
        var place =
                CoordinatePair.place(852213.7018, 41951.4777, PlanCrs.of(LOCAL)).orElseThrow();
        assertThat(place.lonDeg()).isCloseTo(87.5, within(1e-8));
        assertThat(place.latDeg()).isCloseTo(43.8, within(1e-8));
    }
}

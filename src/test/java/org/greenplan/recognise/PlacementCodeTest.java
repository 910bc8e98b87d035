package org.greenplan.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.Planes;
import org.greenplan.crs.Zone;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** Every code of a coordinate system lays the same place where GeoTools lays it. */
class PlacementCodeTest {
    private static final double LON = 113.29;
    private static final double LAT = 34.81;

    @ParameterizedTest
    @ValueSource(ints = {4547, 4526, 4546, 4508, 4509, 4497, 4498, 3857, 4490})
    void aCodeOfCgcs2000IsThatOfTheRegistry(int epsg) throws Exception {
        CoordinateReferenceSystem system = CRS.decode("EPSG:" + epsg, true);
        Coordinate numbers = JTS.transform(
                new Coordinate(LON, LAT), null, CRS.findMathTransform(CRS.decode("EPSG:4490", true), system, true));
        LonLat place = PlacementCode.of("EPSG:" + epsg, null).way().place(numbers.x, numbers.y);
        assertThat(place.lonDeg()).isCloseTo(LON, within(1e-9));
        assertThat(place.latDeg()).isCloseTo(LAT, within(1e-9));
        LonLat swapped = PlacementCode.of(epsg + ":swapped", null).way().place(numbers.y, numbers.x);
        assertThat(swapped).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "2383, 4610",
        "2362, 4610",
        "2344, 4610",
        "2333, 4610",
        "2435, 4214",
        "2414, 4214",
        "21459, 4214",
        "21419, 4214"
    })
    void anOldZoneIsThatOfTheRegistryOnItsOwnEllipsoid(int zone, int geographic) throws Exception {
        CoordinateReferenceSystem old = CRS.decode("EPSG:" + geographic, true);
        Coordinate numbers = JTS.transform(
                new Coordinate(LON, LAT), null, CRS.findMathTransform(old, CRS.decode("EPSG:" + zone, true), true));
        Zone found = Planes.zone(zone).orElseThrow();
        LonLat place = found.projection().inverse(numbers.x, numbers.y);
        assertThat(place.lonDeg()).isCloseTo(LON, within(1e-9));
        assertThat(place.latDeg()).isCloseTo(LAT, within(1e-9));
    }

    @Test
    void anOldSystemIsRefusedUntilItsParametersAreGiven() {
        assertThatThrownBy(() -> PlacementCode.of("EPSG:2383", null))
                .isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                    assertThat(p.words().zh()).contains("1980西安").contains("七参数");
                    assertThat(p.field()).isEqualTo("crs");
                });
        // Nothing but a shift of the ellipsoid: the place moves by what the two ellipsoids differ, metres at most.
        LonLat place = PlacementCode.of("EPSG:2383", "0,0,0,0,0,0,0").way().place(435035, 3853744);
        assertThat(place.lonDeg()).isCloseTo(LON, within(1e-5));
        assertThat(place.latDeg()).isCloseTo(LAT, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EPSG:9999", "4547;DROP", "EPSG:", "gcj", "EPSG:4547:swapped:swapped"})
    void whatIsNoCodeIsRefusedInWords(String code) {
        assertThatThrownBy(() -> PlacementCode.of(code, null))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("EPSG:4490");
    }

    @Test
    void shiftedMapsAreShiftedBack() {
        LonLat gcj = PlacementCode.of("GCJ02", null).way().place(113.296359, 34.809074);
        assertThat(gcj.lonDeg()).isCloseTo(LON, within(2e-6));
        assertThat(gcj.latDeg()).isCloseTo(LAT, within(2e-6));
        LonLat bd = PlacementCode.of("bd09", null).way().place(113.302800, 34.815300);
        assertThat(bd.lonDeg()).isCloseTo(LON, within(2e-5));
        assertThat(bd.latDeg()).isCloseTo(LAT, within(2e-5));
    }
}

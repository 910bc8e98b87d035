package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which number comes first, and the same place by every name. Metres of 4547 and 4526 are those of PROJ. */
class CrsTest {
    private static final double LON = 113.29;
    private static final double LAT = 34.81;

    @ParameterizedTest
    @CsvSource({
        "4326, true, 34.81, 113.29",
        "4490, true, 34.81, 113.29",
        "4547, true, 3853744.31, 435035.35",
        "4526, true, 3853744.31, 38435035.35",
        "3857, false, 12611385.11, 4138090.79",
    })
    void theAxesStandInTheOrderOfTheRegistry(int epsg, boolean northFirst, double first, double second) {
        Crs crs = Crs.find("EPSG:" + epsg).orElseThrow();
        assertThat(crs.northFirst()).isEqualTo(northFirst);
        assertThat(crs.uri()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/" + epsg);
        Crs.Pair pair = crs.pair(LON, LAT);
        assertThat(northFirst ? pair.north() : pair.east()).isCloseTo(first, within(0.006));
        assertThat(northFirst ? pair.east() : pair.north()).isCloseTo(second, within(0.006));
        var place = northFirst ? crs.place(pair.north(), pair.east()) : crs.place(pair.east(), pair.north());
        assertThat(place.lonDeg()).isCloseTo(LON, within(1e-12));
        assertThat(place.latDeg()).isCloseTo(LAT, within(1e-12));
    }

    @Test
    void crs84IsTheSamePlaceTheOtherWayRound() {
        assertThat(Crs.CRS84.uri()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        assertThat(Crs.CRS84.place(LON, LAT))
                .isEqualTo(Crs.find("4326").orElseThrow().place(LAT, LON));
    }

    @Test
    void aBoxOfThePlaneIsCurvedInDegrees() {
        Crs plane = Crs.find("4547").orElseThrow();
        var box = plane.box(3_850_000, 430_000, 3_860_000, 440_000);
        assertThat(box.getNumPoints()).isGreaterThan(60);
        assertThat(box.getEnvelopeInternal().getMinX()).isCloseTo(113.2338, within(0.001));
        assertThat(box.getEnvelopeInternal().getMinY()).isCloseTo(34.776, within(0.001));
    }

    @Test
    void aPlanOffersItsOwnPlaneWithAndWithoutPrefix() {
        assertThat(Crs.offered(Planes.of("EPSG:4547")))
                .extracting(Crs::code)
                .containsExactly("OGC:CRS84", "EPSG:4547", "EPSG:4526", "EPSG:4490", "EPSG:4326", "EPSG:3857");
    }
}

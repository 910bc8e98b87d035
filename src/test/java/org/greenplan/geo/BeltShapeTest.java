package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A corridor's belt lies where its widths say. */
class BeltShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LINESTRING(0 0,100 0) | 10 | 10 | 2000 | POINT(50 9)  | true
            LINESTRING(0 0,100 0) | 10 | 0  | 1000 | POINT(50 9)  | true
            LINESTRING(0 0,100 0) | 10 | 0  | 1000 | POINT(50 -1) | false
            LINESTRING(0 0,100 0) | 0  | 10 | 1000 | POINT(50 -9) | true
            LINESTRING(0 0,100 0) | 20 | 5  | 2500 | POINT(50 19) | true
            LINESTRING(0 0,100 0) | 0  | 0  | 0    | POINT(50 0)  | false
            MULTILINESTRING((0 0,100 0),(200 0,300 0)) | 10 | 10 | 4000 | POINT(250 5) | true
            """)
    void leftAndRightAreSeenAlongTheLine(
            String line, double leftM, double rightM, double areaM2, String place, boolean inside)
            throws ParseException {
        Geometry belt = BeltShape.of(new WKTReader().read(line), leftM, rightM);
        assertThat(belt.getArea()).isCloseTo(areaM2, within(1e-6));
        assertThat(belt.intersects(new WKTReader().read(place))).isEqualTo(inside);
        assertThat(belt.isValid()).isTrue();
    }
}

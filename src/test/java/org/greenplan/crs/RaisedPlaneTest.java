package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Raising a plane to a city's height enlarges what is measured on it, and changes neither a place nor an ellipsoidal area. */
class RaisedPlaneTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @ParameterizedTest
    @ValueSource(doubles = {-150, 0, 800, 3650})
    void theEllipsoidalAreaDoesNotChangeWithTheHeightAndThePlaneAreaDoes(double heightM) {
        Random random = new Random(11);
        PlanCrs ground = PlanCrs.of(new LocalPlane(87.6, 500_000, 0, 0));
        PlanCrs raised = PlanCrs.of(new LocalPlane(87.6, 80_000, -4_000_000, heightM));
        double times = (6_378_137 + heightM) / 6_378_137;
        for (int i = 0; i < 50; i++) {
            Geometry plot = plot(87.4 + random.nextDouble() * 0.8, 43.6 + random.nextDouble() * 0.5);
            Geometry below = ground.toPlane(plot);
            Geometry above = raised.toPlane(plot);
            assertThat(EllipsoidArea.ofPlane(above, raised.projection())
                            / EllipsoidArea.ofPlane(below, ground.projection()))
                    .isCloseTo(1, within(1e-11));
            assertThat(above.getArea() / below.getArea()).isCloseTo(times * times, within(1e-10));
        }
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        GaussKruger plane = new LocalPlane(87.6, 80_000, -4_000_000, 800).projection();
        var there = plane.forward(87.31, 43.91);
        var back = plane.inverse(there.eastM(), there.northM());
        assertThat(back.lonDeg()).isCloseTo(87.31, within(1e-12));
        assertThat(back.latDeg()).isCloseTo(43.91, within(1e-12));
    }

    /** PROJ 9.1 of +proj=tmerc +lon_0=87.6 +x_0=50000 +y_0=-4000000 +a=6378937 +rf=298.257222101. */
    @Test
    void aPlaceLiesWhereProjPutsIt() {
        var p = new LocalPlane(87.6, 50_000, -4_000_000, 800).projection().forward(87.5, 43.8);
        assertThat(p.eastM()).isCloseTo(41951.4776805322, within(1e-7));
        assertThat(p.northM()).isCloseTo(852213.701848807, within(1e-7));
    }

    private static Polygon plot(double lon, double lat) {
        double d = 0.003;
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(lon, lat),
            new Coordinate(lon + d, lat + d / 5),
            new Coordinate(lon + d / 2, lat + d),
            new Coordinate(lon, lat + d / 2),
            new Coordinate(lon, lat)
        });
    }
}

package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The plane and the two areas against published numbers, GeoTools and GeographicLib. */
class ProjectionTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Geodesic CGCS2000 = new Geodesic(6378137, 1 / 298.257222101);
    private static final GaussKruger GK = PlanCrs.of("EPSG:4547").projection();

    @Test
    void thePublishedPointLandsWhereItShould() {
        var point = GK.forward(113.29, 34.81);
        assertThat(point.northM()).isCloseTo(3_853_744.31, within(0.005));
        assertThat(point.eastM()).isCloseTo(435_035.35, within(0.005));
    }

    @Test
    void thePublishedRectangleHasItsThreeAreas() {
        Polygon rectangle = rectangle(113.28, 34.80, 113.30, 34.82);
        assertThat(EllipsoidArea.official(rectangle)).isCloseTo(4_060_239.298, within(0.0005));
        assertThat(PlanCrs.of("EPSG:4547").toPlane(rectangle).getArea()).isCloseTo(4_060_661.5195, within(1e-4));
        Coordinate[] corners = Arrays.stream(rectangle.getCoordinates())
                .map(c -> ContinuedMeridian.plane(c.x, c.y))
                .toArray(Coordinate[]::new);
        assertThat(SHAPES.createPolygon(corners).getArea()).isCloseTo(4_060_661.5195, within(1e-4));
    }

    @Test
    void theContinuedMeridianAgreesToATenthOfAMicrometre() {
        Random random = new Random(6);
        for (int i = 0; i < 200; i++) {
            Coordinate place = new Coordinate(112.5 + 3 * random.nextDouble(), 20 + 30 * random.nextDouble());
            var ours = GK.forward(place.x, place.y);
            assertThat(ContinuedMeridian.plane(place.x, place.y).distance(new Coordinate(ours.eastM(), ours.northM())))
                    .isLessThan(1e-7);
        }
    }

    @Test
    void geoToolsAgreesToATenthOfAMillimetre() throws Exception {
        var transform = CRS.findMathTransform(CRS.decode("EPSG:4490", true), CRS.decode("EPSG:4547", true), true);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Coordinate place = new Coordinate(112.5 + 3 * random.nextDouble(), 20 + 30 * random.nextDouble());
            Coordinate theirs = JTS.transform(place, null, transform);
            var ours = GK.forward(place.x, place.y);
            assertThat(ours.eastM()).isCloseTo(theirs.x, within(1e-4));
            assertThat(ours.northM()).isCloseTo(theirs.y, within(1e-4));
        }
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        Random random = new Random(8);
        for (int i = 0; i < 1000; i++) {
            double lon = 112.5 + 3 * random.nextDouble();
            double lat = 18 + 35 * random.nextDouble();
            var plane = GK.forward(lon, lat);
            var back = GK.inverse(plane.eastM(), plane.northM());
            assertThat(back.lonDeg()).isCloseTo(lon, within(1e-12));
            assertThat(back.latDeg()).isCloseTo(lat, within(1e-12));
        }
    }

    @Test
    void theEllipsoidalAreaOfPlanePolygonsIsGeographicLibs() {
        Random random = new Random(9);
        for (int i = 0; i < 50; i++) {
            double east = 430_000 + 8_000 * random.nextDouble();
            double north = 3_843_000 + 14_000 * random.nextDouble();
            Polygon plot = blob(random, east, north, 300 + 800 * random.nextDouble());
            double ours = EllipsoidArea.ofPlane(plot, GK);
            assertThat(ours / geodesicArea(plot)).isCloseTo(1, within(1e-9));
        }
    }

    /** However tall a shape, it has the area of the strips it is cut into. */
    @ParameterizedTest
    @ValueSource(doubles = {40_000, 400_000})
    void tallShapesHaveTheEllipsoidalAreaOfTheirParts(double heightM) {
        double parts = 0;
        int strips = 400;
        for (int i = 0; i < strips; i++) {
            parts += EllipsoidArea.ofPlane(plane(3_600_000 + i * heightM / strips, heightM / strips), GK);
        }
        assertThat(EllipsoidArea.ofPlane(plane(3_600_000, heightM), GK) / parts).isCloseTo(1, within(1e-11));
    }

    private static Geometry plane(double southM, double heightM) {
        return SHAPES.toGeometry(new Envelope(430_000, 470_000, southM, southM + heightM));
    }

    /** The series for the foot point's latitude, every term of it. */
    @ParameterizedTest
    @ValueSource(doubles = {4, 18, 27, 34.8, 53})
    void theRadiusIsThatOfTheLatitudeWhoseNorthingItIs(double latDeg) {
        double a = 6_378_137;
        double f = 1 / 298.257222101;
        double e2 = f * (2 - f);
        double w2 = 1 - e2 * Math.pow(Math.sin(Math.toRadians(latDeg)), 2);
        double expected = a * a * (1 - e2) / (w2 * w2);
        double northM = GK.forward(114, latDeg).northM();
        assertThat(EllipsoidArea.radiusSquared(northM, GK) / expected).isCloseTo(1, within(1e-12));
    }

    @Test
    void theOfficialFormulaAgreesOnSmallPlots() {
        Polygon plot = rectangle(113.2800, 34.8000, 113.2803, 34.8002);
        double ours = EllipsoidArea.ofPlane(PlanCrs.of("EPSG:4547").toPlane(plot), GK);
        assertThat(EllipsoidArea.official(plot) / ours).isCloseTo(1, within(1e-7));
    }

    /** Edges straight in the plane are followed on the ellipsoid by short geodesics; below a hectare its own rounding would show. */
    private static double geodesicArea(Polygon plane) {
        Geometry dense = PlanCrs.of("EPSG:4547").toLonLat(Densifier.densify(plane, 20));
        PolygonArea area = new PolygonArea(CGCS2000, false);
        Coordinate[] ring = dense.getCoordinates();
        for (int i = 0; i < ring.length - 1; i++) {
            area.AddPoint(ring[i].y, ring[i].x);
        }
        return Math.abs(area.Compute().area);
    }

    private static Polygon blob(Random random, double east, double north, double radius) {
        int n = 12;
        Coordinate[] ring = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            double r = radius * (0.6 + 0.4 * random.nextDouble());
            ring[i] =
                    new Coordinate(east + r * Math.cos(2 * Math.PI * i / n), north + r * Math.sin(2 * Math.PI * i / n));
        }
        ring[n] = ring[0];
        return SHAPES.createPolygon(ring);
    }

    private static Polygon rectangle(double west, double south, double east, double north) {
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }
}

package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.crs.PlanCrs;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Shapes are looked at where they are measured, and mending adds no area. */
class OutlineRepairTest {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;
    /** The grid of the repair and the way to degrees and back are far below. */
    private static final double SKIN_M = 1e-4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void coversTheOddShellsWithoutTheOddHolesAndNothingElse(int seed) {
        var random = new Random(seed);
        int mended = 0;
        for (int i = 0; i < 60; i++) {
            Geometry drawn = nasty(random);
            Geometry lonLat = CRS.toLonLat(drawn);
            GeometryRepair.Repaired repaired;
            try {
                repaired = GeometryRepair.polygon(lonLat, CRS);
            } catch (Problem.Invalid e) {
                assertThat(e.getMessage()).containsAnyOf("less than 1 m²", "no area");
                continue;
            }
            Geometry result = CRS.toPlane(repaired.geometry());
            assertThat(new IsValidOp(result).isValid()).as("%s", drawn).isTrue();
            assertThat(GeometryRepair.polygon(repaired.geometry(), CRS)
                            .geometry()
                            .equalsExact(repaired.geometry()))
                    .as("%s, mended again", repaired.geometry())
                    .isTrue();
            boolean dropped = repaired.notices().stream()
                    .anyMatch(n ->
                            n.kind().equals("small-part-dropped") || n.kind().equals("duplicates-dropped"));
            compare(drawn, result, dropped, random);
            mended += repaired.notices().isEmpty() ? 0 : 1;
        }
        assertThat(mended).isGreaterThan(25);
    }

    private static void compare(Geometry drawn, Geometry result, boolean dropped, Random random) {
        for (int k = 0; k < 60; k++) {
            var place = new Coordinate(EAST + random.nextDouble() * 110 - 5, NORTH + random.nextDouble() * 110 - 5);
            if (drawn.getBoundary().distance(FACTORY.createPoint(place)) < SKIN_M) {
                continue;
            }
            boolean covered = SimplePointInAreaLocator.locate(place, result) == Location.INTERIOR;
            boolean allowed = odd(place, drawn, true) && !odd(place, drawn, false);
            if (covered || !dropped) {
                assertThat(covered).as("at %s of %s", place, drawn).isEqualTo(allowed);
            }
        }
    }

    /** Counts, side by side, how often a ray to the east leaves the shells or the holes. */
    private static boolean odd(Coordinate place, Geometry drawn, boolean shells) {
        boolean odd = false;
        for (int i = 0; i < drawn.getNumGeometries(); i++) {
            var polygon = (Polygon) drawn.getGeometryN(i);
            for (int ring = shells ? -1 : 0; ring < (shells ? 0 : polygon.getNumInteriorRing()); ring++) {
                Coordinate[] c =
                        (ring < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring)).getCoordinates();
                for (int k = 0; k + 1 < c.length; k++) {
                    if ((c[k].y > place.y) != (c[k + 1].y > place.y)) {
                        double x = c[k].x + (place.y - c[k].y) / (c[k + 1].y - c[k].y) * (c[k + 1].x - c[k].x);
                        odd ^= x > place.x;
                    }
                }
            }
        }
        return odd;
    }

    /** One to three polygons with up to two holes each; on a coarse grid, so that much coincides, or anywhere. */
    private static Geometry nasty(Random random) {
        boolean coarse = random.nextBoolean();
        var polygons = new Polygon[1 + random.nextInt(3)];
        for (int i = 0; i < polygons.length; i++) {
            List<LinearRing> holes = new ArrayList<>();
            for (int h = random.nextInt(3); h > 0; h--) {
                holes.add(ring(random, coarse));
            }
            polygons[i] = FACTORY.createPolygon(ring(random, coarse), holes.toArray(new LinearRing[0]));
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private static LinearRing ring(Random random, boolean coarse) {
        List<Coordinate> corners = new ArrayList<>();
        for (int n = 3 + random.nextInt(9); n > 0; n--) {
            Coordinate corner = coarse
                    ? new Coordinate(EAST + 20 * random.nextInt(6), NORTH + 20 * random.nextInt(6))
                    : new Coordinate(EAST + 100 * random.nextDouble(), NORTH + 100 * random.nextDouble());
            corners.add(corner);
            if (random.nextInt(5) == 0) {
                corners.add(new Coordinate(corner.x + 2e-3 * random.nextDouble(), corner.y));
            }
        }
        corners.add(corners.get(0));
        return FACTORY.createLinearRing(corners.toArray(new Coordinate[0]));
    }

    @Test
    void anEdgeOfAKilometreIsStraightInThePlane() {
        // The chord of the parallel passes 12 mm south of its middle: valid in degrees, crossed in the plane, and the
        // other way round.
        double lat = 34.8;
        var chord = new Coordinate[] {new Coordinate(113.23, lat), new Coordinate(113.25, lat)};
        Geometry middle = CRS.toLonLat(FACTORY.createPoint(middle(chord)));
        double chordLat = middle.getCoordinate().y;
        double between = (lat + chordLat) / 2;
        assertThat(Math.abs(lat - chordLat) * 111_000).isBetween(0.01, 0.2);
        var notch = new Coordinate(middle.getCoordinate().x, between);
        boolean north = chordLat > lat;
        Polygon crossedInPlane = FACTORY.createPolygon(new Coordinate[] {
            chord[0],
            chord[1],
            new Coordinate(113.25, north ? lat + 0.01 : lat - 0.01),
            notch,
            new Coordinate(113.23, north ? lat + 0.01 : lat - 0.01),
            chord[0]
        });
        assertThat(new IsValidOp(crossedInPlane).isValid()).isTrue();
        assertThat(GeometryRepair.polygon(crossedInPlane, CRS).notices())
                .extracting(GeometryNote::kind)
                .contains("outline-mended");
        Polygon crossedInDegrees = FACTORY.createPolygon(new Coordinate[] {
            chord[0],
            chord[1],
            new Coordinate(113.25, north ? lat - 0.01 : lat + 0.01),
            notch,
            new Coordinate(113.23, north ? lat - 0.01 : lat + 0.01),
            chord[0]
        });
        assertThat(new IsValidOp(crossedInDegrees).isValid()).isFalse();
        var kept = GeometryRepair.polygon(crossedInDegrees, CRS);
        assertThat(kept.notices()).isEmpty();
        assertThat(kept.geometry()
                        .norm()
                        .equalsExact(FACTORY.createMultiPolygon(new Polygon[] {crossedInDegrees})
                                .norm()))
                .isTrue();
    }

    private static Coordinate middle(Coordinate[] lonLat) {
        Coordinate[] plane = CRS.toPlane(FACTORY.createLineString(lonLat)).getCoordinates();
        return new Coordinate((plane[0].x + plane[1].x) / 2, (plane[0].y + plane[1].y) / 2);
    }

    @Test
    void saysByHowMuchTheAreaChanged() {
        Geometry twice = FACTORY.createMultiPolygon(new Polygon[] {box(0, 0, 20), box(10, 0, 20)});
        assertThat(GeometryRepair.polygon(CRS.toLonLat(twice), CRS)
                        .notices()
                        .get(0)
                        .words()
                        .en())
                .contains("200.00 m² smaller");
        Geometry bow = FACTORY.createPolygon(new Coordinate[] {at(0, 0), at(40, 40), at(40, 0), at(0, 40), at(0, 0)});
        assertThat(GeometryRepair.polygon(CRS.toLonLat(bow), CRS)
                        .notices()
                        .get(0)
                        .words()
                        .en())
                .contains("its area did not change");
    }

    @Test
    void cornersThatNeedNoMendingKeepTheirNumbers() {
        Geometry bow = CRS.toLonLat(FACTORY.createPolygon(
                new Coordinate[] {at(0, 0), at(40.1234567, 40.7654321), at(40, 0), at(0, 40), at(0, 0)}));
        List<Coordinate> before = List.of(bow.getCoordinates());
        List<Coordinate> after =
                List.of(GeometryRepair.polygon(bow, CRS).geometry().getCoordinates());
        assertThat(after).containsAll(before);
    }

    @Test
    void aRingOfManyCrossingsIsRefusedAtOneOfThem() {
        var random = new Random(3);
        List<Coordinate> corners = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            corners.add(at(1000 * random.nextDouble(), 1000 * random.nextDouble()));
        }
        Geometry line = CRS.toLonLat(FACTORY.createLineString(corners.toArray(new Coordinate[0])));
        corners.add(corners.get(0));
        Geometry ring = CRS.toLonLat(FACTORY.createPolygon(corners.toArray(new Coordinate[0])));
        assertThatThrownBy(() -> GeometryRepair.polygon(ring, CRS))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.details()).containsKey("place"))
                .hasMessageContaining("more than 1000 places");
        assertThatThrownBy(() -> GeometryRepair.line(line, CRS))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.details()).containsKey("place"))
                .hasMessageContaining("more than 1000 places");
    }

    @Test
    void aNetOfManyJunctionsIsNoFault() {
        var branches = new org.locationtech.jts.geom.LineString[3000];
        branches[0] = FACTORY.createLineString(new Coordinate[] {at(0, 0), at(3000, 0)});
        for (int i = 1; i < branches.length; i++) {
            branches[i] = FACTORY.createLineString(new Coordinate[] {at(i, 0), at(i, 10)});
        }
        Geometry net = FACTORY.createMultiLineString(branches);
        assertThat(GeometryRepair.line(CRS.toLonLat(net), CRS).notices()).isEmpty();
    }

    private static Polygon box(double east, double north, double side) {
        return FACTORY.createPolygon(new Coordinate[] {
            at(east, north),
            at(east + side, north),
            at(east + side, north + side),
            at(east, north + side),
            at(east, north)
        });
    }

    private static Coordinate at(double east, double north) {
        return new Coordinate(EAST + east, NORTH + north);
    }

    @ParameterizedTest
    @CsvSource({
        "hole-outside.geojson, hole-left-out, 2999.999, 3000.001",
        "double-click.geojson, duplicates-dropped, 2999.96, 3000.001"
    })
    void whatOnceCameInWrong(String file, String notice, double leastM2, double mostM2) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/cases/" + file));
        Geometry drawn = GeoJsonText.parse(
                        JsonTree.of(text).at("/features/0/geometry").toString())
                .geometry();
        var repaired = GeometryRepair.polygon(drawn, CRS);
        assertThat(repaired.notices()).extracting(GeometryNote::kind).containsExactly(notice);
        assertThat(repaired.geometry().getNumGeometries()).isEqualTo(1);
        assertThat(repaired.geometry().getNumPoints()).isEqualTo(5);
        assertThat(CRS.toPlane(repaired.geometry()).getArea()).isBetween(leastM2, mostM2);
    }

    @Test
    void ofACornerThatWasSetTwiceTheOneStaysThatAddsNoArea() {
        Coordinate[] inward = {at(0, 0), at(40, 0), at(40, 40), at(20, 20), at(20, 20.001), at(0, 40), at(0, 0)};
        Coordinate[] outward = {at(0, 0), at(40, 0), at(40.001, 0), at(40, 40), at(0, 40), at(0, 0)};
        for (Coordinate[] corners : List.of(inward, outward)) {
            Geometry drawn = CRS.toLonLat(FACTORY.createPolygon(corners));
            Geometry kept = CRS.toPlane(GeometryRepair.polygon(drawn, CRS).geometry());
            assertThat(kept.getArea()).isLessThanOrEqualTo(CRS.toPlane(drawn).getArea() + 1e-6);
        }
        assertThat(GeometryRepair.polygon(CRS.toLonLat(FACTORY.createPolygon(outward)), CRS)
                        .notices())
                .extracting(GeometryNote::kind)
                .containsExactly("duplicates-dropped");
    }
}

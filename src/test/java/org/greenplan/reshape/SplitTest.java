package org.greenplan.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.crs.PlanCrs;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A shape cut along a line: its pieces are the whole, no more and no less. */
class SplitTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final String HOLED = "POLYGON((0 0, 90 0, 90 60, 0 60, 0 0), (30 20, 60 20, 60 40, 30 40, 30 20))";
    private static final String U = "POLYGON((0 0, 90 0, 90 60, 60 60, 60 20, 30 20, 30 60, 0 60, 0 0))";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON((0 0, 100 0, 100 50, 0 50, 0 0)) | LINESTRING(30 -5, 30 55) | 3500 1500",
                "POLYGON((0 0, 100 0, 100 50, 0 50, 0 0)) | LINESTRING(0 0, 100 50) | 2500 2500",
                "POLYGON((0 0, 100 0, 100 50, 0 50, 0 0)) | LINESTRING(-5 25, 50 25, 50 55) | 3750 1250",
                HOLED + " | LINESTRING(45 -5, 45 65) | 2400 2400",
                U + " | LINESTRING(-5 40, 95 40) | 3000 600 600",
                "MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 0)), ((50 0, 60 0, 60 10, 50 10, 50 0)))"
                        + " | LINESTRING(4 -1, 4 11) | 160 40",
            })
    void piecesAreToldTheLargestFirst(String shape, String line, String areas) {
        assertThat(Split.of(geometry(shape), geometry(line)).stream()
                        .map(piece -> String.valueOf(Math.round(piece.getArea())))
                        .toList())
                .containsExactly(areas.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON((0 0, 100 0, 100 50, 0 50, 0 0)) | LINESTRING(30 -5, 30 45)",
                "POLYGON((0 0, 100 0, 100 50, 0 50, 0 0)) | LINESTRING(200 0, 200 50)",
                "POLYGON((0 0, 100 0, 100 50, 0 50, 0 0)) | LINESTRING(0 0, 100 0)",
                HOLED + " | LINESTRING(45 -5, 45 30)",
            })
    void aLineThatPartsNothingIsRefusedByItsName(String shape, String line) {
        assertThatThrownBy(() -> Split.of(geometry(shape), geometry(line)))
                .isInstanceOfSatisfying(Problem.Invalid.class, problem -> assertThat(problem.field())
                        .isEqualTo("line"));
    }

    /** Also after the way to degrees and back, on which the plan keeps them; and no piece covers ground of another. */
    @Test
    void randomPiecesAreTheWhole() {
        var random = new Random(7);
        int cut = 0;
        for (int i = 0; i < 300; i++) {
            var corners = new Corners(CRS);
            Geometry lonLat = CRS.toLonLat(star(random));
            Geometry whole = corners.toPlane(lonLat);
            List<Geometry> pieces;
            try {
                pieces = Split.of(whole, chord(random));
            } catch (Problem.Invalid e) {
                continue;
            }
            cut++;
            List<Geometry> kept =
                    pieces.stream().map(corners::toLonLat).map(CRS::toPlane).toList();
            assertThat(kept.stream().mapToDouble(Geometry::getArea).sum()).isCloseTo(whole.getArea(), within(1e-6));
            for (int a = 0; a < kept.size(); a++) {
                for (int b = a + 1; b < kept.size(); b++) {
                    assertThat(kept.get(a).intersection(kept.get(b)).getArea()).isLessThan(1e-6);
                }
            }
            List<Coordinate> after = new ArrayList<>();
            pieces.forEach(piece -> after.addAll(List.of(corners.toLonLat(piece).getCoordinates())));
            assertThat(after).as("no corner moves").contains(lonLat.getCoordinates());
        }
        assertThat(cut).isGreaterThan(250);
    }

    private static Polygon star(Random random) {
        int n = 5 + random.nextInt(40);
        var ring = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            double radius = 40 + random.nextDouble() * 120;
            double angle = 2 * Math.PI * i / n;
            ring[i] = new Coordinate(435_000 + radius * Math.cos(angle), 3_853_000 + radius * Math.sin(angle));
        }
        ring[n] = ring[0].copy();
        return SHAPES.createPolygon(ring);
    }

    private static LineString chord(Random random) {
        double angle = random.nextDouble() * Math.PI;
        double off = random.nextDouble() * 30;
        var line = new Coordinate[5];
        for (int i = 0; i < 5; i++) {
            double along = -300 + 150 * i;
            double beside = off + random.nextDouble() * 20;
            line[i] = new Coordinate(
                    435_000 + along * Math.cos(angle) - beside * Math.sin(angle),
                    3_853_000 + along * Math.sin(angle) + beside * Math.cos(angle));
        }
        return SHAPES.createLineString(line);
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}

package org.greenplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The stranger who recounts a plan must be right, too: known numbers, and cases that can be reckoned by hand. */
class OracleTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final TextbookPlane PLANE = TextbookPlane.EPSG_4547;
    private static final double T = 5;

    @Test
    void thePlaneIsThatOfTheAcceptanceNumbers() {
        Coordinate at = PLANE.forward(113.29, 34.81);
        assertThat(at.y).isCloseTo(3_853_744.31, within(0.005));
        assertThat(at.x).isCloseTo(435_035.35, within(0.005));
        Coordinate back = PLANE.inverse(at.x, at.y);
        assertThat(back.x).isCloseTo(113.29, within(1e-12));
        assertThat(back.y).isCloseTo(34.81, within(1e-12));
    }

    @Test
    void theAreasAreThoseOfTheAcceptanceNumbers() {
        Geometry rectangle = SHAPES.toGeometry(new Envelope(113.28, 113.30, 34.80, 34.82));
        assertThat(PLANE.toPlane(rectangle).getArea()).isCloseTo(4_060_661.5195, within(5e-4));
        // Its sides are parallels and meridians there: many short pieces here.
        Geometry fine = Densifier.densify(rectangle, 1e-5);
        assertThat(PLANE.ellipsoidArea(PLANE.toPlane(fine))).isCloseTo(4_060_239.298, within(5e-3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(0 0, 100 0)                  | 10 | 20 | 3000",
                "(0 0, 100 0, 100 100)         | 10 | 0  | 1900",
                "(0 0, 100 0, 100 100)         | 0  | 10 | 2078.539816",
                "(0 0, 100 0, 0 0.0000001)     | 0  | 10 | 2157.079633",
                "(0 0, 100 0, 100 100, 0 100, 0 0) | 0 | 10 | 4314.159265",
            })
    void belts(String line, double leftM, double rightM, double areaM2) throws ParseException {
        assertThat(DefinedBelt.of(line(line), leftM, rightM, 16).getArea()).isCloseTo(areaM2, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(0 0, 1000 0)     | (0 0, 1000 0)                                 | 0",
                "(0 0, 1000 0)     | (1000 0, 0 0)                                 | 0",
                "(0 0, 1000 0)     | (0 4.9, 300 4.9, 1000 4.9)                    | 0",
                "(0 0, 1000 0)     | (0 5.1, 1000 5.1)                             | 1000",
                "(0 0, 1000 0)     | (500 -100, 500 100)                           | 200",
                "(0 0, 1000 0)     | (400 -17.6327, 600 17.6327)                   | 203.0853",
                "(0 0, 1000 0)     | (400 -10, 600 10)                             | 100.4987",
                "(0 0, 1000 0)     | (500 0, 500 100)                              | 100",
                "(0 0, 1000 0)     | (200 0, 500 0, 500 100)                       | 95",
                "(0 0, 1000 0)     | (900 0, 1500 0)                               | 0",
                "(0 0, 1000 0)     | (0 -9, 2000 -9)                               | 1000",
                "(5000 0, 6000 0)  | (0 0, 100 0, 100 2, 0 2)                      | 111",
            })
    void lengthsInADistrictThatEndsAtAThousand(String earlier, String later, double lengthM) throws ParseException {
        Geometry district = SHAPES.toGeometry(new Envelope(-1000, 1000, -1000, 1000));
        var lengths = new LengthRecount(T, district, List.of());
        lengths.next(line(earlier));
        assertThat(lengths.next(line(later))[0]).isCloseTo(lengthM, within(2e-3));
    }

    @Test
    void theOracleKnowsNothingOfTheProgram() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/greenplan/oracle"))) {
            List<String> imports = new ArrayList<>();
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("import") && line.contains("org.greenplan."))
                        .filter(line -> !line.contains("org.greenplan.oracle."))
                        .forEach(imports::add);
            }
            assertThat(imports).isEmpty();
        }
    }

    private static Geometry line(String text) throws ParseException {
        return new WKTReader(SHAPES).read("LINESTRING " + text);
    }
}

package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What designers draw, read as what they meant. */
public class DxfReaderTest {
    @Test
    void aClosedLightPolylineIsAPolygonOfItsLayer() {
        SourceLayer layer = new DrawingText()
                .rectangle("公园绿地", 10, 20, 30, 40, 5, "1A", 38, 112.5, 62, 3)
                .layers()
                .get(0);
        assertThat(layer.name()).isEqualTo("公园绿地");
        assertThat(layer.file()).isEqualTo("图纸.dxf");
        assertThat(layer.count()).hasValue(1);
        assertThat(layer.crs()).isEmpty();
        SourceRow row = DrawingText.rows(List.of(layer)).get(0);
        assertThat(row.number()).isEqualTo(1);
        assertThat(shape(row).toString()).isEqualTo("POLYGON ((10 20, 40 20, 40 60, 10 60, 10 20))");
        assertThat(row.values())
                .containsEntry("layer", "公园绿地")
                .containsEntry("colour", "3")
                .containsEntry("handle", "1A")
                .containsEntry("elevation", 112.5)
                .containsEntry("name", null);
        assertThat(row.notes()).isEmpty();
    }

    @Test
    void bulgesBecomeChordsWithinACentimetre() {
        SourceRow row =
                only(new DrawingText().add(0, "LWPOLYLINE", 8, "a", 70, 1, 10, 0, 20, 0, 42, 1, 10, 100, 20, 0, 42, 1));
        double circle = Math.PI * 50 * 50;
        assertThat(shape(row).getArea()).isBetween(circle - 2 * Math.PI * 50 * 0.01, circle);
        for (var c : shape(row).getCoordinates()) {
            assertThat(Math.hypot(c.x - 50, c.y)).isCloseTo(50, within(1e-9));
        }
        assertThat(row.notes()).extracting(GeometryNote::kind).containsExactly("curves-to-chords");
    }

    @Test
    void aPositiveBulgeTurnsToTheLeft() {
        Geometry half =
                shape(only(new DrawingText().add(0, "LWPOLYLINE", 8, "a", 70, 0, 10, 0, 20, 0, 42, 1, 10, 10, 20, 0)));
        assertThat(half.getDimension()).isEqualTo(1);
        assertThat(half.getEnvelopeInternal().getMinY()).isCloseTo(-5, within(0.01));
        assertThat(half.getEnvelopeInternal().getMaxY()).isZero();
    }

    @Test
    void oldPolylinesAreReadWithTheirVertices() {
        DrawingText drawing = new DrawingText()
                .add(0, "POLYLINE", 8, "old", 66, 1, 10, 0, 20, 0, 70, 1)
                .add(0, "VERTEX", 8, "old", 10, 0, 20, 0)
                .add(0, "VERTEX", 8, "old", 10, 10, 20, 0)
                .add(0, "VERTEX", 8, "old", 10, 99, 20, 99, 70, 16)
                .add(0, "VERTEX", 8, "old", 10, 10, 20, 10)
                .add(0, "SEQEND", 8, "old")
                .add(0, "POLYLINE", 8, "track", 70, 8)
                .add(0, "VERTEX", 8, "track", 10, 0, 20, 0, 30, 1)
                .add(0, "VERTEX", 8, "track", 10, 5, 20, 5, 30, 2)
                .add(0, "SEQEND", 8, "track")
                .add(0, "POLYLINE", 8, "mesh", 70, 64)
                .add(0, "VERTEX", 8, "mesh", 10, 0, 20, 0)
                .add(0, "SEQEND", 8, "mesh");
        List<SourceRow> rows = drawing.rows();
        assertThat(rows)
                .extracting(r -> shape(r).toString())
                .containsExactly("POLYGON ((0 0, 10 0, 10 10, 0 0))", "LINESTRING (0 0, 5 5)");
        assertThat(rows.get(1).notes()).extracting(GeometryNote::kind).containsExactly("height-dropped");
        assertThat(findings(drawing)).anyMatch(f -> f.contains("1 × POLYLINE have no shape"));
    }

    @Test
    void linesThatMeetBecomeAnOutlineOrALine() {
        DrawingText drawing = new DrawingText()
                .add(0, "LINE", 8, "p", 10, 0, 20, 0, 11, 10, 21, 0)
                .add(0, "LINE", 8, "p", 10, 10.0004, 20, 10, 11, 10, 21, 0.0004)
                .add(0, "LINE", 8, "p", 10, 10, 20, 10, 11, 0, 21, 0)
                .add(0, "LINE", 8, "p", 10, 10, 20, 10, 11, 0, 21, 0)
                .add(0, "LINE", 8, "q", 10, 0, 20, 0, 11, 5, 21, 0)
                .add(0, "LINE", 8, "q", 10, 5.01, 20, 0, 11, 9, 21, 0)
                .add(0, "LINE", 8, "q", 10, 9, 20, 3, 11, 9, 21, 0);
        List<SourceRow> rows = drawing.rows();
        assertThat(shape(rows.get(0)).getArea()).isCloseTo(50, within(0.01));
        assertThat(rows.get(0).notes()).extracting(GeometryNote::kind).containsExactly("lines-joined");
        assertThat(rows)
                .extracting(r -> shape(r).toString())
                .contains("LINESTRING (0 0, 5 0)", "LINESTRING (5.01 0, 9 0, 9 3)")
                .hasSize(3);
    }

    @Test
    void circlesArcsEllipsesAndSplinesAreCurves() {
        List<SourceRow> rows = new DrawingText()
                .add(0, "CIRCLE", 8, "circle", 10, 5, 20, 5, 40, 100)
                .add(0, "ARC", 8, "arc", 10, 0, 20, 0, 40, 10, 50, 270, 51, 90)
                .add(0, "ELLIPSE", 8, "ellipse", 10, 0, 20, 0, 11, 100, 21, 0, 40, 0.5, 41, 0, 42, 2 * Math.PI)
                .add(0, "SPLINE", 8, "spline", 70, 8, 71, 2, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1)
                .add(10, 0, 20, 0, 10, 50, 20, 100, 10, 100, 20, 0)
                .rows();
        assertThat(shape(rows.get(0)).getArea()).isCloseTo(Math.PI * 1e4, within(7.0));
        assertThat(shape(rows.get(1)).getLength()).isCloseTo(Math.PI * 10, within(0.05));
        assertThat(shape(rows.get(1)).getEnvelopeInternal().getMaxX()).isCloseTo(10, within(0.02));
        assertThat(shape(rows.get(2)).getArea()).isCloseTo(Math.PI * 5e3, within(7.0));
        assertThat(shape(rows.get(3)).getEnvelopeInternal().getMaxY()).isCloseTo(50, within(0.01));
    }

    @Test
    void aHatchHasHolesByContainment() {
        SourceRow row = only(new DrawingText()
                .add(0, "HATCH", 8, "h", 10, 0, 20, 0, 30, 0, 2, "SOLID", 70, 1, 71, 0, 91, 3)
                .add(92, 3, 72, 0, 73, 1, 93, 4, 10, 0, 20, 0, 10, 10, 20, 0, 10, 10, 20, 10, 10, 0, 20, 10, 97, 0)
                .add(92, 1, 93, 3, 72, 1, 10, 2, 20, 2, 11, 4, 21, 2, 72, 1, 10, 4, 20, 2, 11, 4, 21, 4)
                .add(72, 1, 10, 4, 20, 4, 11, 2, 21, 2, 97, 0)
                .add(92, 1, 93, 1, 72, 2, 10, 50, 20, 50, 40, 5, 50, 0, 51, 360, 73, 1, 97, 0)
                .add(75, 0, 76, 1, 98, 1, 10, 1, 20, 1));
        assertThat(shape(row).getNumGeometries()).isEqualTo(2);
        assertThat(shape(row).getArea()).isCloseTo(100 - 2 + Math.PI * 25, within(0.4));
    }

    @Test
    void aClockwiseArcOfAHatchRunsBackwards() {
        SourceRow row = only(new DrawingText()
                .add(0, "HATCH", 8, "h", 10, 0, 20, 0, 91, 1, 92, 1, 93, 2)
                .add(72, 2, 10, 0, 20, 0, 40, 10, 50, 180, 51, 360, 73, 0)
                .add(72, 1, 10, 10, 20, 0, 11, -10, 21, 0, 97, 0, 75, 0));
        assertThat(shape(row).getEnvelopeInternal().getMinY()).isCloseTo(0, within(1e-9));
        assertThat(shape(row).getArea()).isCloseTo(Math.PI * 50, within(0.3));
    }

    @Test
    void whatWasDrawnFromBelowIsMirrored() {
        assertThat(shape(only(new DrawingText().rectangle("m", 1, 2, 3, 4, 210, 0, 220, 0, 230, -1)))
                        .getEnvelopeInternal()
                        .toString())
                .isEqualTo("Env[-4.0 : -1.0, 2.0 : 6.0]");
    }

    @Test
    void kindsOfShapesOnOneLayerAreReadApart() {
        List<SourceLayer> layers = new DrawingText()
                .rectangle("绿地", 0, 0, 10, 10)
                .add(0, "LINE", 8, "绿地", 10, 50, 20, 0, 11, 60, 21, 0)
                .add(0, "POINT", 8, "绿地", 10, 70, 20, 0)
                .layers();
        assertThat(layers).extracting(SourceLayer::name).containsExactly("绿地 (面)", "绿地 (线)", "绿地 (点)");
        assertThat(DrawingText.rows(layers)).extracting(SourceRow::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void frozenLayersAndPaperSpaceAreTold() {
        DrawingText drawing = new DrawingText()
                .table(0, "LAYER", 2, "frozen", 70, 1, 62, 5, 0, "LAYER", 2, "off", 70, 0, 62, -2)
                .rectangle("frozen", 0, 0, 1, 1)
                .rectangle("OFF", 0, 0, 1, 1)
                .rectangle("frame", 0, 0, 1, 1, 67, 1)
                .add(0, "3DSOLID", 8, "x");
        assertThat(drawing.layers()).extracting(SourceLayer::name).containsExactly("frozen", "off");
        assertThat(findings(drawing))
                .anyMatch(f -> f.contains("\"frozen\" is frozen"))
                .anyMatch(f -> f.contains("\"off\" is off"))
                .anyMatch(f -> f.contains("1 objects in paper space"))
                .anyMatch(f -> f.contains("3DSOLID × 1"));
        assertThat(drawing.rows()).extracting(r -> r.values().get("colour")).containsExactly("5", "2");
    }

    @Test
    void gbkDrawingsAreReadByTheirCodePage() {
        byte[] bytes = new DrawingText()
                .header(9, "$ACADVER", 1, "AC1015", 9, "$DWGCODEPAGE", 3, "ANSI_936")
                .rectangle("公园绿地", 0, 0, 1, 1)
                .in("GBK")
                .bytes();
        assertThat(DrawingText.layers(bytes).get(0).name()).isEqualTo("公园绿地");
        assertThat(DrawingText.layers(bytes, new ReadOptions(Charset.forName("windows-1252")))
                        .get(0)
                        .name())
                .isNotEqualTo("公园绿地");
    }

    @Test
    void aWrongCodePageIsFoundOut() {
        var drawing = new DrawingText()
                .header(9, "$ACADVER", 1, "AC1015", 9, "$DWGCODEPAGE", 3, "ANSI_1252")
                .rectangle("公园绿地", 0, 0, 1, 1)
                .in("GBK");
        assertThat(drawing.layers().get(0).name()).isEqualTo("公园绿地");
        assertThat(findings(drawing)).anyMatch(f -> f.contains("the header says AC1015, ANSI_1252"));
        byte[] newer = new DrawingText()
                .header(9, "$ACADVER", 1, "AC1027", 9, "$DWGCODEPAGE", 3, "ANSI_936")
                .rectangle("公园绿地", 0, 0, 1, 1)
                .bytes();
        assertThat(new String(newer, StandardCharsets.UTF_8)).contains("公园绿地");
        assertThat(DrawingText.layers(newer).get(0).name()).isEqualTo("公园绿地");
    }

    @Test
    void millimetresBecomeMetresUnlessTheNumbersSayOtherwise() {
        DrawingText small = new DrawingText()
                .header(9, "$INSUNITS", 70, 4)
                .rectangle("a", 435_035_000, 3_853_744_000L, 20_000, 10_000);
        assertThat(shape(only(small)).getArea()).isCloseTo(200, within(1e-6));
        assertThat(findings(small)).anyMatch(f -> f.contains("multiplied by 0.001"));
        DrawingText placed =
                new DrawingText().header(9, "$INSUNITS", 70, 4).rectangle("a", 38_435_035, 3_853_744, 20, 10);
        assertThat(shape(only(placed)).getArea()).isCloseTo(200, within(1e-6));
        assertThat(findings(placed)).anyMatch(f -> f.contains("Gauss–Krüger metres"));
    }

    /** About an origin of its own a drawing may be in what its header says or in metres: both are named, and nothing is scaled. */
    @Test
    void smallCoordinatesAreNotScaledByGuess() {
        DrawingText local = new DrawingText().header(9, "$INSUNITS", 70, 4).rectangle("a", 0, 0, 20_000, 10_000);
        assertThat(shape(only(local)).getArea()).isEqualTo(2e8);
        assertThat(findings(local))
                .anyMatch(f -> f.contains("millimetres") && f.contains("or in metres") && f.contains("control points"));
    }

    @Test
    void drawingsOfOtherKindsAreRefusedInWords() {
        assertThatThrownBy(() -> DrawingText.layers("AC1032\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("DWG");
        assertThatThrownBy(() -> DrawingText.layers("PK zip".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("this is no DXF");
    }

    static SourceRow only(DrawingText drawing) {
        List<SourceRow> rows = drawing.rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    public static Geometry shape(SourceRow row) {
        return java.util.Objects.requireNonNull(row.shape());
    }

    static List<String> findings(DrawingText drawing) {
        return drawing.layers().stream()
                .flatMap(l -> l.findings().stream())
                .map(Words::en)
                .toList();
    }
}

package org.greenplan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.format.shapefile.ShapefileBytes.dbf;
import static org.greenplan.format.shapefile.ShapefileBytes.none;
import static org.greenplan.format.shapefile.ShapefileBytes.only;
import static org.greenplan.format.shapefile.ShapefileBytes.parts;
import static org.greenplan.format.shapefile.ShapefileBytes.point;
import static org.greenplan.format.shapefile.ShapefileBytes.row;
import static org.greenplan.format.shapefile.ShapefileBytes.rows;
import static org.greenplan.format.shapefile.ShapefileBytes.shp;
import static org.greenplan.format.shapefile.ShapefileBytes.shx;
import static org.greenplan.format.shapefile.ShapefileBytes.square;
import static org.greenplan.format.shapefile.ShapefileBytes.text;
import static org.greenplan.format.shapefile.ShapefileBytes.turned;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.crs.Crs;
import org.greenplan.crs.CrsWkt;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.Uploads;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;

/** Shapefiles as they come: whole, half, with heights, with rings in any direction, with rows deleted. */
class ShapefileReaderTest {
    private static final java.nio.charset.Charset GBK = CodePages.GBK;
    private static final byte[] PARK = parts(5, square(0, 0, 10));

    private static String wkt(byte[]... shapes) {
        SourceRow row = rows(Uploads.of("a.shp", shp(5, shapes))).get(0);
        return String.valueOf(row.shape());
    }

    @Test
    void theShapesAloneAreEnough() {
        SourceLayer layer = only(Uploads.of("地块/宗地.shp", shp(5, PARK)));
        assertThat(layer.name()).isEqualTo("宗地");
        assertThat(layer.fields()).isEmpty();
        assertThat(layer.crs()).isEmpty();
        assertThat(layer.findings())
                .extracting(w -> w.zh())
                .anyMatch(w -> w.contains(".dbf"))
                .anyMatch(w -> w.contains(".prj"));
        assertThat(Uploads.rows(layer)).singleElement().satisfies(row -> {
            assertThat(String.valueOf(row.shape())).isEqualTo("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))");
            assertThat(row.number()).isEqualTo(1);
        });
    }

    @Test
    void everyKindOfShapeIsRead() {
        assertThat(rows(Uploads.of("p.shp", shp(1, point(1, 3, 4), none(), point(1, 5, 6)))).stream()
                        .map(r -> String.valueOf(r.shape())))
                .containsExactly("POINT (3 4)", "null", "POINT (5 6)");
        assertThat(wkt(parts(3, new double[] {0, 0, 1, 1}))).isEqualTo("LINESTRING (0 0, 1 1)");
        assertThat(wkt(parts(3, new double[] {0, 0, 1, 1}, new double[] {2, 2, 3, 3})))
                .isEqualTo("MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))");
        byte[] points = ByteBuffer.allocate(72)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 8)
                .putInt(36, 2)
                .putDouble(40, 1)
                .putDouble(48, 2)
                .putDouble(56, 3)
                .putDouble(64, 4)
                .array();
        assertThat(wkt(points)).isEqualTo("MULTIPOINT ((1 2), (3 4))");
    }

    @Test
    void heightsAndMeasuresGoWithANote() {
        SourceRow polygon =
                rows(Uploads.of("z.shp", shp(15, parts(15, square(0, 0, 10))))).get(0);
        assertThat(String.valueOf(polygon.shape())).isEqualTo("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))");
        assertThat(polygon.notes()).extracting(GeometryNote::kind).containsExactly("heights-dropped");
        assertThat(rows(Uploads.of("m.shp", shp(21, point(21, 1, 2, 3)))).get(0).notes())
                .hasSize(1);
        assertThat(String.valueOf(rows(Uploads.of("z.shp", shp(11, point(11, 1, 2, 3, 4))))
                        .get(0)
                        .shape()))
                .isEqualTo("POINT (1 2)");
    }

    @Test
    void ringsNestByWhatLiesInWhatWhateverTheirDirection() {
        double[] outer = square(0, 0, 10);
        double[] hole = square(2, 2, 6);
        double[] island = square(4, 4, 2);
        String wanted =
                "MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2)), ((4 4, 4 6, 6 6, 6 4, 4 4)))";
        assertThat(wkt(parts(5, outer, turned(hole), island))).isEqualTo(wanted);
        assertThat(wkt(parts(5, island, turned(hole), outer))).isEqualTo(wanted);
        SourceRow wrong =
                rows(Uploads.of("a.shp", shp(5, parts(5, hole, outer)))).get(0);
        assertThat(wrong.shape().getArea()).isEqualTo(64);
        assertThat(wrong.notes()).extracting(GeometryNote::kind).containsExactly("hole-by-containment");
        assertThat(rows(Uploads.of("a.shp", shp(5, parts(5, turned(outer)))))
                        .get(0)
                        .shape()
                        .getArea())
                .isEqualTo(100);
    }

    @Test
    void ringsThatTouchOrStandTwiceAreTakenRightly() {
        double[] diamond = {5, 0, 10, 5, 5, 10, 0, 5, 5, 0};
        assertThat(rows(Uploads.of("a.shp", shp(5, parts(5, square(0, 0, 10), diamond))))
                        .get(0)
                        .shape()
                        .getArea())
                .isEqualTo(50);
        assertThat(rows(Uploads.of("a.shp", shp(5, parts(5, square(0, 0, 10), square(0, 0, 10)))))
                        .get(0)
                        .shape()
                        .getArea())
                .isEqualTo(100);
        assertThat(wkt(parts(5, square(0, 0, 10), square(10, 0, 10)))).startsWith("MULTIPOLYGON");
    }

    @Test
    void openRingsAreClosedAndEmptyOnesDropped() {
        SourceRow row = rows(Uploads.of(
                        "a.shp",
                        shp(5, parts(5, new double[] {0, 0, 0, 10, 10, 10, 10, 0}, new double[] {1, 1, 1, 1}))))
                .get(0);
        assertThat(String.valueOf(row.shape())).isEqualTo("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))");
        assertThat(row.notes()).extracting(GeometryNote::kind).containsExactly("ring-closed", "part-dropped");
    }

    @Test
    void attributesComeWithTheirTypes() {
        List<String> columns =
                List.of("DKMC C 20", "MJ N 12 2", "BSM N 18", "SL F 10 1", "KQ L 1", "RQ D 8", "gp_plot C 12");
        byte[] table = dbf(
                CodePages.LDID_GBK,
                GBK,
                columns,
                row(GBK, columns, "孟津路游园", "  1234.50", "410106000000000001", "2.5", "T", "20190315", "parks.17"),
                row('*', GBK, columns, "删除", "1", "1", "1", "T", "20190315", "x"),
                row(GBK, columns, "", "", "****", "", "?", "00000000", ""));
        SourceLayer layer = only(Uploads.of(
                "a.shp",
                shp(5, PARK, PARK, PARK),
                "A.DBF",
                table,
                "a.prj",
                text(CrsWkt.of(Crs.of("4526")).esri())));
        assertThat(layer.fields())
                .contains(
                        new SourceField("DKMC", AttributeType.TEXT),
                        new SourceField("MJ", AttributeType.REAL),
                        new SourceField("BSM", AttributeType.INTEGER),
                        new SourceField("RQ", AttributeType.DATE));
        assertThat(layer.count()).hasValue(2);
        assertThat(layer.crs().orElseThrow().wkt())
                .isEqualTo(CrsWkt.of(Crs.of("4526")).esri());
        List<SourceRow> rows = Uploads.rows(layer);
        assertThat(rows).extracting(SourceRow::number).containsExactly(1L, 3L);
        assertThat(rows.get(0).id()).isEqualTo("parks.17");
        assertThat(rows.get(0).values())
                .containsEntry("DKMC", "孟津路游园")
                .containsEntry("MJ", 1234.5)
                .containsEntry("BSM", 410106000000000001L)
                .containsEntry("KQ", true)
                .containsEntry("RQ", LocalDate.of(2019, 3, 15));
        assertThat(rows.get(1).values().values()).containsOnlyNulls();
        assertThat(rows.get(1).notes()).isEmpty();
    }

    @Test
    void valuesThatAreNoneAreLeftEmptyWithANote() {
        List<String> columns = List.of("MJ N 8 2", "RQ D 8", "ID N 4");
        byte[] table =
                dbf(0, GBK, columns, row(GBK, columns, "NaN", "20191399", "1.5"), row(GBK, columns, "12,5", "", "2"));
        SourceLayer layer = only(Uploads.of("a.shp", shp(5, PARK, PARK), "a.dbf", table));
        List<SourceRow> rows = Uploads.rows(layer);
        assertThat(rows.get(0).values())
                .containsEntry("MJ", null)
                .containsEntry("RQ", null)
                .containsEntry("ID", 1.5);
        assertThat(rows.get(0).notes())
                .extracting(GeometryNote::kind)
                .containsExactly("value-dropped", "value-dropped");
        assertThat(rows.get(1).values()).containsEntry("MJ", 12.5).containsEntry("ID", 2.0);
    }

    @Test
    void memosAreNamedAsNotReadAndTwinsToldApart() {
        List<String> columns = List.of("备注 M 10", "MC C 4", "MC C 4");
        byte[] table = dbf(0, StandardCharsets.UTF_8, columns, row(GBK, columns, "1", "甲", "乙"));
        SourceLayer layer = only(Uploads.of("a.shp", shp(5, PARK), "a.dbf", table, "a.cpg", text("GBK")));
        assertThat(layer.fields()).extracting(SourceField::name).containsExactly("MC", "MC_2");
        assertThat(layer.findings()).anyMatch(w -> w.zh().contains("备注"));
    }

    @Test
    void theIndexDecidesWhichShapeCounts() {
        byte[] moved = parts(5, square(50, 50, 10));
        byte[] index = shx(5, PARK, moved);
        // The record was drawn anew and appended: the index points at the later one only.
        byte[] pointing = Arrays.copyOf(index, 108);
        System.arraycopy(index, 108, pointing, 100, 8);
        List<SourceRow> rows = rows(Uploads.of("a.shp", shp(5, PARK, moved), "a.shx", pointing));
        assertThat(rows).singleElement().satisfies(r -> assertThat(
                        r.shape().getEnvelopeInternal().getMinX())
                .isEqualTo(50));
        byte[] wrong = index.clone();
        wrong[103] = 127;
        wrong[100] = 127;
        SourceLayer layer = only(Uploads.of("a.shp", shp(5, PARK, moved), "a.shx", wrong));
        assertThat(Uploads.rows(layer)).hasSize(2);
        assertThat(layer.findings()).anyMatch(w -> w.zh().contains(".shp 不符"));
    }

    @Test
    void brokenFilesAreRefusedByRecordAndRemedy() {
        byte[] whole = shp(5, PARK, PARK);
        byte[] header = ByteBuffer.wrap(whole.clone()).putInt(24, 50).array();
        refused(Uploads.of("a.shp", Arrays.copyOf(whole, whole.length - 20)), "截断", "cut off");
        refused(Uploads.of("a.shp", Arrays.copyOf(header, whole.length - 20)), "第 2 条记录", "record 2");
        refused(Uploads.of("a.shp", Arrays.copyOf(whole, 60)), "文件头不完整", "header");
        refused(Uploads.of("b.shp", shp(31, none())), "MultiPatch", "MultiPatch");
        refused(Uploads.of("b.shp", shp(5, PARK, point(1, Double.NaN, 3))), "第 2 条记录", "record 2");
        refused(
                Uploads.of(
                        "b.shp",
                        shp(
                                5,
                                ByteBuffer.wrap(PARK.clone())
                                        .putInt(40, 0x7FFFFFFF)
                                        .array())),
                "损坏",
                "damaged");
        List<String> columns = List.of("MC C 4");
        byte[] table = dbf(0, GBK, columns, row(GBK, columns, "甲"), row(GBK, columns, "乙"));
        refused(Uploads.of("b.shp", whole, "b.dbf", Arrays.copyOf(table, table.length - 3)), "2 条记录", "record 2");
        refused(Uploads.of("b.dbf", table), ".shp", ".shp");
    }

    @Test
    void ringsWithinRingsWithoutEndDoNotKeepItBusy() {
        double[][] nested = new double[3000][];
        for (int i = 0; i < nested.length; i++) {
            nested[i] = square(i, i, 10_000 - 2 * i);
        }
        assertThat(rows(Uploads.of("a.shp", shp(5, parts(5, Arrays.copyOf(nested, 500)))))
                        .get(0)
                        .shape()
                        .getNumGeometries())
                .isEqualTo(250);
        long start = System.nanoTime();
        refused(Uploads.of("a.shp", shp(5, parts(5, nested))), "环太多", "rings");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void itClaimsWhatBelongsTogetherByContent() {
        SourceFiles files = Uploads.of(
                "x/a.shp",
                shp(5, PARK),
                "x/A.dbf",
                new byte[33],
                "x/a.shp.xml",
                text("<x/>"),
                "y/a.prj",
                text("?"),
                "b.shp",
                text("{\"type\":\"FeatureCollection\"}"),
                "c.bin",
                shp(5, PARK));
        assertThat(new ShapefileReader().claims(files))
                .extracting(f -> f.name())
                .containsExactlyInAnyOrder("x/a.shp", "x/A.dbf", "x/a.shp.xml", "c.bin");
    }

    private static void refused(SourceFiles files, String zh, String en) {
        assertThatThrownBy(() ->
                        new ShapefileReader().open(files, ReadOptions.DETECT).forEach(Uploads::rows))
                .isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                    assertThat(p.words().zh()).contains(zh);
                    assertThat(p.words().en()).contains(en);
                });
    }
}

package org.greenplan.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.format.GivenFiles.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.GivenPlan;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;

/** Tables with coordinates as offices send them. */
class SheetReaderTest {
    private static final CsvReader CSV = new CsvReader();
    private static final XlsxReader XLSX = new XlsxReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "经度,纬度|113.29,34.81|113.29|34.81|4326",
                "lat,lon|34.81,113.29|113.29|34.81|4326",
                "x,y|435035.35,3853744.31|435035.35|3853744.31|",
                "x,y|3853744.31,435035.35|435035.35|3853744.31|",
                "X坐标,Y坐标|3853744.31,38435035.35|38435035.35|3853744.31|",
                "X坐标(m),Y坐标(m)|435035.35,3853744.31|435035.35|3853744.31|",
                "东坐标,北坐标|435035.35,3853744.31|435035.35|3853744.31|",
                "经度,纬度|34.81,113.29|113.29|34.81|4326"
            })
    void headingsTellWhichIsEastUnlessTheNumbersSayOtherwise(
            String heading, String values, double east, double north, Integer epsg) {
        SourceLayer layer = csv("名称," + heading + "\n甲," + values + "\n");
        SourceRow row = rows(layer).get(0);
        assertThat(row.shape().getCoordinate().x).isEqualTo(east);
        assertThat(row.shape().getCoordinate().y).isEqualTo(north);
        assertThat(layer.crs().map(c -> c.epsg()).orElse(null)).isEqualTo(epsg);
        assertThat(layer.findings().toString()).contains("is east");
        assertThat(row.values()).containsOnlyKeys("名称");
    }

    @Test
    void degreesWithMinutesAndSecondsAreUnderstood() {
        SourceRow row = rows(csv("经度,纬度\n113°17′24.0″,34度48分36秒\n")).get(0);
        assertThat(row.shape().getCoordinate().x).isEqualTo(113.29, within(1e-9));
        assertThat(row.shape().getCoordinate().y).isEqualTo(34.81, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void delimitersEncodingsAndTitlesAboveTheHeadingsAreFound(String d) {
        String text = "\"上街区, 游园清单\"\n\n" + String.join(d, "编号", "名称", "年", "日期", "经度", "纬度") + "\n"
                + String.join(d, "007", "\"孟津路\"\"游园\"\"\"", "2019", "2019/3/15", "113.29", "34.81") + "\n";
        for (String charset : new String[] {"UTF-8", "GBK", "UTF-16LE"}) {
            String marked = charset.startsWith("UTF-16") ? "\uFEFF" + text : text;
            SourceLayer layer = CSV.open(GivenFiles.of("a.csv", marked, charset), ReadOptions.DETECT)
                    .get(0);
            assertThat(layer.fields())
                    .containsExactly(
                            new SourceField("编号", AttributeType.TEXT),
                            new SourceField("名称", AttributeType.TEXT),
                            new SourceField("年", AttributeType.INTEGER),
                            new SourceField("日期", AttributeType.DATE));
            assertThat(rows(layer).get(0).number()).isEqualTo(4);
            assertThat(rows(layer).get(0).values())
                    .containsEntry("名称", "孟津路\"游园\"")
                    .containsEntry("日期", "2019/3/15");
        }
    }

    @Test
    void wktIsReadAndOddWktIsNoted() {
        var rows = rows(csv(
                "n,WKT\n1,\"POLYGON Z ((0 0 1, 1 0 1, 1 1 1, 0 0 1))\"\n2,SRID=4547;POINT (1 2)\n3,POLYGON ((\n4,\n"));
        assertThat((Object) rows.get(0).shape()).isInstanceOf(Polygon.class);
        assertThat(rows.get(0).notes().get(0).kind()).isEqualTo("height-dropped");
        assertThat(rows.get(1).shape().toText()).isEqualTo("POINT (1 2)");
        assertThat(rows.get(2).notes().get(0).kind()).isEqualTo("no-shape");
        assertThat(rows.get(3).notes().get(0).kind()).isEqualTo("no-shape");
    }

    @Test
    void boundaryPointsMakePolygonsWithHoles() {
        String text = "地块编号,名称,圈号,点号,X坐标,Y坐标\n" + ring("A", 1, 3853000, 100) + ring("A", 2, 3853040, 10)
                + ring("B", 1, 3854000, 20);
        SourceLayer layer = csv(text);
        assertThat(layer.count()).hasValue(2);
        var rows = rows(layer);
        assertThat(rows.get(0).shape().getArea()).isEqualTo(100 * 100 - 10 * 10);
        assertThat(rows.get(1).values()).containsEntry("地块编号", "B").containsEntry("名称", "名B");
        assertThat(rows.get(1).notes().stream().map(n -> n.kind())).containsExactly("ring-closed");
        assertThatThrownBy(() -> csv(text + ring("A", 1, 3855000, 10))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aWorkbookGivesItsSheetsWithNumbersDatesAndTexts() throws IOException {
        var out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", null)) {
            book.newWorksheet("说明").value(0, 0, "没有坐标");
            var sheet = book.newWorksheet("游园");
            String[] headings = {"名称", "年", "面积", "日期", "开放", "经度", "纬度"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            sheet.value(1, 0, "孟津路");
            sheet.value(1, 1, 2019);
            sheet.value(1, 2, 3333.5);
            sheet.value(1, 3, LocalDate.of(2019, 3, 15));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, true);
            sheet.value(1, 5, 113.29);
            sheet.value(1, 6, 34.81);
        }
        var layers = XLSX.open(GivenFiles.of("a.xlsx", out.toByteArray()), ReadOptions.DETECT);
        assertThat(layers).extracting(SourceLayer::name).containsExactly("游园");
        assertThat(rows(layers.get(0)).get(0).values())
                .containsEntry("名称", "孟津路")
                .containsEntry("年", 2019L)
                .containsEntry("面积", 3333.5)
                .containsEntry("日期", LocalDate.of(2019, 3, 15))
                .containsEntry("开放", true);
        GivenFiles.fuzz(XLSX, "a.xlsx", out.toByteArray(), 120);
    }

    @Test
    void hostileWorkbooksAreRefused() throws IOException {
        String far =
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                        + "<c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst>&e;</sst>";
        for (byte[] book : new byte[][] {
            withPart("xl/worksheets/sheet1.xml", far.getBytes(StandardCharsets.UTF_8)),
            withPart("xl/sharedStrings.xml", entity.getBytes(StandardCharsets.UTF_8)),
            withPart("xl/sharedStrings.xml", new byte[80_000_000]),
            withPart("../x.xml", new byte[10]),
            "no zip".getBytes(StandardCharsets.UTF_8)
        }) {
            assertThatThrownBy(() -> XLSX.open(GivenFiles.of("a.xlsx", book), ReadOptions.DETECT))
                    .isInstanceOf(Problem.Invalid.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"名称,面积\n甲,1\n", "", "经度,纬度\n\"113", "x\n1\n"})
    void tablesWithoutCoordinatesOrEndAreRefused(String text) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void longCellsAndManyColumnsAreRefused() {
        assertThatThrownBy(() -> csv("x,y\n" + "1".repeat(9_000_000) + ",1\n")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> csv("x,y" + ",a".repeat(3000) + "\n1,2\n")).isInstanceOf(Problem.Invalid.class);
        String deep = "n,WKT\n1,\"" + "GEOMETRYCOLLECTION (".repeat(10_000) + "\"\n";
        assertThat(rows(csv(deep)).get(0).notes().get(0).kind()).isEqualTo("no-shape");
    }

    @Test
    void brokenBytesGiveRowsOrWords() {
        String text = "地块编号,名称,圈号,点号,X坐标,Y坐标\n" + ring("A", 1, 3853000, 100) + ring("B", 1, 3854000, 20);
        GivenFiles.fuzz(CSV, "a.csv", text.getBytes(StandardCharsets.UTF_8), 1000);
        String wkt = "n,日期,WKT\n1,2019-03-15,\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\n2,2019-3-15,POINT (1 2)\n";
        GivenFiles.fuzz(CSV, "a.csv", wkt.getBytes(StandardCharsets.UTF_8), 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XLSX"})
    void whatGdalWritesIsRead(String driver) {
        String json =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"名称\":\"孟津路游园\",\"lon\":113.29,\"lat\":34.81},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[113.29,34.81]}}]}";
        Path in = GivenFiles.of("parks.geojson", json).files().get(0).path();
        Path out = GivenFiles.folder().resolve("out." + driver.toLowerCase(java.util.Locale.ROOT));
        if (driver.equals("CSV")) {
            GivenFiles.run("ogr2ogr", "-f", driver, "-lco", "GEOMETRY=AS_WKT", out.toString(), in.toString());
        } else {
            GivenFiles.run("ogr2ogr", "-f", driver, out.toString(), in.toString());
        }
        SourceRow row =
                rows(driver.equals("CSV") ? CSV : XLSX, GivenFiles.of(out)).get(0);
        assertThat(row.values()).containsEntry("名称", "孟津路游园");
        assertThat(row.shape().getCoordinate().x).isEqualTo(113.29);
    }

    private static SourceLayer csv(String text) {
        return CSV.open(GivenFiles.of("a.csv", text), ReadOptions.DETECT).get(0);
    }

    private static String ring(String plot, int ring, double from, double side) {
        double to = from + side;
        String start = plot + ",名" + plot + "," + ring + ",";
        double e = 435000;
        return start + "J1," + from + "," + e + "\n" + start + "J2," + from + "," + (e + side) + "\n" + start + "J3,"
                + to
                + "," + (e + side) + "\n" + start + "J4," + to + "," + e + "\n"
                + (plot.equals("B") ? "" : start + "J1," + from + "," + e + "\n");
    }

    /** A good workbook of ours with one part replaced or added. */
    private static byte[] withPart(String name, byte[] bytes) throws IOException {
        byte[] good = GivenPlan.twoParks(4326).written(new XlsxWriter(), Map.of());
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                var from = new ZipFile(
                        GivenFiles.of("good.xlsx", good).files().get(0).path().toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (!entry.getName().equals(name)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(from.getInputStream(entry).readAllBytes());
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}

package org.greenplan.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.format.GivenFiles.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Coordinate tables as they are printed and mailed: points find their plots, and what is no point is passed over. */
class PrintedTableTest {
    /** Corners of 50 x 60 m, then of 30 x 40 m, north and east. */
    private static final String A =
            "J1,3853600,38435000\nJ2,3853600,38435050\nJ3,3853660,38435050\nJ4,3853660,38435000\n";

    private static final String B =
            "J1,3853600,38435100\nJ2,3853600,38435130\nJ3,3853640,38435130\nJ4,3853640,38435100\n";

    /** {@code A} and {@code B} stand for the corners of two plots, {@code a} for A with its first corner again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one list|点号,X,Y\\nA|t=3000",
                "closed|点号,X,Y\\na|t=3000",
                "closing points part plots|点号,X,Y\\na B|t-1=3000 t-2=1200",
                "numbering that begins again|点号,X,Y\\nA B|t-1=3000 t-2=1200",
                "a key above|宗地号: G-01\\n点号,X坐标,Y坐标\\nA|G-01=3000",
                "key and value apart|地块名称,东园,\\n点号,纵坐标(X),横坐标(Y)\\nA|东园=3000",
                "name before number|宗地号:G-01   地块名称:东园\\n界址点号,X(m),Y(m)\\nA|东园=3000",
                "pages of two plots|界址点成果表\\n宗地号:1\\n点号,X,Y\\nA 第 1 页\\n界址点成果表\\n宗地号:2\\n点号,X,Y\\nB|1=3000 2=1200",
                "pages of one plot|地块名称:东园\\n宗地号:1\\n点号,X,Y\\nJ1,3853600,38435000\\nJ2,3853600,38435050\\n第1页 共2页\\n地块名称:东园\\n宗地号:1\\n点号,X,Y\\nJ3,3853660,38435050\\nJ4,3853660,38435000|东园=3000",
                "two rows of headings|点号,坐标,,边长\\n,X(m),Y(m),(m)\\nA|t=3000",
                "three rows of headings|界址点,坐标,,边长\\n编号,CGCS2000,,m\\n,X,Y,\\nA|t=3000",
                "units below the headings|拐点号,纵坐标X,横坐标Y\\n,(m),(m)\\nA|t=3000",
                "datum in the headings|拐点编号,2000坐标X,2000坐标Y\\nA|t=3000",
                "sums and signatures|点号,X,Y\\nA 合计,,\\n合 计,3000.00,4.50\\n面积(㎡),3000.00,\\n制表:甲,日期:2024-1-1,\\n注:坐标为实测|t=3000",
                "lengths between points|点号,X,Y,边长\\nJ1,3853600,38435000,\\n,,,50.00\\nJ2,3853600,38435050,\\n,,,60.00\\nJ3,3853660,38435050,\\n,,,50.00\\nJ4,3853660,38435000,|t=3000",
                "a column of plots, filled once|地块,拐点,北坐标,东坐标\\n东园,J1,3853600,38435000\\n,J2,3853600,38435050\\n,J3,3853660,38435050\\n西园,J1,3853600,38435100\\n,J2,3853600,38435130\\n,J3,3853640,38435130|东园=1500 西园=600",
                "a name runs through|单位,点号,X坐标,Y坐标\\n东,J1,3853600,38435000\\n东,J2,3853600,38435050\\n东,J3,3853660,38435050|points=3",
                "a name beside numbers|地块名称,序号,X坐标,Y坐标\\n注城园,1,3853600,38435000\\n注城园,2,3853600,38435050\\n注城园,3,3853660,38435050|注城园=1500",
                "points with attributes|编号,树种,X,Y\\n1,槐,3853600,38435000\\n2,槐,3853600,38435050\\n3,柳,3853660,38435050|points=3",
                "a list that runs across itself|编号,X,Y\\n1,3853600,38435000\\n2,3853660,38435050\\n3,3853600,38435050\\n4,3853660,38435000|points=4"
            })
    void plots(String what, String text, String expected) {
        SourceLayer layer = csv(written(text));
        assertThat(plots(layer)).as(what + " " + layer.findings()).isEqualTo(expected);
    }

    private static String written(String text) {
        String first = A.substring(0, A.indexOf('\n') + 1);
        return text.replace("\\n", "\n")
                .replaceAll("(?m)^A ?", A)
                .replaceAll("(?m)^a ?", A + first)
                .replaceAll("(?m)^B ?", B)
                .replaceAll("(?m)^(J4,[^\n]*\n)B", "$1" + B);
    }

    /** Names and whole square metres, or how many points. */
    private static String plots(SourceLayer layer) {
        List<String> plots = new ArrayList<>();
        List<SourceRow> rows = rows(layer);
        for (SourceRow row : rows) {
            Geometry shape = row.shape();
            if (shape == null || shape.getDimension() == 0) {
                return "points=" + rows.size();
            }
            Object name = row.values().getOrDefault("地块名称", row.values().get("地块"));
            plots.add(name + "=" + Math.round(shape.getArea()));
        }
        return String.join(" ", plots);
    }

    @Test
    void aSheetForEachPlot() throws IOException {
        byte[] book = book("东园", A, "西园", B);
        List<SourceLayer> layers = new XlsxReader().open(GivenFiles.of("t.xlsx", book), ReadOptions.DETECT);
        assertThat(layers).hasSize(1);
        assertThat(plots(layers.get(0))).isEqualTo("东园=3000 西园=1200");
    }

    /** Sheets that nobody named are called by what stands on them, else by their order. */
    @Test
    void aSheetForEachPlotUnderItsKey() throws IOException {
        byte[] book = book("Sheet1", "宗地号,G-01,\n" + A, "Sheet2", "宗地号,G-02,\n" + B);
        List<SourceLayer> layers = new XlsxReader().open(GivenFiles.of("t.xlsx", book), ReadOptions.DETECT);
        assertThat(layers).extracting(PrintedTableTest::plots).containsExactly("G-01=3000 G-02=1200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3853O60", "113°77′", "3.853.600", ""})
    void aCornerThatCannotBeReadIsShownAndLeavesTheOthers(String cell) {
        SourceLayer layer = csv("地块编号,点号,X,Y\n" + of("1", A.replace("J2,3853600", "J2," + cell)) + of("2", B));
        List<SourceRow> rows = rows(layer);
        assertThat((Object) rows.get(0).shape()).isNull();
        assertThat(rows.get(0).notes().get(0).words().zh()).contains("第 3 行").contains("“" + cell + "”不是坐标");
        assertThat(Objects.requireNonNull(rows.get(1).shape()).getArea()).isEqualTo(1200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1980西安坐标系|4610", "坐标系:北京54|4214", "坐标系:上街独立坐标系|unknown", "界址点成果表(CGCS2000)|", "界址点成果表|none"})
    void theTitleAndTheNotesNameTheDatum(String words, String datum) {
        for (String text : List.of(words + "\n点号,X,Y\n" + A, "点号,X,Y\n" + A + "注:" + words + "\n")) {
            var crs = csv(text).crs();
            String found = crs.map(c -> c.unknown() ? "unknown" : Objects.toString(c.epsg(), null))
                    .orElse(null);
            assertThat(crs.isEmpty() ? "none" : found).as(text).isEqualTo(datum);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "经度,纬度|1131722.65,344831.3092",
                "经度(dd.mmss),纬度(dd.mmss)|113.172265,34.48313092",
                "东经,北纬|113 17 22.65,34 48 31.3092",
                "纬度,经度|34°48′31.3092″N,113°17′22.65″E",
                "wgs84_lng,wgs84_lat|113.289625,34.808697",
                "经纬度|\"113.289625,34.808697\"",
                "纬度、经度|\"34.808697,113.289625\"",
                "坐标|113°17′22.65″E 34°48′31.3092″N",
                "location|\"113.289625,34.808697\""
            })
    void degreesInTheirColumns(String headings, String values) {
        SourceRow row = rows(csv("名称," + headings + "\n甲," + values + "\n")).get(0);
        assertThat(row.shape().getCoordinate().x).isEqualTo(113.289625, within(1e-8));
        assertThat(row.shape().getCoordinate().y).isEqualTo(34.808697, within(1e-8));
    }

    /** Headings that nobody knows: the planner says which column is what, and whether rows are corners or points. */
    @Test
    void columnsCanBeChosenByHand() {
        String text = "甲列,乙列,丙列,丁列\n" + of("1", A) + of("2", B);
        SourceLayer unknown = csv(text);
        assertThat(rows(unknown)).hasSize(8).allMatch(row -> row.shape() == null);
        assertThat(unknown.findings().toString()).contains("which columns hold the coordinates");
        assertThat(unknown.tableColumns().orElseThrow().names()).containsExactly("甲列", "乙列", "丙列", "丁列");
        Map<String, String> roles = Map.of("plot", "甲列", "point", "乙列", "north", "丙列", "east", "丁列");
        assertThat(rows(chosen(text, roles)))
                .extracting(row -> row.shape().getArea())
                .containsExactly(3000.0, 1200.0);
        assertThat(plots(chosen(text, Map.of("north", "丙列", "east", "丁列", "rows", "points"))))
                .isEqualTo("points=8");
        assertThat(plots(chosen("点号,X,Y\n" + A, Map.of("rows", "points")))).isEqualTo("points=4");
        assertThat(plots(chosen(
                        "编号,树种,X,Y\n1,槐,3853600,38435000\n2,槐,3853600,38435050\n3,柳,3853660,38435050\n",
                        Map.of("rows", "plots"))))
                .isEqualTo("t=1500");
    }

    private static SourceLayer chosen(String text, Map<String, String> columns) {
        var options = new ReadOptions(null, Map.of(ReadOptions.key("t.csv", "t"), columns));
        return new CsvReader().open(GivenFiles.of("t.csv", text), options).get(0);
    }

    private static String of(String plot, String points) {
        return points.replaceAll("(?m)^J", plot + ",J");
    }

    private static byte[] book(String... sheetsAndPoints) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", null)) {
            for (int i = 0; i < sheetsAndPoints.length; i += 2) {
                var sheet = book.newWorksheet(sheetsAndPoints[i]);
                String points = sheetsAndPoints[i + 1];
                boolean keyed = points.startsWith("宗地号");
                String[] lines = (keyed ? points.replaceFirst("\n", "\n点号,X,Y\n") : "点号,X,Y\n" + points).split("\n");
                for (int row = 0; row < lines.length; row++) {
                    String[] cells = lines[row].split(",");
                    for (int column = 0; column < cells.length; column++) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static SourceLayer csv(String text) {
        return new CsvReader()
                .open(GivenFiles.of("t.csv", text), ReadOptions.DETECT)
                .get(0);
    }
}

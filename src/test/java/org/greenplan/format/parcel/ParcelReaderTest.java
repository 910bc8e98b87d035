package org.greenplan.format.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.format.GivenFiles.rows;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Parcel TXT as it is found in the wild. */
class ParcelReaderTest {
    private static final String HEADER =
            """
            [属性描述]
            格式版本号=1.01
            数据产生单位=某局
            坐标系=2000国家大地坐标系
            几度分带=3
            带号=38
            转换参数=,,,,,,
            [地块坐标]
            """;
    private static final String PARCEL =
            """
            5,0.3333,1,地块1,面,I49G001001,公园绿地,,@
            J1,1,3853744.310,38435035.350
            J2,1,3853744.310,38435093.085
            J3,1,3853686.575,38435093.085
            J4,1,3853686.575,38435035.350
            J1,1,3853744.310,38435035.350
            """;
    private static final ParcelReader READER = new ParcelReader();

    /** Names hold the same signs as the format: those are the surveyor's words. */
    @ParameterizedTest
    @ValueSource(strings = {"朱寨【一期】", "甲＠乙", "绿化率＝35", "〔2019〕7号"})
    void wideSignsInANameStayAsTheyAreTyped(String name) {
        String text = (HEADER + PARCEL)
                .replace("地块1", name)
                .replace("[", "【")
                .replace("]", "】")
                .replace(",,@", ",,＠");
        SourceRow row = rows(READER.open(GivenFiles.of("宗地.txt", text, "UTF-8"), ReadOptions.DETECT)
                        .get(0))
                .get(0);
        assertThat(row.values()).containsEntry("地块名称", name);
        assertThat(row.shape().getArea()).isEqualTo(3333.33, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8", "UTF-16LE"})
    void theExampleIsReadInEveryEncoding(String charset) {
        String text = (charset.startsWith("UTF-16") ? "\uFEFF" : "") + (HEADER + PARCEL).replace("\n", "\r\n");
        SourceLayer layer = READER.open(GivenFiles.of("宗地.txt", text, charset), ReadOptions.DETECT)
                .get(0);
        assertThat(layer.crs()).hasValueSatisfying(crs -> {
            assertThat(crs.epsg()).isEqualTo(4526);
            assertThat(crs.source().zh()).isEqualTo("坐标系=2000国家大地坐标系,几度分带=3,带号=38");
        });
        SourceRow row = rows(layer).get(0);
        assertThat(row.notes()).isEmpty();
        assertThat(row.id()).isEqualTo("1");
        assertThat(row.values())
                .containsEntry("界址点数", 5L)
                .containsEntry("地块面积", 0.3333)
                .containsEntry("地块名称", "地块1")
                .containsEntry("地块用途", "公园绿地")
                .containsEntry("地类编码", null);
        assertThat(row.shape().getArea()).isEqualTo(3333.33, within(0.01));
        assertThat(row.shape().getCoordinate().x).isEqualTo(38435035.35);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "坐标系=2000国家大地坐标系;几度分带=3;带号=38|38435035.35|4526",
                "坐标系=2000国家大地坐标系;几度分带=3;带号=38|435035.35|4547",
                "坐标系=CGCS2000;几度分带=6;带号=19|19435035.35|4497",
                "坐标系=80国家大地坐标系;几度分带=3;带号=38|38435035.35|2362",
                "坐标系=1980西安坐标系|435035.35|4610",
                "坐标系=1954北京坐标系;几度分带=3;带号=38|435035.35|2435",
                "坐标系=北京54|435035.35|4214",
                "坐标系=2000国家大地坐标系|435035.35|",
                "坐标系=地方坐标系|435035.35|"
            })
    void theHeaderNamesTheDatumAndTheZone(String header, String east, Integer epsg) {
        String text = "[属性描述]\n" + header.replace(';', '\n') + "\n[地块坐标]\n3,1,1,a,面,,,@\n" + "1,1,3853744.3," + east
                + "\n2,1,3853744.3,1\n3,1,3853000,1\n";
        SourceLayer layer =
                READER.open(GivenFiles.of("a.txt", text), ReadOptions.DETECT).get(0);
        assertThat(layer.crs()).hasValueSatisfying(crs -> assertThat(crs.epsg()).isEqualTo(epsg));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no J|3,0.005,1,a,面,,,,,,@;1,1,10000,20000;2,1,10010,20000;3,1,10010,20010;1,1,10000,20000|",
                "unclosed|3,0.005,1,a,面,,@;J1,1,10000,20000;J2,1,10010,20000;J3,1,10010,20010|ring-closed",
                "numbers only|3,0.005,1,a,面,,@;10000,20000;10010,20000;10010,20010|ring-closed",
                "full-width|3,0.005,1,a,面,@;J1,1,10000,20000;J2,1,10010,20000;J3,1,10010,20010;J1,1,10000,20000|",
                "blanks|3,0.005,1,a,面,@;J1 1 10000 20000;J2 1 10010 20000;J3 1 10010 20010;J1 1 10000 20000|",
                "thirteen fields|4,0.005,1,a,面,,,,,,,,@;J1,1,10000,20000;J2,1,10010,20000;J3,1,10010,20010;J1,1,10000,20000|",
                "after the @|4,0.005,1,a,面,,,,@,x;J1,1,10000,20000;J2,1,10010,20000;J3,1,10010,20010;J1,1,10000,20000|",
                "wrong count|9,0.005,1,a,面,@;J1,1,10000,20000;J2,1,10010,20000;J3,1,10010,20010;J1,1,10000,20000|point-count-differs",
                "square metres|4,50,1,a,面,@;J1,1,10000,20000;J2,1,10010,20000;J3,1,10010,20010;J1,1,10000,20000|area-differs",
                "doubled|5,0.005,1,a,面,@;J1,1,10000,20000;J2,1,10010,20000;J2,1,10010,20000;J3,1,10010,20010;J1,1,10000,20000|point-repeated"
            })
    void deviationsAreReadAndNoted(String what, String text, String note) {
        String lines = what.equals("full-width") ? text.replace(',', '\uFF0C') : text;
        SourceRow row =
                rows(READER, GivenFiles.of("a.txt", lines.replace(';', '\n'))).get(0);
        assertThat(row.shape().getArea()).as(what).isEqualTo(50);
        assertThat(row.shape().getCoordinate().x).isEqualTo(20000);
        assertThat(row.notes().stream().map(n -> n.kind()))
                .as(what)
                .isEqualTo(note == null ? List.of() : java.util.List.of(note));
    }

    /** The format's own marks in other forms, commas in names, lines that others add; {@code \\n} parts the lines. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "［属性描述］\\n坐标系＝2000国家大地坐标系\\n［地块坐标］\\n4,0.005,1,甲,面,,绿地,,@\\nPOINTS|甲|绿地|",
                "【属性描述】\\n坐标系：2000国家大地坐标系\\n【地块坐标】\\n4，0.005，1，甲，面，，绿地，，＠\\nPOINTS|甲|绿地|",
                "[地块坐标]\\n4,0.005,1,甲,面,,绿地,,@\\nJ1，1，１００００，２００００\\nJ2，1，10010，20000\\nJ3，1，10010，20010|甲|绿地|",
                "[地块坐标]\\n4,0.005,1,滨河公园,二期,面,,绿地,,@\\nPOINTS|滨河公园,二期|绿地|",
                "[地块坐标]\\n4,0.005,1,\"滨河,二期,北\",面,,绿地,,@\\nPOINTS|滨河,二期,北|绿地|",
                "[地块坐标]\\n4,0.005,1,甲,面,,绿地,,\\nPOINTS|甲|绿地|no @ and was read as the line of a parcel",
                "[地块坐标]\\n4,0.005,1,甲@乙,面,,绿地,,@\\nPOINTS|甲@乙|绿地|",
                "# 报批坐标\\n[项目信息]\\n项目概况\\n[地块坐标]\\n4,0.005,1,甲,面,,绿地,,@\\nPOINTS|甲|绿地|passed over",
                "[地块坐标]\\n4,0.005,1,甲,面,,绿地,,@\\nPOINTS\\n以下空白|甲|绿地|Line 6, \"以下空白\"",
                "[地块坐标]\\n4,0.005,1,甲,面,,绿地,,@\\n注:实测\\nPOINTS\\n[扩展信息]\\n经办=某\\n1,2,3|甲|绿地|Line 3, \"注:实测\"",
                "[地块坐标]\\n4,0.005,1,甲,面,,绿地,,@\\nPOINTS\\n\u001A\u0000\u0000garbage,1,2|甲|绿地|",
                "[地块坐标]\\n4,0.005,1,甲,面,,绿地,,@\\nPOINTS\\n\u0000\u0000\u0000|甲|绿地|"
            })
    void whatPeopleTypeIsRead(String text, String name, String use, String finding) {
        String lines = text.replace("POINTS", "J1,1,10000,20000\nJ2,1,10010,20000\nJ3,1,10010,20010");
        for (String end : List.of("\n", "\r\n", "\r")) {
            SourceLayer layer = READER.open(
                            GivenFiles.of("a.txt", lines.replace("\\n", "\n").replace("\n", end)), ReadOptions.DETECT)
                    .get(0);
            SourceRow row = GivenFiles.rows(layer).get(0);
            assertThat(row.shape().getArea()).isEqualTo(50);
            assertThat(row.values())
                    .containsEntry("地块名称", name)
                    .containsEntry("图形属性", "面")
                    .containsEntry("地块用途", use);
            assertThat(String.join(
                            " ", layer.findings().stream().map(w -> w.en()).toList()))
                    .contains(finding == null ? "" : finding);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aBrokenNumberIsNamedByTheLineThatAnEditorShows(String end) {
        String text =
                (HEADER + "5,0.3,1,甲,面,,,,@\nJ1,1,3853600,38435000\nJ2,1,3853600,3843505O.0\n").replace("\r\n", "\n");
        long line = text.lines().count();
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.txt", text.replace("\n", end))))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().zh()).contains("第 " + line + " 行"));
    }

    @ParameterizedTest
    @CsvSource({"1;2", "1;1", "2;1"})
    void ringNumbersDoNotSayHoleOrPart(String numbers) {
        String a = numbers.substring(0, 1);
        String b = numbers.substring(2);
        String text = "8,0,1,a,面,@\n" + square(a, 10000, 100) + square(b, 10040, 10);
        assertThat((Object) rows(READER, GivenFiles.of("a.txt", text)).get(0).shape())
                .isInstanceOfSatisfying(
                        Polygon.class, p -> assertThat(p.getNumInteriorRing()).isEqualTo(1));
        String apart = "8,0,1,a,面,@\n" + square(a, 10000, 100) + square(b, 20000, 10);
        assertThat((Object) rows(READER, GivenFiles.of("a.txt", apart)).get(0).shape())
                .isInstanceOf(MultiPolygon.class);
    }

    @Test
    void anIslandInAHoleIsLand() {
        String text = "8,0,1,a,面,@\n" + square("1", 10000, 100) + square("2", 10010, 50) + square("3", 10020, 10);
        assertThat(rows(READER, GivenFiles.of("a.txt", text)).get(0).shape().getArea())
                .isEqualTo(100 * 100 - 50 * 50 + 10 * 10);
    }

    @Test
    void numberingThatStartsAgainStartsARing() {
        String text = "6,0,1,a,面,@\nJ1,1,10000,20000\nJ2,1,10010,20000\nJ3,1,10010,20010\n"
                + "J1,1,30000,20000\nJ2,1,30010,20000\nJ3,1,30010,20010\n";
        assertThat((Object) rows(READER, GivenFiles.of("a.txt", text)).get(0).shape())
                .isInstanceOf(MultiPolygon.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[地块坐标]\n5,1,1,a,面,@\nJ1,1,abc,def\n",
                "[地块坐标]\n5,1,1,a,面,@\nJ1,1,NaN,1\n",
                "[地块坐标]\n5,1,1,a,面,@\nJ1\n",
                "[地块坐标]\nhello\n",
                "[属性描述]\n坐标系=2000国家大地坐标系\n"
            })
    void whatCannotBeReadIsNamedByLine(String text) {
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("坏.txt", text)))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().zh()).contains("坏.txt"));
    }

    @Test
    void anEndlessLineOrParcelIsRefused() {
        String line = "[地块坐标]\n" + "x".repeat(100_000);
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.txt", line))).isInstanceOf(Problem.Invalid.class);
        String onion = "5,1,1,a,面,@\n" + rings(3000, 3, -6);
        assertThat(rows(READER, GivenFiles.of("a.txt", onion)).get(0).notes())
                .extracting(n -> n.kind())
                .contains("too-many-rings");
    }

    @Test
    void manyRingsBesideEachOtherAreAParcel() {
        String rings = "5,1,1,a,面,@\n" + rings(6000, 30000, 0);
        var row = rows(READER, GivenFiles.of("a.txt", rings)).get(0);
        assertThat(row.notes()).extracting(n -> n.kind()).doesNotContain("too-many-rings");
        assertThat(Objects.requireNonNull(row.shape()).getNumGeometries()).isEqualTo(6000);
    }

    @Test
    void brokenBytesGiveRowsOrWords() {
        GivenFiles.fuzz(READER, "a.txt", (HEADER + PARCEL + PARCEL).getBytes(Charset.forName("GBK")), 1500);
    }

    @Test
    void otherTextsAreNotClaimed() {
        SourceFiles files = GivenFiles.of("readme.txt", "Write to me@example.com about the parks.");
        assertThat(READER.claims(files)).isEmpty();
    }

    /** Squares whose corners go on by a step and whose sides grow by another. */
    private static String rings(int count, double step, double growth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(square(Integer.toString(i + 2), 20000 + step * i, 20000 + growth * i));
        }
        return text.toString();
    }

    private static String square(String ring, double from, double side) {
        double to = from + side;
        return "J1," + ring + "," + from + "," + from + "\nJ2," + ring + "," + from + "," + to + "\nJ3," + ring + ","
                + to + "," + to + "\nJ4," + ring + "," + to + "," + from + "\nJ1," + ring + "," + from + "," + from
                + "\n";
    }
}

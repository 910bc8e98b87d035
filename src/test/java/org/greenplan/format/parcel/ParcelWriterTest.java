package org.greenplan.format.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.GivenPlan;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;

/** Parcel TXT as strict readers want it. */
class ParcelWriterTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void aFileLooksLikeTheExample() {
        String square =
                "MULTIPOLYGON (((113.29 34.81, 113.2906 34.81, 113.2906 34.8105, 113.29 34.8105, 113.29 34.81)))";
        String text = new String(
                new GivenPlan(4526).row("parks", 7, "孟津路游园", square).written(new ParcelWriter(), Map.of("unit", "某局")),
                GBK);
        assertThat(text)
                .startsWith(
                        """
                        [属性描述]
                        格式版本号=1.01
                        数据产生单位=某局（示意数据，不是真实规划）
                        数据产生日期=2019-3-15
                        坐标系=2000国家大地坐标系
                        几度分带=3
                        投影类型=高斯克吕格
                        计量单位=米
                        带号=38
                        精度=0.001
                        转换参数=,,,,,,
                        [地块坐标]
                        5,0.3045,parks.7,孟津路游园,面,I49G029085,公园绿地,,@
                        J1,1,3853799.779,3843"""
                                .replace("\n", "\r\n"));
        assertThat(text.lines().skip(13).map(l -> l.split(",")[0])).containsExactly("J1", "J2", "J3", "J4", "J1");
        assertThat(text.lines().skip(13)).allMatch(l -> l.matches("J\\d,1,385\\d{4}\\.\\d{3},38435\\d{3}\\.\\d{3}"));
        assertThat(text).contains("\r\n").doesNotContainPattern("[^\r]\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {4526, 4547})
    void ringsStartInTheNorthWestAndRunRight(int epsg) {
        byte[] bytes = GivenPlan.twoParks(epsg).written(new ParcelWriter(), Map.of());
        List<SourceRow> rows = GivenFiles.rows(new ParcelReader(), GivenFiles.of("a.txt", bytes));
        String text = new String(bytes, GBK);
        assertThat(text.lines()
                        .skip(13)
                        .map(l -> l.split(",")[0] + "/" + l.split(",")[1])
                        .limit(10))
                .containsExactly("J1/1", "J2/1", "J3/1", "J4/1", "J1/1", "J5/2", "J6/2", "J7/2", "J8/2", "J5/2");
        Coordinate[] outer = rows.get(0).shape().getCoordinates();
        assertThat(outer[0].x)
                .isGreaterThan(38e6)
                .isEqualTo(
                        rows.get(0).shape().getEnvelopeInternal().getMinX(),
                        org.assertj.core.api.Assertions.within(2.0));
        assertThat(Orientation.isCCW(java.util.Arrays.copyOf(outer, 5))).isFalse();
        assertThat(Orientation.isCCW(java.util.Arrays.copyOfRange(outer, 5, 10)))
                .isTrue();
    }

    @Test
    void whatIsWrittenIsReadBackToTheMillimetre() {
        GivenPlan plan = GivenPlan.twoParks(4526);
        List<SourceRow> back =
                GivenFiles.rows(new ParcelReader(), GivenFiles.of("a.txt", plan.written(new ParcelWriter(), Map.of())));
        assertThat(back.stream().map(SourceRow::id)).containsExactly("parks.17", "parks.18");
        for (int i = 0; i < 2; i++) {
            assertThat(back.get(i).notes()).isEmpty();
            assertThat(org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance.distance(
                            back.get(i).shape(), plan.rows().get(i).shape()))
                    .isLessThan(0.001);
        }
        assertThat(back.get(0).values()).containsEntry("地块名称", "孟津路游园");
        assertThat(back.get(1).values()).containsEntry("地块名称", "朱寨\uFF0C\"游园\"\uFF20北 <&>");
    }

    @Test
    void whatGbkLacksIsReplacedAndNoted() {
        GivenPlan plan = new GivenPlan(4526)
                .row(
                        "parks",
                        1,
                        "游园😀𠮷",
                        "MULTIPOLYGON (((113.29 34.81, 113.2906 34.81, 113.2906 34.8105, 113.29 34.81)))")
                .row("railways", 2, "陇海", "MULTILINESTRING ((113.29 34.81, 113.3 34.81))")
                .row(
                        "parks",
                        3,
                        "微",
                        "MULTIPOLYGON (((113.29 34.81, 113.2900000001 34.81, 113.29 34.8100000001, 113.29 34.81)))");
        String text = new String(plan.written(new ParcelWriter(), Map.of()), GBK);
        assertThat(text).contains("游园??").doesNotContain("陇海", "微");
        assertThat(plan.notes()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"preset, 1980", "precision, 1", "colour, red"})
    void unknownOptionsAreRefused(String name, String value) {
        assertThatThrownBy(() -> GivenPlan.twoParks(4526).written(new ParcelWriter(), Map.of(name, value)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void optionsChangeTheHeaderAndThePrecision() {
        String text = new String(
                GivenPlan.twoParks(4526).written(new ParcelWriter(), Map.of("preset", "2000", "precision", "0.01")),
                GBK);
        assertThat(text)
                .contains("坐标系=CGCS2000\r\n", "精度=0.01\r\n")
                .containsPattern("J1,1,\\d+\\.\\d\\d,\\d+\\.\\d\\d\r\n");
    }

    @Test
    void degreesAreRefused() {
        assertThatThrownBy(() -> GivenPlan.twoParks(4326).written(new ParcelWriter(), Map.of()))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void sheetNumbersFollowTheStandard() {
        assertThat(MapSheet.of(new LonLat(114.5625, 39.3736))).isEqualTo("J50G016010");
        assertThat(MapSheet.of(new LonLat(108.01, 35.99))).isEqualTo("I49G001001");
    }
}

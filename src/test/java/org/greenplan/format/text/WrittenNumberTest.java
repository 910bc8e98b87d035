package org.greenplan.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** Numbers of coordinates in every usual writing; what is impossible or can be read in two ways is none. */
class WrittenNumberTest {
    private static final double LON = 113 + 17 / 60.0 + 22.65 / 3600;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "113.28962500",
                "113.289625°",
                "113.289625度",
                "113°17′22.65″",
                "113°17'22.65\"",
                "113°17'22.65''",
                "113°17’22.65”",
                "113º17´22.65˝",
                "113˚17'22.65\"",
                "113度17分22.65秒",
                "113度17分22秒65",
                "113°17′22″65",
                "113d17m22.65s",
                "113d17'22.65\"",
                "E113°17′22.65″",
                "113°17′22.65″E",
                "E 113° 17′ 22.65″",
                "东经113°17′22.65″",
                "东经:113°17′22.65″",
                "113 17 22.65",
                "113:17:22.65",
                "113-17-22.65",
                "113°17.3775′",
                "113 17.3775",
                "113°17.3775'E",
                "113.289625E",
                "E113.289625",
                "Lon: 113.289625",
                "１１３°１７′２２．６５″",
                " 113 ° 17 ′ 22.65 ″ "
            })
    void degrees(String written) {
        assertThat(WrittenNumber.of(written)).isEqualTo(LON, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3853600.000|3853600",
                "3,853,600.000|3853600",
                "38,435,000|38435000",
                "3 853 600.000|3853600",
                "3'853'600.5|3853600.5",
                "3853600.000m|3853600",
                "3853600.000 米|3853600",
                "X=3853600.000|3853600",
                "Y:38435000|38435000",
                "X：3853600|3853600",
                "３８５３６００．５|3853600.5",
                "435,000.25|435000.25",
                "3.8536E6|3853600",
                "-12.5|-12.5",
                "34°48′31.31″S|-34.80869722222222"
            })
    void metres(String written, double value) {
        assertThat(WrittenNumber.of(written)).isEqualTo(value, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "113°77′22″",
                "113°17′60″",
                "113 77 22",
                "113:17:75",
                "213°17′22″",
                "113.5°17′",
                "113°17.5′22″",
                "113,289",
                "113,2896",
                "1.234.567,8",
                "3853O60.0",
                "J1",
                "m",
                "",
                "约3853600",
                "2019-3-15年"
            })
    void whatIsImpossibleOrCanBeReadInTwoWays(String written) {
        assertThat(WrittenNumber.of(written)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "113.289625,34.808697",
                "113.289625, 34.808697",
                "113.289625，34.808697",
                "113.289625 34.808697",
                "113.289625;34.808697",
                "(113.289625,34.808697)",
                "[113.289625, 34.808697]",
                "113.289625E,34.808697N",
                "东经113.289625 北纬34.808697",
                "113.289625/34.808697",
                "113°17′22.65″,34°48′31.3092″",
                "113°17′22.65″E 34°48′31.3092″N",
                "113°17'22.65\"E34°48'31.3092\"N",
                "E113°17′22.65″ N34°48′31.3092″"
            })
    void twoInOneCell(String written) {
        Coordinate pair = WrittenNumber.pair(written);
        assertThat(pair.x).isEqualTo(113.289625, within(1e-9));
        assertThat(pair.y).isEqualTo(34.808697, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"113.28", "a,b", "1,2,3", "113,289,34,808", "", "113°77′00″,34°48′00″", "3,853,600,38,435,000"})
    void noPair(String written) {
        assertThat(WrittenNumber.pair(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1131722.65,113.289625", "113.172265,113.289625", "344831.3092,34.808697", "34.48313092,34.808697"})
    void packed(double written, double value) {
        assertThat(WrittenNumber.packed(written)).isEqualTo(value, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1137722.0, 113.1777, 3853600.5, 113.6})
    void notPacked(double written) {
        assertThat(WrittenNumber.packed(written)).isNaN();
    }
}

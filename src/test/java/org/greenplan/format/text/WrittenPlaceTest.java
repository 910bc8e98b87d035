package org.greenplan.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** Whatever the program prints of a place, and whatever people copy, is read as the place again. */
class WrittenPlaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The strip below the map, a corner's sentence, a share of the address.
                "113.290000°E 34.810000°N | 113.29 | 34.81",
                "X 3853744.31 Y 435035.35 | 435035.35 | 3853744.31",
                "E 435035.3  N 3853744.3 | 435035.3 | 3853744.3",
                "113.29000, 34.81000 | 113.29 | 34.81",
                "（113.29，34.81） | 113.29 | 34.81",
                // In full width, with names.
                "Ｘ＝３８５３７４４．３１，Ｙ＝４３５０３５．３５ | 435035.35 | 3853744.31",
                "X：3853744.31 m；Y：435035.35 m | 435035.35 | 3853744.31",
                "Y=435035.35 X=3853744.31 | 435035.35 | 3853744.31",
                "纵坐标 3853744.31 横坐标 435035.35 | 435035.35 | 3853744.31",
                "东经113度17分24秒，北纬34度48分36秒 | 113.29 | 34.81",
                "北纬34°48′36″、东经113°17′24″ | 113.29 | 34.81",
                "113°17′24″E 34°48′36″N | 113.29 | 34.81",
                "113°17'24\" 34°48'36\" | 113.29 | 34.81",
                "lat: 34.81, lon: 113.29 | 113.29 | 34.81",
                "经度113.29 纬度34.81 | 113.29 | 34.81",
                "113°15′ 34°45′ | 113.25 | 34.75",
                "38435035.35 3853744.31 | 38435035.35 | 3853744.31",
            })
    void aPlaceIsReadAsItWasWritten(String text, double east, double north) {
        Coordinate place = WrittenPlace.of(text).orElseThrow();
        assertThat(place.x).isCloseTo(east, within(1e-9));
        assertThat(place.y).isCloseTo(north, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"人民路 12", "G310 国道", "孟津路10号", "x", "", "2号 3号", "X 12", "E 5 巷"})
    void aNameIsNoPlace(String text) {
        assertThat(WrittenPlace.of(text)).isEmpty();
    }
}

package org.greenplan.format.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels that say how large, steep or high something is are no names; names with numbers in them are. */
class DxfMeasureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3000.00",
                "3000.00m2",
                "3,000.00 ㎡",
                "S=3000.00m2",
                "S = 3000㎡",
                "A=0.30ha",
                "面积:3000.00平方米",
                "面积：3000",
                "用地面积 0.30公顷",
                "绿地面积(㎡):3000.00",
                "合4.50亩",
                "约4.5亩",
                "(3000.00㎡)",
                "（约4.5亩）",
                "S=3000.00m2,合4.50亩",
                "i=0.3%",
                "i=3‰",
                "0.5%",
                "R15",
                "R=15.0m",
                "±0.00",
                "▽123.45",
                "H=5.5m",
                "J1",
                "J12",
                "绿地率35%",
                "绿地率：≥35%",
                "容积率1.5",
                "20×30m",
                "20x30",
                "1:500",
                "K0+100",
                "DN300",
                "Φ600",
                "L=120.5",
                "宽20米",
                "X=3853600.000",
                "Y=38435000.000",
                "面积",
                "12株"
            })
    void measures(String line) {
        assertThat(DxfMeasure.isMeasure(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人民公园",
                "G-01",
                "A12",
                "S1",
                "B3-05",
                "2号地",
                "100米绿带",
                "孟津路游园",
                "R15地块",
                "3000亩湿地公园",
                "K1",
                "面积公园",
                "一期",
                "D-2",
                "合园",
                "约翰园",
                "12#"
            })
    void names(String line) {
        assertThat(DxfMeasure.isMeasure(line)).isFalse();
    }

    /** A line that was made to keep the machine busy is looked at in no time. */
    @Test
    void aHostileLineEndsSoon() {
        long steps = 0;
        for (String part : new String[] {"1", "1,", "面积", "1m", "总净", "约", "1 "}) {
            steps += DxfMeasure.isMeasure(part.repeat(100 / part.length()) + "x") ? 0 : 1;
        }
        assertThat(steps).isEqualTo(7);
    }
}

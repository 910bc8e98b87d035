package org.greenplan.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A datum is known in whatever way people write it, and what does not tell is never taken for one. */
class DatumNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "国家80坐标系|XIAN_1980",
                "80国家大地坐标系|XIAN_1980",
                "XIAN80|XIAN_1980",
                "Xi'an 1980|XIAN_1980",
                "Xian_1980_3_Degree_GK_Zone_38|XIAN_1980",
                "８０西安坐标系|XIAN_1980",
                "西安80|XIAN_1980",
                "大地80|XIAN_1980",
                "1980西安|XIAN_1980",
                "1980年国家大地坐标系|XIAN_1980",
                "GDZ80|XIAN_1980",
                "BJ54|BEIJING_1954",
                "BJ-54|BEIJING_1954",
                "54北京|BEIJING_1954",
                "１９５４年北京坐标系|BEIJING_1954",
                "Beijing 1954|BEIJING_1954",
                "Beijing_1954_3_Degree_GK_CM_114E|BEIJING_1954",
                "新北京54|BEIJING_1954",
                "克拉索夫斯基椭球|BEIJING_1954",
                "2000国家大地坐标系|CGCS2000",
                "国家2000|CGCS2000",
                "CGCS 2000|CGCS2000",
                "２０００国家大地坐标系|CGCS2000",
                "CGCS2000_3_Degree_GK_Zone_38|CGCS2000",
                "2000|CGCS2000",
                "WGS-84|CGCS2000",
                "WGS1984|CGCS2000",
                "GCJ-02|GCJ_02",
                "火星坐标系|GCJ_02",
                "百度BD09|BD_09",
                "独立坐标系|",
                "郑州市地方坐标系|",
                "北京地方坐标系|",
                "上街2000独立坐标系|",
                "1980西安坐标系转2000国家大地坐标系|",
                "国家大地坐标系|",
                "ITRF97|",
                "假定坐标|"
            })
    void aName(String written, String meant) {
        assertThat(DatumName.of(written))
                .hasValueSatisfying(name -> assertThat(meant(name)).isEqualTo(meant));
    }

    /** Titles, headings, notes: what speaks of no datum is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "界址点成果表(1980西安坐标系)|XIAN_1980",
                "坐标系统:西安80,中央子午线114°|XIAN_1980",
                "坐标系：１９８０西安坐标系　高程基准：１９８５国家高程基准|XIAN_1980",
                "80坐标X|XIAN_1980",
                "西安80坐标X(m)|XIAN_1980",
                "注:本表坐标采用北京54坐标系。|BEIJING_1954",
                "坐标系:BJ54|BEIJING_1954",
                "2000坐标X|CGCS2000",
                "宗地界址点成果表 CGCS2000|CGCS2000",
                "2000国家大地坐标系,1985国家高程基准,1:2000|CGCS2000",
                "坐标系:郑州市独立坐标系|unknown",
                "采用城市坐标系|unknown",
                "界址点坐标成果表|",
                "上街区 2000 年绿地坐标表|",
                "第 80 号地块 坐标|",
                "平面直角坐标系|",
                "X坐标(m)|",
                "1:2000 地形图|"
            })
    void aText(String text, String meant) {
        assertThat(DatumName.in(text)
                        .map(name -> name.isUnknown() ? "unknown" : meant(name))
                        .orElse(null))
                .isEqualTo(meant);
    }

    private static @Nullable String meant(DatumName name) {
        return name.datum() != null
                ? name.datum().name()
                : name.shift() != null ? name.shift().toString() : null;
    }
}

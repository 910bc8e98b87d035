package org.greenplan.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list is taken as it is meant, or refused with the cell that is wrong. */
class ListCheckTest {
    private static final ListForm MONTHS =
            new ListForm(false, List.of(column("rain_mm", "雨", "mm", true)), 12, true, null, 100);
    private static final ListForm SHARES =
            new ListForm(false, List.of(column("share", "份额", null, false)), null, false, null, 3);
    private static final ListForm CURVE = new ListForm(
            true,
            List.of(column("level_m", "水位", "m", false), column("volume_m3", "库容", "m³", true)),
            null,
            false,
            "level_m",
            4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "months | [1,2,3,4,5,6,7,8,9,10,11,12]      | [1,2,3,4,5,6,7,8,9,10,11,12]",
                "months | [1,null,\"\",4,5,6,7.25,8,9,10,11,\" 12 \"] | [1,null,null,4,5,6,7.25,8,9,10,11,12]",
                "months | [0,-0.0,0,0,0,0,0,0,0,0,0,0]      | [0,0,0,0,0,0,0,0,0,0,0,0]",
                "months | [null,null]                       | -",
                "months | []                                | -",
                "shares | [0.5]                             | [0.5]",
                "curve  | [{\"volume_m3\":3e5,\"level_m\":172},{\"level_m\":173.5}] | [{\"level_m\":172,\"volume_m3\":300000},{\"level_m\":173.5,\"volume_m3\":null}]",
            })
    void isTakenInTheOrderOfItsColumns(String form, String given, @Nullable String taken) {
        ListValue value = check(form).of(given, "f");
        assertThat(value == null ? null : value.toString()).isEqualTo(taken);
        if (value != null) {
            assertThat(ListText.value(value.toString())).contains(value);
            assertThat(check(form).of(value, "f")).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "months | [1,2,3,4,5,6,\"many\",8,9,10,11,12] | f[6]           | 雨表[7月]”应为数字           | Table [July] must be a number",
                "months | [1,2,3,4,5,6,-7,8,9,10,11,12]   | f[6]           | 雨表[7月]”不得小于 0 mm      | Table [July] must be at least 0 mm",
                "months | [1,2,3,4,5,6,1e9,8,9,10,11,12]  | f[6]           | 不得大于 1000000 mm          | at most 1000000 mm",
                "months | [1,2,3,4,5,6,\"NaN\",8,9,10,11,12] | f[6]        | 雨表[7月]                    | [July] must be a number",
                "months | [1,2,3,4,5,6,1e999,8,9,10,11,12] | f[6]          | 雨表[7月]                    | [July] must be a number",
                "months | [1,2,3,4,5,6,true,8,9,10,11,12] | f[6]           | 雨表[7月]                    | [July] must be a number",
                "months | [1,2,3,4,5,6,7,8,9,10,11]       | f              | 12 个数（1月至12月），现有 11 | 12 numbers (January to December) and has 11",
                "months | [{\"rain_mm\":1}]               | f[0]           | [1月]”应为数字               | [January] must be a number",
                "months | {\"rain_mm\":1}                 | f              | 应为列表，如 [1, 2]          | a list such as [1, 2]",
                "months | 12                              | f              | 应为列表                     | must be a list",
                "months | [1,2                            | f              | 应为列表                     | must be a list",
                "shares | [0.5,null]                      | f[1]           | [第 2 个]”必填               | [no. 2] is required. Fill it in",
                "shares | [1,1,1,1]                       | f              | 最多 3 行，现有 4 行         | may have 3 rows and has 4",
                "curve  | [172]                           | f[0]           | 第 1 行应为各列的数          | They are level_m, volume_m3",
                "curve  | [{\"level_m\":1,\"area\":2}]    | f[0].area      | 没有列“area”                 | no column \"area\". They are level_m, volume_m3",
                "curve  | [{\"level_m\":1},{\"volume_m3\":2}] | f[1].level_m | [第 2 行 水位]”必填        | [row 2, 水位] is required",
                "curve  | [{\"level_m\":2},{\"level_m\":2}] | f[1].level_m | 应大于上一行的 2             | must be above 2",
                "curve  | [{\"level_m\":2},{\"level_m\":1}] | f[1].level_m | 从小到大                     | sort the rows",
            })
    void isRefusedWithTheCellAndTheWayOut(String form, String given, String field, String zh, String en) {
        Object json = given.startsWith("[") && ListText.raw(given) != null ? ListText.raw(given) : given;
        for (Object same : List.of(given, json)) {
            assertThatThrownBy(() -> check(form).of(same, "f")).isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                assertThat(p.field()).isEqualTo(field);
                assertThat(p.words().zh()).contains(zh);
                assertThat(p.words().en()).contains(en);
            });
        }
    }

    @Test
    void noTextIsReadWithoutEnd() {
        String endless = "[" + "1,".repeat(ListText.MOST_ROWS) + "1]";
        assertThat(ListText.value(endless)).isEmpty();
        assertThat(ListText.value("[" + "1,".repeat(ListText.MOST_ROWS - 1) + "1]"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[1]]",
                "[1] [2]",
                "[1,\"2\"]",
                "[1,{\"a\":1}]",
                "[{\"a\":1},2]",
                "[{\"a\":[1]}]",
                "[1e999]",
                "[{}]",
                "[]",
                "7",
                "``",
                "[NaN]"
            })
    void whatIsNoListOfNumbersIsNone(String text) {
        assertThat(ListText.value(text)).isEmpty();
    }

    @Test
    void anOpenCellIsNeverZero() {
        ListValue open = new ListValue(List.of("h", "v"), List.of(Arrays.asList(1.0, null), Arrays.asList(-0.0, 2.0)));
        assertThat(open.column("v")).containsExactly(null, 2.0);
        assertThat(open.column("h")).containsExactly(1.0, 0.0);
        assertThat(open.column("a")).containsExactly(null, null);
        assertThat(ListValue.of(Arrays.asList(null, 3.0)).numbers()).containsExactly(null, 3.0);
        for (List<List<@Nullable Double>> wrong : List.<List<List<@Nullable Double>>>of(
                List.of(), List.of(List.of()), List.of(Collections.singletonList(Double.NaN)))) {
            assertThatThrownBy(() -> new ListValue(List.of(), wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ListCheck check(String form) {
        ListForm which = form.equals("months") ? MONTHS : form.equals("shares") ? SHARES : CURVE;
        return new ListCheck(which, Words.of("雨表", "Table"));
    }

    private static ListColumn column(String name, String title, @Nullable String unit, boolean open) {
        return new ListColumn(name, Words.of(title, title), unit, 0.0, 1e6, open);
    }
}

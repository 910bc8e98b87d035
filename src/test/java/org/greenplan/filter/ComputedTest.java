package org.greenplan.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.FilterCrs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is computed in a filter, by values; that the stores compute the same is asked with random filters. */
class ComputedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 % 3 = 1            | YES",
                "-7 % 3 = -1          | YES",
                "7.5 % 2 = 1.5        | YES",
                "7 div 2 = 3          | YES",
                "-7 div 2 = -3        | YES",
                "2 ^ 10 = 1024        | YES",
                "4 ^ 0.5 = 2          | YES",
                "2 * 3 ^ 2 = 18       | YES",
                "-2 ^ 2 = 4           | YES",
                "0 ^ 0 = 1            | YES",
                "1 % 0 = 0            | UNKNOWN",
                "1 div 0 = 0          | UNKNOWN",
                "0 ^ -1 = 0           | UNKNOWN",
                "(-8) ^ 0.5 = 0       | UNKNOWN",
                "10 ^ 300 = 0         | UNKNOWN",
            })
    void numbers(String filter, Answer answer) {
        assertThat(FilterPlan.fitted(Cql2Text.read(filter, FilterCrs.LON_LAT)).answer(queryable -> null))
                .isEqualTo(answer);
    }
}

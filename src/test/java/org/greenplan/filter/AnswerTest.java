package org.greenplan.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three answers, joined as SQL joins them. */
class AnswerTest {
    @ParameterizedTest
    @CsvSource({
        "YES,     YES,     YES,     YES",
        "YES,     UNKNOWN, UNKNOWN, YES",
        "YES,     NO,      NO,      YES",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, NO,      NO,      UNKNOWN",
        "NO,      NO,      NO,      NO"
    })
    void areJoinedBothWaysRound(Answer a, Answer b, Answer and, Answer or) {
        assertThat(a.and(b)).isEqualTo(and);
        assertThat(b.and(a)).isEqualTo(and);
        assertThat(a.or(b)).isEqualTo(or);
        assertThat(b.or(a)).isEqualTo(or);
        assertThat(a.not().and(b.not())).isEqualTo(or.not());
    }

    @ParameterizedTest
    @CsvSource({"true, YES, NO", "false, NO, YES", ", UNKNOWN, UNKNOWN"})
    void whatIsNotSetIsNotKnown(Boolean holds, Answer answer, Answer not) {
        assertThat(Answer.of(holds)).isEqualTo(answer);
        assertThat(answer.not()).isEqualTo(not);
    }
}

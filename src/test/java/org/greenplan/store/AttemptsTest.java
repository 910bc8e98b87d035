package org.greenplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.ServerWatch;
import org.junit.jupiter.api.Test;

/** Trouble is found out once for all who wait, and within the time that people wait. */
class AttemptsTest {
    private static final Problem.Unavailable AWAY = Problem.Unavailable.of(Words.of("不在", "away"), 5);

    @Test
    void allThatASilentServerMayTakeIsLessThanFiveSeconds() {
        Duration longest =
                ServerWatch.LATE.plus(ServerWatch.LOOK).plus(ServerWatch.ANSWER).plus(ServerWatch.NEW_LINE);
        assertThat(longest).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatOthersCrossIsDoneAgainWhileThereIsPatience() {
        var patient = new AtomicInteger();
        assertThatThrownBy(() -> Attempts.many(() -> crossed(patient), Duration.ofHours(1), "plan"))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(patient.get()).isGreaterThan(5);
        var impatient = new AtomicInteger();
        assertThatThrownBy(() -> Attempts.many(() -> crossed(impatient), Duration.ZERO, "plan"))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(impatient.get()).isEqualTo(1);
    }

    @Test
    void whoHasWaitedForATroubledWriterHearsWhatItHeard() {
        var turn = new WriterTurn();
        turn.take();
        turn.requireNotStuck(Duration.ofHours(1));
        turn.stuck(AWAY);
        assertThatThrownBy(() -> turn.requireNotStuck(Duration.ofHours(1))).isSameAs(AWAY);
        turn.requireNotStuck(Duration.ZERO);
        turn.pass();
    }

    private static String crossed(AtomicInteger times) throws SQLException {
        times.incrementAndGet();
        throw new SQLException("crossed", "40001");
    }
}

package org.greenplan.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.problem.Problem;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nobody waits for any more ends, also in the middle of a statement, and leaves the plan and its connections as they were. */
class WantedTest {
    /** Never ends by itself. */
    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n";

    @ParameterizedTest
    @EnumSource
    void aStatementThatReads(Kind kind) {
        try (Database plan = kind.openNew(CatalogueReader.bundled())) {
            assertThatThrownBy(() -> calledOff(
                            wanted -> plan.<Long>read(session -> session.number(begun(wanted, ENDLESS), List.of()))))
                    .isInstanceOf(Problem.CalledOff.class);
            assertThat(plan.<Long>read(session -> session.number("SELECT 1", List.of())))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementThatWrites(Kind kind) {
        try (Database plan = kind.openNew(CatalogueReader.bundled())) {
            assertThatThrownBy(() -> calledOff(wanted -> plan.<Long>write(session -> {
                        session.insert(Tables.LAYER, List.of("layer", "changeset"), List.of("nothing", 7L));
                        return session.number(begun(wanted, ENDLESS), List.of());
                    })))
                    .isInstanceOf(Problem.CalledOff.class);
            assertThat(rows(plan)).isZero();
            assertThat(plan.<Integer>write(session -> session.execute(
                            "INSERT INTO " + Tables.LAYER + " (layer, changeset) VALUES (?, ?)", List.of("one", 1L))))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAreRead(Kind kind) {
        try (Database plan = kind.openNew(CatalogueReader.bundled())) {
            String three = "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3";
            var wanted = new Wanted();
            long[] seen = {0};
            assertThatThrownBy(() -> wanted.<Boolean, RuntimeException>during(() -> plan.<Boolean>read(session -> {
                        session.each(three, List.of(), row -> row.getLong(1), number -> {
                            seen[0]++;
                            wanted.callOff();
                        });
                        return true;
                    })))
                    .isInstanceOf(Problem.CalledOff.class);
            assertThat(seen[0]).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFinalIsNotCalledOff(Kind kind) {
        try (Database plan = kind.openNew(CatalogueReader.bundled())) {
            var wanted = new Wanted();
            wanted.<Long, RuntimeException>during(() -> plan.<Long>write(
                    session -> session.insert(Tables.LAYER, List.of("layer", "changeset"), List.of("one", 1L))));
            wanted.callOff();
            assertThat(rows(plan)).isEqualTo(1);
            assertThatThrownBy(() -> wanted.<Long, RuntimeException>during(() -> rows(plan)))
                    .as("and nothing new is begun")
                    .isInstanceOf(Problem.CalledOff.class);
        }
    }

    private interface Asking {
        long answer(Wanted wanted);
    }

    /** Asks, and calls it off when the work has begun. */
    private static void calledOff(Asking asking) {
        var wanted = new Wanted();
        wanted.<Long, RuntimeException>during(() -> asking.answer(wanted));
    }

    private static String begun(Wanted wanted, String sql) {
        var begun = new CountDownLatch(1);
        var other = new Thread(() -> {
            try {
                begun.await();
                wanted.callOff();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.setDaemon(true);
        other.start();
        begun.countDown();
        return sql;
    }

    private static long rows(Database plan) {
        return plan.<Long>read(session -> session.number("SELECT count(*) FROM " + Tables.LAYER, List.of()));
    }
}

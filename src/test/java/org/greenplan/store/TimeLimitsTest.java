package org.greenplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.problem.Problem;
import org.greenplan.sql.GeoPackageDialect;
import org.greenplan.sql.GeoPackageSteps;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries, locks and waits for the store end after a time, and are told as what they are. */
class TimeLimitsTest {
    @Test
    void aServerIsToldOfTheLimits() {
        try (Database plan = Kind.POSTGIS.openNew(CatalogueReader.bundled())) {
            assertThat(plan.<String>read(session -> setting(session, "statement_timeout")))
                    .isEqualTo("1min");
            assertThat(plan.<String>write(session -> setting(session, "statement_timeout")))
                    .isEqualTo("10min");
            assertThat(plan.<String>write(session -> setting(session, "lock_timeout")))
                    .as("rows that another program holds, once this one is the writer")
                    .isEqualTo("2s");
            assertThat(plan.<String>read(session -> setting(session, "statement_timeout")))
                    .as("what holds for a write ends with it")
                    .isEqualTo("1min");
        }
    }

    @Test
    void aQuestionToAFileEndsAndAWriteDoesNot() throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = file.createStatement()) {
            GeoPackageSteps.read(file, 3_000_000);
            assertThatThrownBy(() -> statement.executeQuery(counting(10_000_000)))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(
                                    OpeningTrouble.running(new StoreFailure("plan", e), "plan"))
                            .isInstanceOf(Problem.Unavailable.class)
                            .hasMessageContaining("took too long"));
            statement.execute("ROLLBACK");
            GeoPackageSteps.read(file, 3_000_000);
            assertThat(statement.executeQuery("SELECT 1").getLong(1)).isEqualTo(1);
            statement.execute("COMMIT");
            GeoPackageSteps.write(file);
            assertThat(statement.executeQuery(counting(1_000_000)).getLong(1)).isEqualTo(1_000_000);
        }
    }

    @Test
    void aWriteThatNeverBeganIsTakenBackWithoutTrouble(@TempDir Path folder) throws SQLException {
        String file = "jdbc:sqlite:" + folder.resolve("plan.gpkg");
        var dialect = new GeoPackageDialect();
        try (Connection other = DriverManager.getConnection(file);
                Connection own = DriverManager.getConnection(file);
                Statement statement = own.createStatement()) {
            dialect.beginWrite(other, true);
            dialect.patience(own, Duration.ZERO);
            assertThatThrownBy(() -> dialect.beginWrite(own, true)).hasMessageContaining("SQLITE_BUSY");
            dialect.rollback(own);
            dialect.rollback(other);
            dialect.beginWrite(own, true);
            statement.execute("CREATE TABLE written (n)");
            dialect.rollback(own);
            assertThat(dialect.columns(own, "written"))
                    .as("what was begun is taken back")
                    .isEmpty();
            dialect.beginWrite(other, true);
            dialect.rollback(other);
        }
    }

    /** More than ten steps of SQLite's machine for each number. */
    private static String counting(long most) {
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + most
                + ") SELECT count(*) FROM n";
    }

    private static String setting(Session session, String name) {
        return session.list("SHOW " + name, List.of(), row -> row.getString(1)).get(0);
    }
}

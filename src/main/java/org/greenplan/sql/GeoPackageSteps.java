package org.greenplan.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.ProgressHandler;

/**
 * The end of a question that SQLite would work on for ever, and of what nobody waits for any more. Its steps are counted and not the seconds, for a clock would also count what
 * the program does with the rows, and what else the machine does.
 */
public final class GeoPackageSteps extends ProgressHandler {
    /** So many steps of SQLite's machine a reading transaction may take: a minute or more, a hundred times what the largest plans need. */
    static final long MOST = 20_000_000_000L;

    private static final int PORTION = 100_000;

    private final Wanted wanted = Wanted.now();
    private long left;

    private GeoPackageSteps(long most) {
        left = most;
    }

    /** Begins a transaction that reads, and that fails with SQLITE_INTERRUPT after so many steps. */
    public static void read(Connection connection, long most) throws SQLException {
        ProgressHandler.setHandler(connection, PORTION, new GeoPackageSteps(most));
        run(connection, "BEGIN DEFERRED");
    }

    /** Begins a transaction that writes: an import may take as long as it takes, unless it is called off. */
    public static void write(Connection connection) throws SQLException {
        ProgressHandler.setHandler(connection, PORTION, new GeoPackageSteps(Long.MAX_VALUE));
        run(connection, "BEGIN IMMEDIATE");
    }

    /** Takes a transaction back. A save point begins one where none is open: what never began, or SQLite took back itself, is no trouble. */
    static void takeBack(Connection connection) throws SQLException {
        run(connection, "SAVEPOINT taken_back");
        run(connection, "ROLLBACK");
    }

    @Override
    protected int progress() {
        left -= PORTION;
        return left < 0 || wanted.isOff() ? 1 : 0;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

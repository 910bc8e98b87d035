package org.greenplan.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.greenplan.format.geopackage.SqliteLibrary;
import org.greenplan.sql.StoreFailure;
import org.greenplan.sql.TextFunctions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** Connections to one file, as many as are at work at once. */
final class GeoPackageConnections implements Connections {
    private static final Logger LOG = LoggerFactory.getLogger(GeoPackageConnections.class);
    private static final int BUSY_MS = 4000;

    private final String url;
    private final Mode mode;
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private final LogFolding folding = new LogFolding(this::foldWithoutWaiting);
    private volatile boolean closed;

    GeoPackageConnections(Path file, Mode mode) {
        this.url = "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + mode.parameters;
        this.mode = mode;
    }

    /** Reads what a first connection needs, the engine above all, so that it is there when a plan is opened. */
    static void warm() {
        SqliteLibrary.lay();
        try (Connection nothing = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
            register(nothing);
        } catch (SQLException e) {
            // Then the plan's own connection says what is wrong.
            LOG.debug("not warm", e);
        }
    }

    /** How a file is opened. */
    enum Mode {
        /** For reading and writing, with a write-ahead log, so that readers and the writer do not wait for each other. */
        WRITE(""),
        /** For reading, in a folder where SQLite can keep its books. */
        LOOK("?mode=rw"),
        /** For reading, where nothing can be written. */
        READ("?mode=ro"),
        /** For reading a file that nobody changes meanwhile, which is all where there is no log beside it. */
        FROZEN("?mode=ro&immutable=1");

        private final String parameters;

        /** How to read a file that somebody may be writing, or that nobody can. */
        static Mode reading(PlanFile file) {
            return !file.isReadOnly() ? LOOK : file.hasLog() ? READ : FROZEN;
        }

        Mode(String parameters) {
            this.parameters = parameters;
        }
    }

    /** Makes a sound copy of a file, also in the middle of somebody's writing; one file without a log beside it. */
    static void copy(Path file, Path to) {
        var source = new GeoPackageConnections(file, Mode.reading(new PlanFile(file)));
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, to.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            throw new StoreFailure(to.toString(), e);
        }
    }

    @Override
    public Connection take() throws SQLException {
        Connection connection = idle.poll();
        return connection == null ? open() : connection;
    }

    @Override
    public void giveBack(Connection connection, boolean sound) throws SQLException {
        if (!sound) {
            connection.close();
            return;
        }
        idle.add(connection);
        if (closed) {
            closeIdle();
        }
    }

    @Override
    public void committed() {
        folding.committed();
    }

    /** Whether the whole log is in the file; the log is emptied where nobody looks at it. */
    private boolean foldWithoutWaiting() throws SQLException {
        Connection connection = take();
        boolean sound = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            boolean whole = folded(statement, "PASSIVE");
            if (whole) {
                folded(statement, "TRUNCATE");
            }
            statement.execute("PRAGMA busy_timeout = " + BUSY_MS);
            sound = true;
            return whole;
        } finally {
            giveBack(connection, sound);
        }
    }

    private static boolean folded(Statement statement, String how) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + how + ")")) {
            return row.next() && row.getInt(1) == 0 && row.getInt(2) == row.getInt(3);
        }
    }

    /** Brings the tables into the file itself, for other programs read its head before they look at the log beside it. */
    void fold() {
        try {
            Connection connection = take();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            } finally {
                giveBack(connection, true);
            }
        } catch (SQLException e) {
            throw new StoreFailure(url, e);
        }
    }

    /**
     * Folds the write-ahead log into the file, so that the file alone is the plan; the last who has it open leaves no mode of a log in it, with
     * which nobody could open it in a folder that cannot be written.
     */
    @Override
    public void close() {
        closed = true;
        folding.close();
        try {
            Connection last = idle.poll();
            if (last == null) {
                return;
            }
            closeIdle();
            if (mode != Mode.WRITE) {
                last.close();
                return;
            }
            try (last;
                    Statement statement = last.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                leaveLogMode(statement);
            }
        } catch (SQLException e) {
            throw new StoreFailure(url, e);
        }
    }

    private static void leaveLogMode(Statement statement) throws SQLException {
        statement.execute("PRAGMA busy_timeout = 0");
        try {
            statement.execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException e) {
            // Another program has the plan open and does it when it closes.
            LOG.debug("the log stays", e);
        }
    }

    private void closeIdle() throws SQLException {
        for (Connection other = idle.poll(); other != null; other = idle.poll()) {
            other.close();
        }
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        if (mode == Mode.WRITE) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        }
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(false);
        Connection connection = config.createConnection(url);
        try {
            register(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void register(Connection connection) throws SQLException {
        GeoPackageFunctions.register(connection);
        TextFunctions.register(connection);
        SpatialFunctions.register(connection);
    }
}

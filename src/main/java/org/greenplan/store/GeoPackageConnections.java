package org.greenplan.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig;

/** Connections to one file, as many as are at work at once. */
final class GeoPackageConnections implements Connections {
    private static final int BUSY_MS = 4000;

    private final String url;
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    GeoPackageConnections(Path file) {
        this.url = "jdbc:sqlite:" + file.toAbsolutePath();
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

    /** Folds the write-ahead log into the file, so that the file alone is the plan. */
    @Override
    public void close() {
        closed = true;
        try {
            Connection last = idle.poll();
            if (last == null) {
                return;
            }
            closeIdle();
            try (last;
                    Statement statement = last.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } catch (SQLException e) {
            throw new StoreFailure(url, e);
        }
    }

    private void closeIdle() throws SQLException {
        for (Connection other = idle.poll(); other != null; other = idle.poll()) {
            other.close();
        }
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(false);
        Connection connection = config.createConnection(url);
        try {
            GeoPackageFunctions.register(connection);
            TextFunctions.register(connection);
            SpatialFunctions.register(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}

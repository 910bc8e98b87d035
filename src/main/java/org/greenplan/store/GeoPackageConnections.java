package org.greenplan.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.sqlite.SQLiteConfig;

/** Connections to one file: a single writer, and as many readers as are at work at once. */
final class GeoPackageConnections implements Connections {
    private static final int BUSY_MS = 30_000;

    private final String url;
    private final Semaphore writers = new Semaphore(1, true);
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    GeoPackageConnections(Path file) {
        this.url = "jdbc:sqlite:" + file.toAbsolutePath();
    }

    @Override
    public Connection takeReader() throws SQLException {
        Connection connection = idle.poll();
        return connection == null ? open() : connection;
    }

    @Override
    public Connection takeWriter() throws SQLException {
        writers.acquireUninterruptibly();
        try {
            return takeReader();
        } catch (SQLException e) {
            writers.release();
            throw e;
        }
    }

    @Override
    public void giveBack(Connection connection, boolean writer) throws SQLException {
        if (writer) {
            writers.release();
        }
        if (closed) {
            connection.close();
        } else {
            idle.add(connection);
        }
    }

    /** Folds the write-ahead log into the file, so that the file alone is the plan. */
    @Override
    public void close() {
        closed = true;
        try {
            Connection last = takeReader();
            for (Connection other = idle.poll(); other != null; other = idle.poll()) {
                other.close();
            }
            try (last;
                    Statement statement = last.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } catch (SQLException e) {
            throw new StoreFailure(url, e);
        }
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(false);
        Connection connection = config.createConnection(url);
        GeoPackageFunctions.register(connection);
        TextFunctions.register(connection);
        SpatialFunctions.register(connection);
        return connection;
    }
}

package org.greenplan.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plan's database, embedded or shared: gives work a transaction of its own, readers many at once, writers one by one. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Connections connections;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final String description;
    private final @Nullable Path file;
    private final Semaphore writer = new Semaphore(1, true);
    /** The plan has all tables of this program. */
    private volatile boolean ready;

    private Database(
            Connections connections, Dialect dialect, Catalogue catalogue, String description, @Nullable Path file) {
        this.connections = connections;
        this.dialect = dialect;
        this.catalogue = catalogue;
        this.description = description;
        this.file = file;
    }

    /** Work inside one transaction. */
    public interface Work<T extends @Nullable Object> {
        T run(Session session);
    }

    /** Opens a GeoPackage file, made where it does not exist, brought up to the catalogue where it does. */
    public static Database geoPackage(Path file, Catalogue catalogue) {
        GeoPackageConnections connections = new GeoPackageConnections(file);
        Database database = new Database(
                        connections,
                        new GeoPackageDialect(),
                        catalogue,
                        file.getFileName().toString(),
                        file)
                .migrated();
        connections.fold();
        return database;
    }

    /** Opens a PostGIS database; user and password in the address or in PGUSER and PGPASSWORD. */
    public static Database postgis(String jdbcUrl, Catalogue catalogue) {
        String description = jdbcUrl.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
        Database database = new Database(
                new PooledConnections(pool(jdbcUrl, description)), new PostgisDialect(), catalogue, description, null);
        return database.migrated();
    }

    private static HikariDataSource pool(String jdbcUrl, String description) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        String user = System.getenv("PGUSER");
        if (user != null && !jdbcUrl.contains("user=")) {
            config.setUsername(user);
        }
        String password = System.getenv("PGPASSWORD");
        if (password != null && !jdbcUrl.contains("password=")) {
            config.setPassword(password);
        }
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        config.setPoolName("greenplan");
        // Every piece of work is a transaction; the dialect says of which kind.
        config.setAutoCommit(false);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw OpeningTrouble.explained(e, description);
        }
    }

    /** Runs work that only reads; it sees one state of the plan. */
    public <T extends @Nullable Object> T read(Work<T> work) {
        return run(work, false);
    }

    /** Runs work that writes, alone: committed when it returns, taken back when it throws. */
    public <T extends @Nullable Object> T write(Work<T> work) {
        return run(work, true);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** For people: file name, or server and database without the password. */
    public String describe() {
        return description;
    }

    /** The plan's file, where it is one. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public void close() {
        connections.close();
    }

    private Database migrated() {
        try {
            write(session -> {
                Migration.run(session);
                return true;
            });
            ready = true;
            return this;
        } catch (RuntimeException e) {
            close();
            throw OpeningTrouble.explained(e, description);
        }
    }

    private <T extends @Nullable Object> T run(Work<T> work, boolean write) {
        // Writers wait here and not each with a connection of its own: readers would be left without.
        if (write) {
            writer.acquireUninterruptibly();
        }
        try {
            return lent(work, write);
        } catch (SQLException e) {
            throw new StoreFailure(describe(), e);
        } finally {
            if (write) {
                writer.release();
            }
        }
    }

    private <T extends @Nullable Object> T lent(Work<T> work, boolean write) throws SQLException {
        Connection connection = connections.take();
        boolean sound = false;
        try {
            T result = transaction(connection, work, write);
            sound = true;
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            sound = rolledBack(connection);
            throw e;
        } finally {
            connections.giveBack(connection, sound);
        }
    }

    private <T extends @Nullable Object> T transaction(Connection connection, Work<T> work, boolean write)
            throws SQLException {
        var session = new Session(connection, dialect, catalogue);
        if (write) {
            dialect.beginWrite(connection);
            requireKnownParts(session);
            dialect.markOwn(connection);
        } else {
            dialect.beginRead(connection);
        }
        T result = work.run(session);
        if (write) {
            dialect.beforeCommit(connection);
        }
        dialect.commit(connection);
        return result;
    }

    /** Looked at in every write: a newer program may have opened the plan beside this one. */
    private void requireKnownParts(Session session) {
        PlanParts parts = ready ? PlanParts.stored(session) : PlanParts.read(session);
        parts.newer().ifPresent(words -> {
            throw new Problem.Invalid(words, null);
        });
    }

    /** What made the work fail is what people want to hear of, not that taking it back failed as well. */
    private boolean rolledBack(Connection connection) {
        try {
            dialect.rollback(connection);
            return true;
        } catch (SQLException e) {
            LOG.warn("cannot roll back; the connection is given up", e);
            return false;
        }
    }
}

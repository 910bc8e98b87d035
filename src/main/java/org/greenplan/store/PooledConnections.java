package org.greenplan.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.postgis.jdbc.PGgeometryLW;
import org.greenplan.sql.ServerWatch;
import org.postgresql.PGConnection;

/** The pool to a server; its connections read geometry columns as the PostGIS driver's own type. */
record PooledConnections(HikariDataSource pool, ServerWatch watch, Map<Connection, ServerWatch.Visit> lent)
        implements Connections {
    PooledConnections(HikariDataSource pool, ServerWatch watch) {
        this(pool, watch, new ConcurrentHashMap<>());
    }

    @Override
    public Connection take() throws SQLException {
        ServerWatch.Visit visit = watch.begins();
        boolean taken = false;
        try {
            Connection connection = pool.getConnection();
            connection.unwrap(PGConnection.class).addDataType("geometry", PGgeometryLW.class);
            visit.has(connection);
            lent.put(connection, visit);
            taken = true;
            return connection;
        } catch (SQLTransientConnectionException e) {
            // The pool says only that it took too long.
            watch.requireAnswers();
            throw e;
        } finally {
            if (!taken) {
                visit.ends();
            }
        }
    }

    @Override
    public void giveBack(Connection connection, boolean sound) throws SQLException {
        ServerWatch.Visit visit = lent.remove(connection);
        if (visit != null) {
            visit.ends();
        }
        if (!sound) {
            pool.evictConnection(connection);
        }
        connection.close();
    }

    @Override
    public void requireReachable() throws SQLException {
        watch.requireAnswers();
    }

    @Override
    public void endStatement(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void close() {
        watch.close();
        pool.close();
    }
}

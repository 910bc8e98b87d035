package org.greenplan.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The pool to a server. */
record PooledConnections(HikariDataSource pool) implements Connections {
    @Override
    public Connection take() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void giveBack(Connection connection, boolean sound) throws SQLException {
        if (!sound) {
            pool.evictConnection(connection);
        }
        connection.close();
    }

    @Override
    public void close() {
        pool.close();
    }
}

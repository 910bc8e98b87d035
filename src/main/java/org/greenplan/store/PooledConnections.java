package org.greenplan.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The pool to a server; the server itself lets writers in one by one. */
record PooledConnections(HikariDataSource pool) implements Connections {
    @Override
    public Connection takeReader() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection takeWriter() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void giveBack(Connection connection, boolean writer) throws SQLException {
        connection.close();
    }

    @Override
    public void close() {
        pool.close();
    }
}

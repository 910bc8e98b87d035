package org.greenplan.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import net.postgis.jdbc.PGgeometryLW;
import org.postgresql.PGConnection;

/** The pool to a server; its connections read geometry columns as the PostGIS driver's own type. */
record PooledConnections(HikariDataSource pool) implements Connections {
    @Override
    public Connection take() throws SQLException {
        Connection connection = pool.getConnection();
        connection.unwrap(PGConnection.class).addDataType("geometry", PGgeometryLW.class);
        return connection;
    }

    @Override
    public void giveBack(Connection connection, boolean sound) throws SQLException {
        if (!sound) {
            pool.evictConnection(connection);
        }
        connection.close();
    }

    @Override
    public void endStatement(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void close() {
        pool.close();
    }
}

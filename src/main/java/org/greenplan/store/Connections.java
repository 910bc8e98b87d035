package org.greenplan.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from and go back to. */
sealed interface Connections permits GeoPackageConnections, PooledConnections {
    Connection takeReader() throws SQLException;

    Connection takeWriter() throws SQLException;

    void giveBack(Connection connection, boolean writer) throws SQLException;

    void close();
}

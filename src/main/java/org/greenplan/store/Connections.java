package org.greenplan.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from and go back to. */
sealed interface Connections permits GeoPackageConnections, PooledConnections {
    Connection take() throws SQLException;

    /** Takes a connection back; one that is not sound, for its transaction could not be ended, is never lent again. */
    void giveBack(Connection connection, boolean sound) throws SQLException;

    /** Fails at once where it is known that nothing would answer. */
    default void requireReachable() throws SQLException {}

    /** Ends the statement that a connection is at; called on another thread than the statement's. */
    default void endStatement(Connection connection) throws SQLException {}

    /** Something was committed. */
    default void committed() {}

    void close();
}

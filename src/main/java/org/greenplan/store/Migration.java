package org.greenplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Brings a database up to the catalogue: a new layer becomes a table, a new attribute a column. Nothing is ever dropped; what the
 * catalogue no longer names stays where it is. Runs inside one writing transaction, so two programs that start together do it
 * one after the other.
 */
final class Migration {
    private Migration() {}

    static void run(Session session) {
        Connection connection = session.connection();
        Dialect dialect = session.dialect();
        try {
            dialect.prepare(connection);
            for (Table table : Tables.all(session.catalogue())) {
                Set<String> present = dialect.columns(connection, table.name());
                if (present.isEmpty()) {
                    dialect.create(connection, table);
                    continue;
                }
                for (Table.Column column : table.columns()) {
                    if (!present.contains(column.name())) {
                        dialect.addColumn(connection, table, column);
                    }
                }
            }
            for (var layer : session.catalogue().layers()) {
                dialect.watch(connection, Tables.of(layer));
            }
            dialect.finish(connection, session.catalogue());
        } catch (SQLException e) {
            throw new StoreFailure("migration", e);
        }
    }
}

package org.greenplan.store;

import java.sql.SQLException;
import java.util.List;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;

/**
 * Version 1 to 2 of a plan: every changeset has an origin and a stamp. Who wrote an old one is told by its author, whose names for the
 * program and for other programs nobody else used; its stamp is random, for what it was made of is not known any more.
 */
final class OriginsAndStamps {
    private OriginsAndStamps() {}

    static void add(Session session) throws SQLException {
        Table changeset = Tables.internal().stream()
                .filter(t -> t.name().equals(Tables.CHANGESET))
                .findFirst()
                .orElseThrow();
        var present = session.dialect().columns(session.connection(), Tables.CHANGESET);
        for (Table.Column column : changeset.columns()) {
            if (!present.containsKey(column.name())) {
                session.dialect().addColumn(session.connection(), changeset, column);
            }
        }
        for (String column : List.of("stamp", "request")) {
            session.dialect().addIndex(session.connection(), Tables.CHANGESET, column);
        }
        session.execute(
                "UPDATE " + Tables.CHANGESET + " SET origin = CASE author WHEN 'greenplan' THEN 'program'"
                        + " WHEN 'outside' THEN 'outside' ELSE 'person' END, stamp = "
                        + session.dialect().randomStamp(),
                List.of());
        session.dialect().spellBusy(session.connection());
    }
}

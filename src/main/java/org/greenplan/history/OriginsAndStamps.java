package org.greenplan.history;

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

    static void add(Session session, List<Table> tables) {
        tables.stream().filter(table -> table.name().equals(Tables.CHANGESET)).forEach(session::grow);
        session.index(Tables.CHANGESET, "stamp");
        session.index(Tables.CHANGESET, "request");
        session.execute(
                "UPDATE " + Tables.CHANGESET + " SET origin = CASE author WHEN 'greenplan' THEN 'program'"
                        + " WHEN 'outside' THEN 'outside' ELSE 'person' END, stamp = "
                        + session.dialect().randomStamp(),
                List.of());
    }
}

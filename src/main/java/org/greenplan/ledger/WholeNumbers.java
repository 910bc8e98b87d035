package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;

/**
 * Version 1 to 2 of the ledger: figures become whole square millimetres and micrometres, and a share names the layer of its zone. The
 * numbers stay what they were until the ledger is counted anew by the newer method, so that history can tell what the user saw: a plot
 * counted as a piece by its gross area then.
 */
final class WholeNumbers {
    private static final Map<String, String> FIGURES = Map.of(
            "gross_plane_mm2", "gross_plane_m2",
            "gross_ellipsoid_mm2", "gross_ellipsoid_m2",
            "net_plane_mm2", "net_plane_m2",
            "net_ellipsoid_mm2", "net_ellipsoid_m2",
            "own_plane_mm2", "gross_plane_m2",
            "gross_length_um", "gross_length_m",
            "length_um", "length_m");

    private static final Map<String, String> SHARES =
            Map.of("plane_mm2", "plane_m2", "ellipsoid_mm2", "ellipsoid_m2", "length_um", "length_m");

    private WholeNumbers() {}

    static void convert(Session session, List<Table> tables) {
        tables.forEach(session::grow);
        session.execute("UPDATE " + LedgerTables.LEDGER + " SET " + rounded(FIGURES), List.of());
        session.execute(
                "UPDATE " + LedgerTables.SHARE + " SET " + rounded(SHARES)
                        + ", zone_layer = CASE zone WHEN 0 THEN '' ELSE 'sub_districts' END",
                List.of());
        drop(session, LedgerTables.LEDGER, FIGURES);
        drop(session, LedgerTables.SHARE, SHARES);
    }

    private static String rounded(Map<String, String> columns) {
        List<String> assignments = new ArrayList<>();
        columns.forEach((to, from) -> assignments.add(to + " = CAST(round(" + from + " * 1000000) AS BIGINT)"));
        return String.join(", ", assignments);
    }

    /** Numbers that nobody keeps true any more would only be taken for figures. */
    private static void drop(Session session, String table, Map<String, String> columns) {
        columns.values().stream()
                .distinct()
                .forEach(column -> session.execute("ALTER TABLE " + table + " DROP COLUMN " + column, List.of()));
    }
}

package org.greenplan.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;
import org.greenplan.count.Millionths;
import org.greenplan.count.ZoneKey;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.sql.Session;

/** Lets the database add up the stored ledger for the report, so that no plot travels for a sum. */
record SumStore(Session session) {
    private static final String LOST = "l.gross_plane_mm2 - l.net_plane_mm2";

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (LayerType layer : layers()) {
            String costs = "CASE WHEN " + costs(layer) + " THEN ";
            String sql = "SELECT " + text(layer, AttributeRole.CLASS) + " AS kind, " + text(layer, AttributeRole.STATUS)
                    + " AS status, "
                    + text(layer, AttributeRole.YEAR)
                    + " AS year, count(*), sum(l.gross_plane_mm2), sum(l.gross_ellipsoid_mm2),"
                    + " sum(l.net_plane_mm2), sum(l.net_ellipsoid_mm2), sum(l.length_um), sum(" + costs
                    + "1 ELSE 0 END),"
                    + " sum(" + costs + LOST + " ELSE 0 END), sum(" + costs
                    + "l.gross_ellipsoid_mm2 - l.net_ellipsoid_mm2 ELSE 0 END) FROM "
                    + joined(layer, LedgerTables.LEDGER)
                    + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
            cells.addAll(session.list(
                    sql,
                    List.of(layer.id()),
                    row -> new Cell(
                            layer.id(),
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            new Areas(row.getLong(5), row.getLong(6)),
                            new Areas(row.getLong(7), row.getLong(8)),
                            Millionths.value(row.getLong(9)),
                            row.getInt(10),
                            new Areas(row.getLong(11), row.getLong(12)))));
        }
        return cells;
    }

    List<Cell.InZone> zones() {
        List<Cell.InZone> parts = new ArrayList<>();
        for (LayerType layer : layers()) {
            String sql = "SELECT l.zone_layer, l.zone, " + text(layer, AttributeRole.STATUS)
                    + " AS status, count(*), sum(l.plane_mm2),"
                    + " sum(l.ellipsoid_mm2), sum(l.length_um) FROM " + joined(layer, LedgerTables.SHARE)
                    + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
            parts.addAll(session.list(
                    sql,
                    List.of(layer.id()),
                    row -> new Cell.InZone(
                            new ZoneKey(row.getString(1), row.getLong(2)),
                            row.getString(3),
                            row.getInt(4),
                            new Areas(row.getLong(5), row.getLong(6)),
                            Millionths.value(row.getLong(7)))));
        }
        return parts;
    }

    /** The plots that cost most, the most costly first. */
    List<LedgerStore.Row> worst(int most) {
        List<LedgerStore.Row> worst = new ArrayList<>();
        for (LayerType layer : layers()) {
            List<Long> ids = session.list(
                    "SELECT f.fid FROM " + joined(layer, LedgerTables.LEDGER) + " WHERE " + costs(layer) + " ORDER BY "
                            + LOST + " DESC, f.fid LIMIT " + most,
                    List.of(layer.id()),
                    row -> row.getLong(1));
            worst.addAll(new LedgerStore(session).rows(layer, ids));
        }
        worst.sort(Comparator.comparingLong(r -> r.net().planeMm2() - r.gross().planeMm2()));
        return List.copyOf(worst.subList(0, Math.min(most, worst.size())));
    }

    private List<LayerType> layers() {
        return session.catalogue().layers().stream().filter(l -> l.addsGreen()).toList();
    }

    private static String joined(LayerType layer, String ledger) {
        return Session.quoted(layer.id()) + " f JOIN " + ledger + " l ON l.feature = f.fid AND l.layer = ?";
    }

    private String costs(LayerType layer) {
        String much = LOST + " > " + Millionths.of(Report.LEAST_OVERLAP_M2);
        String upgrades = session.catalogue().upgrades().stream()
                .map(code -> "'" + code.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return layer.find(AttributeRole.EFFECT)
                .filter(effect -> !upgrades.isEmpty())
                .map(effect ->
                        much + " AND coalesce(f." + Session.quoted(effect.name()) + ", '') NOT IN (" + upgrades + ")")
                .orElse(much);
    }

    /** An attribute as the report groups by it; what is blank or missing is one group. */
    private static String text(LayerType layer, AttributeRole attribute) {
        return layer.find(attribute)
                .map(a -> "coalesce(nullif(trim(CAST(f." + Session.quoted(a.name()) + " AS TEXT)), ''), '"
                        + ReportSums.NONE + "')")
                .orElse("CAST('" + ReportSums.NONE + "' AS TEXT)");
    }
}

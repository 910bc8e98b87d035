package org.greenplan.ledger;

import static org.greenplan.sql.Table.integer;
import static org.greenplan.sql.Table.text;

import java.util.List;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.greenplan.store.Part;

/** The ledger as a part of a plan: its tables, and how older ones become these. */
public final class LedgerTables {
    /** A line for each plot: figures in square millimetres and micrometres, and its net polygons. */
    public static final String LEDGER = "greenplan_ledger";
    /** Each line by sub-district. */
    public static final String SHARE = "greenplan_ledger_share";

    /** Its method is how areas, lengths and pieces are counted; method 2 counts a length once and a piece by its own area. */
    public static final Part PART = new Part(
            "ledger",
            new Part.Version(3, 2),
            List.of(ledger(), share()),
            List.of(new Part.Step(1, WholeNumbers::convert), new Part.Step(2, LedgerTables::clear)));

    private LedgerTables() {}

    /** SQL of a figure of a layer's features in its unit, where the layer's table goes by its name; null of what is not counted. */
    public static String figure(LayerType layer, String column) {
        return "(SELECT CAST(l." + Session.quoted(column) + " AS double precision) / 1000000 FROM " + LEDGER
                + " l WHERE l.feature = " + Session.quoted(layer.id()) + ".fid AND l.layer = '"
                + layer.id().replace("'", "''") + "')";
    }

    /** Version 2 to 3: a line that counts nothing has no shape, where it had one without places. */
    private static void clear(Session session, List<Table> tables) {
        session.execute("UPDATE " + LEDGER + " SET geom = NULL WHERE ST_IsEmpty(geom)", List.of());
    }

    private static Table ledger() {
        return new Table(
                LEDGER,
                "净增绿地台账 ledger",
                GeometryKind.POLYGON,
                List.of(
                        text("layer"),
                        integer("feature"),
                        integer("gross_plane_mm2"),
                        integer("gross_ellipsoid_mm2"),
                        integer("net_plane_mm2"),
                        integer("net_ellipsoid_mm2"),
                        integer("own_plane_mm2"),
                        integer("gross_length_um"),
                        integer("length_um")),
                List.of("feature"));
    }

    private static Table share() {
        return new Table(
                SHARE,
                "台账分区 ledger by sub-district",
                null,
                List.of(
                        text("layer"),
                        integer("feature"),
                        text("zone_layer"),
                        integer("zone"),
                        integer("plane_mm2"),
                        integer("ellipsoid_mm2"),
                        integer("length_um")),
                List.of("feature"));
    }
}

package org.greenplan.sql;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;

/** Every table of a plan: one for each layer and kind of record of the catalogue, and those of history and ledger. */
public final class Tables {
    public static final String CHANGESET = "greenplan_changeset";
    public static final String CHANGE = "greenplan_change";
    public static final String LEDGER = "greenplan_ledger";
    public static final String SHARE = "greenplan_ledger_share";
    public static final String LAYER = "greenplan_layer";
    public static final String OUTSIDE = "greenplan_outside";
    public static final String TOLD = "greenplan_told";
    public static final String WRITER = "greenplan_writer";
    public static final String PART = "greenplan_part";

    private Tables() {}

    /** Every table of a plan with this catalogue. */
    public static List<Table> all(Catalogue catalogue) {
        List<Table> tables = new ArrayList<>();
        catalogue.layers().forEach(layer -> tables.add(of(layer)));
        catalogue.records().forEach(kind -> tables.add(of(kind)));
        tables.addAll(internal());
        return tables;
    }

    /** The table of a layer or of a kind of record. */
    static Table of(LayerType layer) {
        List<Table.Column> columns = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            columns.add(new Table.Column(attribute.name(), attribute.type()));
        }
        columns.add(integer("version"));
        columns.add(text("updated_at"));
        return new Table(
                layer.id(), layer.title().zh(), layer.isRecord() ? null : layer.geometry(), columns, List.of());
    }

    /** The tables that every plan has, whatever its layers. */
    public static List<Table> internal() {
        return List.of(
                new Table(
                        CHANGESET,
                        "变更集 changesets",
                        null,
                        List.of(
                                text("author"),
                                text("comment"),
                                text("at"),
                                integer("undoes"),
                                text("origin"),
                                text("stamp"),
                                text("nonce"),
                                text("request")),
                        List.of("author", "undoes", "stamp", "request")),
                new Table(
                        CHANGE,
                        "变更 changes",
                        null,
                        List.of(
                                integer("changeset"),
                                integer("step"),
                                text("layer"),
                                integer("feature"),
                                text("before"),
                                text("after")),
                        List.of("changeset", "feature")),
                new Table(
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
                        List.of("feature")),
                new Table(
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
                        List.of("feature")),
                new Table(
                        LAYER,
                        "图层版本 layer versions",
                        null,
                        List.of(text("layer"), integer("changeset")),
                        List.of("layer")),
                new Table(
                        OUTSIDE,
                        "外部编辑 outside edits",
                        null,
                        List.of(text("layer"), integer("feature"), text("op"), text("old_box"), text("new_box")),
                        List.of()),
                new Table(
                        TOLD,
                        "外部编辑须知 told of outside edits",
                        null,
                        List.of(
                                integer("changeset"),
                                text("layer"),
                                integer("feature"),
                                text("kind"),
                                text("zh"),
                                text("en"),
                                text("wrote")),
                        List.of("changeset")),
                // A word and not a number: program 0.1.0 sees another type than its own and leaves the plan alone.
                new Table(WRITER, "写入标记 writer", null, List.of(text("busy")), List.of()),
                new Table(
                        PART,
                        "组成与版本 parts",
                        null,
                        List.of(text("name"), integer("schema"), integer("method")),
                        List.of()));
    }

    private static Table.Column text(String name) {
        return new Table.Column(name, AttributeType.TEXT);
    }

    private static Table.Column integer(String name) {
        return new Table.Column(name, AttributeType.INTEGER);
    }
}

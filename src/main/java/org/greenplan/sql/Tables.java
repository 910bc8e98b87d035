package org.greenplan.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;

/** The tables of layers and records, those that a store needs for itself, and the names of those that every plan has. */
public final class Tables {
    public static final String CHANGESET = "greenplan_changeset";
    public static final String CHANGE = "greenplan_change";
    public static final String LAYER = "greenplan_layer";
    public static final String OUTSIDE = "greenplan_outside";
    public static final String TOLD = "greenplan_told";
    public static final String WRITER = "greenplan_writer";
    public static final String CATALOGUE = "greenplan_catalogue";
    public static final String PART = "greenplan_part";

    private Tables() {}

    /** A table for each layer and kind of record. */
    public static List<Table> of(Catalogue catalogue) {
        return Stream.concat(catalogue.layers().stream(), catalogue.records().stream())
                .map(Tables::of)
                .toList();
    }

    /** The table of a layer or of a kind of record. */
    static Table of(LayerType layer) {
        List<Table.Column> columns = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            columns.add(new Table.Column(attribute.name(), attribute.type()));
        }
        columns.add(Table.integer("version"));
        columns.add(Table.text("updated_at"));
        return new Table(
                layer.id(), layer.title().zh(), layer.isRecord() ? null : layer.geometry(), columns, List.of());
    }

    /**
     * Where a store marks that this program writes. A word and not a number: program 0.1.0 sees another type than its own and leaves the
     * plan alone.
     */
    public static Table writer() {
        return new Table(WRITER, "写入标记 writer", null, List.of(Table.text("busy")), List.of());
    }

    /** The catalogue that the plan was made with, in words. */
    public static Table catalogue() {
        return new Table(CATALOGUE, "图层目录 catalogue", null, List.of(Table.text("name"), Table.text("text")), List.of());
    }

    /** Which parts a plan has, in which versions. */
    public static Table part() {
        return new Table(
                PART,
                "组成与版本 parts",
                null,
                List.of(Table.text("name"), Table.integer("schema"), Table.integer("method")),
                List.of());
    }
}

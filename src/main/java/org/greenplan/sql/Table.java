package org.greenplan.sql;

import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.GeometryKind;
import org.jspecify.annotations.Nullable;

/** A table of both stores. Every table has the integer key {@code fid}; those with a geometry kind have the column {@code geom}. */
public record Table(
        String name, String title, @Nullable GeometryKind geometry, List<Column> columns, List<String> indexed) {
    public Table {
        columns = List.copyOf(columns);
        indexed = List.copyOf(indexed);
    }

    /** A column beside the key and the geometry. */
    public record Column(String name, AttributeType type) {}

    /** A column of text. */
    public static Column text(String name) {
        return new Column(name, AttributeType.TEXT);
    }

    /** A column of whole numbers. */
    public static Column integer(String name) {
        return new Column(name, AttributeType.INTEGER);
    }
}

package org.greenplan.format.geopackage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * One table of features.
 *
 * @param ours true in a plan's own file, where the table and the number of a row name the plot
 */
record GeoPackageLayer(
        ForeignGeoPackage source,
        String name,
        String geometry,
        List<ForeignColumn> columns,
        Optional<DeclaredCrs> crs,
        boolean ours,
        List<Words> findings)
        implements SourceLayer {
    /** No row takes less of a file than this, so more rows than that are an endless loop in a damaged one. */
    private static final int LEAST_ROW_BYTES = 4;

    GeoPackageLayer {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    @Override
    public String file() {
        return source.file().name();
    }

    @Override
    public String format() {
        return GeoPackageReader.ID;
    }

    @Override
    public List<SourceField> fields() {
        return columns.stream().map(c -> new SourceField(c.name(), c.type())).toList();
    }

    @Override
    public OptionalLong count() {
        return OptionalLong.empty();
    }

    @Override
    public void each(Consumer<SourceRow> to) {
        source.read(connection -> {
            walk(connection, to);
            return name;
        });
    }

    private void walk(Connection connection, Consumer<SourceRow> to) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ").append(GeoPackageTables.quoted(geometry));
        columns.forEach(c -> sql.append(", ").append(GeoPackageTables.quoted(c.name())));
        sql.append(" FROM ").append(GeoPackageTables.quoted(name)).append(" NOT INDEXED");
        long most = source.file().bytes() / LEAST_ROW_BYTES;
        long bytes = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.toString())) {
            for (long number = 1; rows.next(); number++) {
                byte[] blob = blob(rows.getObject(1), number);
                bytes += blob == null ? 0 : blob.length;
                if (number > most || bytes > 2 * source.file().bytes()) {
                    throw source.damaged();
                }
                to.accept(row(rows, number, blob));
            }
        }
    }

    private SourceRow row(ResultSet rows, long place, byte @Nullable [] blob) throws SQLException {
        List<GeometryNote> notes = new ArrayList<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        long number = place;
        for (int i = 0; i < columns.size(); i++) {
            ForeignColumn column = columns.get(i);
            Object value = column.value(rows.getObject(i + 2));
            if (value == ForeignColumn.UNREADABLE) {
                notes.add(new GeometryNote(
                        "value-dropped",
                        Words.of(
                                "字段“" + column.name() + "”的值无法识别，已留空。",
                                "The value of \"" + column.name() + "\" cannot be read and was left empty.")));
                value = null;
            }
            if (column.key() && value instanceof Long key) {
                number = key;
            }
            values.put(column.name(), value);
        }
        String id = ours ? name + "." + number : PlotId.in(values);
        var shape = blob == null ? null : new ShapeBytes(source.file(), number, blob).read(notes);
        return new SourceRow(number, id, values, shape, notes);
    }

    private byte @Nullable [] blob(@Nullable Object stored, long number) {
        if (stored == null || stored instanceof byte[]) {
            return (byte[]) stored;
        }
        throw source.file()
                .broken(
                        number,
                        "图形列中不是图形。请用 QGIS 另存后再上传。",
                        "what stands in the place of the shape is none. Save the file anew.");
    }
}

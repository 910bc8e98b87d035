package org.greenplan.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rows of the layers' tables as other programs left them. */
public record OutsideRowStore(Session session) {
    /** The rows of some numbers, as far as they are there. */
    public Map<FeatureRef, OutsideRow> of(LayerType layer, List<Long> ids) {
        Map<FeatureRef, OutsideRow> found = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder("SELECT fid, version, ")
                .append(layer.isRecord() ? "NULL" : session.dialect().geometryColumn());
        layer.attributes().forEach(a -> sql.append(", ").append(Session.quoted(a.name())));
        sql.append(" FROM ").append(Session.quoted(layer.id())).append(" WHERE fid IN (");
        for (List<Long> some : Session.portions(ids)) {
            session.each(
                    sql + Session.marks(some.size()) + ")",
                    some,
                    row -> row(layer, row),
                    row -> found.put(row.ref(), row));
        }
        return found;
    }

    private OutsideRow row(LayerType layer, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        int column = 4;
        for (Attribute attribute : layer.attributes()) {
            values.put(attribute.name(), attribute.asLeft(session.dialect().asLeft(row, column++, attribute.type())));
        }
        Optional<Geometry> shape = layer.isRecord() ? Optional.of(Feature.NO_SHAPE) : shape(row);
        byte[] bytes = shape.isPresent() ? null : row.getBytes(3);
        return new OutsideRow(
                new FeatureRef(layer.id(), row.getLong(1)),
                row.getLong(2),
                values,
                shape.orElse(null),
                bytes == null ? null : HexFormat.of().formatHex(bytes));
    }

    /** Bytes that are no shape are the intake's business, not a failure of the store. */
    private Optional<Geometry> shape(ResultSet row) throws SQLException {
        try {
            return Optional.ofNullable(session.dialect().shape(row, 3));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}

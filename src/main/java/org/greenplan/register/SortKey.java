package org.greenplan.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.ZoneKey;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * What plots are sorted by, of one type for all layers: names as people read them, what has a code list in the order of its codes,
 * sub-districts in the order of their numbers by where most of a plot lies, all else by number.
 *
 * @param zones the sub-districts in their order, where they are asked for
 */
record SortKey(Session session, PlotColumn column, Collection<ZoneKey> zones) {
    private static final String TEXT = "CAST(%s AS text)";
    private static final String NUMBER = "CAST(%s AS bigint)";

    /** The key of a layer's plots: SQL with its parameters, under the same names as {@link PlotConditions}; null where it has no value. */
    Condition of(LayerType layer) {
        return switch (column) {
            case LAYER -> number(String.valueOf(PlotConditions.layers(session).indexOf(layer)), List.of());
            case GROSS -> number("l.gross_plane_mm2", List.of());
            case NET -> number("l.net_plane_mm2", List.of());
            case LENGTH -> number("nullif(l.length_um, 0)", List.of());
            case ZONE -> zone(layer);
            default -> attribute(layer, layer.find(role()).orElse(null));
        };
    }

    /** The same of all layers laid together, where the key is called k. */
    String ordered(boolean falling, Dialect dialect) {
        return (isText() ? dialect.expressions().nameOrder("k") : "k") + (falling ? " DESC" : " ASC") + " NULLS LAST";
    }

    private Condition attribute(LayerType layer, @Nullable Attribute attribute) {
        if (attribute == null) {
            return isText() ? new Condition(TEXT.replace("%s", "NULL"), List.of()) : number("NULL", List.of());
        }
        String value = PlotConditions.column(layer, attribute.name());
        if (isText()) {
            return new Condition("nullif(" + TEXT.replace("%s", value) + ", '')", List.of());
        } else if (attribute.codeList() != null) {
            return coded(attribute, value);
        }
        // A catalogue may write its years as text: then they have no order here.
        boolean sortable = attribute.type() != AttributeType.TEXT && attribute.type() != AttributeType.BOOLEAN;
        return number(sortable ? session.dialect().expressions().column(value, attribute.type()) : "NULL", List.of());
    }

    /** The place of a code in its list; what the list lacks has none. */
    private Condition coded(Attribute attribute, String value) {
        var list = session.catalogue().codeLists().get(attribute.codeList());
        List<Code> codes = list == null ? List.of() : list.codes();
        StringBuilder sql = new StringBuilder("CASE");
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            sql.append(" WHEN ").append(value).append(" = ? THEN ").append(i);
            parameters.add(codes.get(i).code());
        }
        return codes.isEmpty() ? number("NULL", List.of()) : number(sql + " END", parameters);
    }

    private Condition zone(LayerType layer) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder place = new StringBuilder("CASE");
        int i = 0;
        for (ZoneKey zone : zones) {
            place.append(" WHEN s.zone_layer = ? AND s.zone = ? THEN ").append(i++);
            parameters.addAll(List.of(zone.layer(), zone.id()));
        }
        if (i == 0) {
            return number("NULL", List.of());
        }
        parameters.add(layer.id());
        return number(
                "(SELECT " + place + " END FROM " + LedgerTables.SHARE + " s WHERE s.feature = "
                        + Session.quoted(layer.id())
                        + ".fid AND s.layer = ? ORDER BY s.plane_mm2 DESC, s.zone_layer, s.zone LIMIT 1)",
                parameters);
    }

    private static Condition number(String sql, List<Object> parameters) {
        return new Condition(NUMBER.replace("%s", sql), parameters);
    }

    private AttributeRole role() {
        AttributeRole role = column.role();
        if (role == null) {
            throw new IllegalStateException(column + " shows no attribute");
        }
        return role;
    }

    private boolean isText() {
        return switch (column) {
            case NAME, CODE, OFFICE, PERSON -> true;
            default -> false;
        };
    }
}

package org.greenplan.sql;

import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.store.SpatialFunctions;
import org.jspecify.annotations.Nullable;

/** How SQLite says it with our functions ({@link TextFunctions}, {@link SpatialFunctions}). */
record GeoPackageExpressions() implements Expressions {
    @Override
    public String column(String column, @Nullable AttributeType type) {
        if (type == AttributeType.DATE) {
            return "greenplan_day(" + column + ")";
        }
        return type == AttributeType.BOOLEAN ? "(" + column + " <> 0)" : column;
    }

    /** SQLite compares bytes, and UTF-8 keeps the order of the characters' numbers. */
    @Override
    public String byteOrder(String text) {
        return text;
    }

    @Override
    public String like(String text, String pattern) {
        return "greenplan_like(" + text + ", " + pattern + ")";
    }

    @Override
    public String withoutCase(String text) {
        return "greenplan_without_case(" + text + ")";
    }

    @Override
    public String withoutAccents(String text) {
        return "greenplan_without_accents(" + text + ")";
    }

    @Override
    public Condition hasInitials(String text, String letters) {
        return new Condition("greenplan_has_initials(" + text + ", ?)", List.of(letters));
    }

    @Override
    public String nameOrder(String text) {
        return "greenplan_name_order(" + text + ")";
    }

    @Override
    public String withinMetres(String geometry, String plane) {
        return "greenplan_within_metres(" + geometry + ", '" + plane + "', ?, ?)";
    }

    /** The R-tree keeps single precision, rounded outwards: the box holds every feature. */
    @Override
    public String extentQuery(String table) {
        return "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM " + Session.quoted("rtree_" + table + "_geom");
    }
}

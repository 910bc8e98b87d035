package org.greenplan.sql;

import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.pinyin.Initials;
import org.greenplan.pinyin.NameOrder;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL and PostGIS say it. */
record PostgisExpressions() implements Expressions {
    @Override
    public String column(String column, @Nullable AttributeType type) {
        return type == AttributeType.DATE ? "(" + column + " - DATE '1970-01-01')" : column;
    }

    @Override
    public String byteOrder(String text) {
        return "(" + text + " COLLATE \"C\")";
    }

    @Override
    public String like(String text, String pattern) {
        return "(" + text + " LIKE " + pattern + ")";
    }

    @Override
    public String withoutCase(String text) {
        return "translate(lower(" + text + " COLLATE \"C\"), '" + Letters.CASE.from() + "', '" + Letters.CASE.to()
                + "')";
    }

    @Override
    public String withoutAccents(String text) {
        // What has no partner in the second list is left out: marks that are characters of their own.
        return "translate(" + text + ", '" + Letters.ACCENTS.from() + Letters.MARKS + "', '" + Letters.ACCENTS.to()
                + "')";
    }

    @Override
    public Condition hasInitials(String text, String letters) {
        return new Condition("(" + text + " ~ ?)", List.of(Initials.pattern(letters)));
    }

    /** Numbers are written out to one length, the rest is for the collation that reads Chinese. */
    @Override
    public String nameOrder(String text) {
        return "(regexp_replace(regexp_replace(" + text + ", '([0-9]+)', '" + "0".repeat(NameOrder.DIGITS)
                + "\\1', 'g'), '[0-9]*([0-9]{" + NameOrder.DIGITS + "})', '\\1', 'g') COLLATE \"zh-x-icu\")";
    }

    @Override
    public String withinMetres(String geometry, String plane) {
        // What is transformed by a text has no number of a system, and neither must have what it is compared with.
        String code = plane.startsWith("EPSG:") ? plane.substring("EPSG:".length()) : null;
        String to = code == null ? "'" + plane + "'" : code;
        return "ST_DWithin(ST_Transform(" + geometry + ", " + to + "), ST_SetSRID(ST_GeomFromWKB(?), "
                + (code == null ? "0" : code) + "), ?)";
    }

    @Override
    public String extentQuery(String table) {
        return "SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e) FROM (SELECT ST_Extent(geom) AS e FROM "
                + Session.quoted(table) + ") AS x";
    }
}

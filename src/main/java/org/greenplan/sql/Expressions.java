package org.greenplan.sql;

import org.greenplan.catalogue.AttributeType;
import org.greenplan.pinyin.Initials;
import org.jspecify.annotations.Nullable;

/** Expressions that the two stores write differently and answer alike. What is given is SQL already, its values placeholders. */
public sealed interface Expressions permits GeoPackageExpressions, PostgisExpressions {
    /**
     * A column as conditions compare it: yes and no as truth values, dates as the number of days since 1970-01-01.
     *
     * @param type what it holds, or null for a geometry
     */
    String column(String column, @Nullable AttributeType type);

    /** Text that is ordered by its characters' numbers, whatever the database's language is. */
    String byteOrder(String text);

    /** Text is like a pattern with %, _ and the backslash; capitals matter. */
    String like(String text, String pattern);

    /** Text with small letters only. */
    String withoutCase(String text);

    /** Text with letters without accents only. */
    String withoutAccents(String text);

    /** Characters of a text that follow each other begin with these letters when they are read aloud, {@link Initials}. */
    Condition hasInitials(String text, String letters);

    /** What names are sorted by, so that they stand as people read them, {@link org.greenplan.pinyin.NameOrder}. */
    String nameOrder(String text);

    /** The geometry is near another; further parameters: that other one in the plane, metres. */
    String withinMetres(String geometry, String plane);

    /** Query of the box around all features of a layer: west, south, east, north in degrees, null where there are none. */
    String extentQuery(String table);
}

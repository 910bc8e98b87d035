package org.greenplan.catalogue;

import java.util.List;
import org.greenplan.list.ListForm;
import org.greenplan.list.ListText;
import org.greenplan.list.ListValue;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a layer.
 *
 * @param name snake_case, also the column name in both stores
 * @param unit printed unit such as {@code m} or {@code m³/d}, or null
 * @param defaultValue value given to new features, of the attribute's Java type, or null
 * @param codeList id of the code list whose codes it takes, or null
 * @param role what it means to the program, or null
 * @param aliases names under which the attribute arrives in foreign files
 * @param list what its list is to look like; null for whatever is no list
 */
public record Attribute(
        String name,
        Words title,
        AttributeType type,
        @Nullable String unit,
        boolean required,
        @Nullable Object defaultValue,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Integer maxLength,
        @Nullable String codeList,
        @Nullable AttributeRole role,
        List<String> aliases,
        @Nullable ListForm list) {
    public Attribute {
        aliases = List.copyOf(aliases);
    }

    /** An attribute that is no list and means nothing to the program itself. */
    public Attribute(
            String name,
            Words title,
            AttributeType type,
            @Nullable String unit,
            boolean required,
            @Nullable Object defaultValue,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Integer maxLength,
            @Nullable String codeList,
            List<String> aliases) {
        this(name, title, type, unit, required, defaultValue, min, max, maxLength, codeList, null, aliases, null);
    }

    /** The same in another role, or in none. */
    public Attribute with(@Nullable AttributeRole other) {
        return new Attribute(
                name, title, type, unit, required, defaultValue, min, max, maxLength, codeList, other, aliases, list);
    }

    /** The same with a list of another form. */
    public Attribute with(ListForm other) {
        return new Attribute(
                name, title, type, unit, required, defaultValue, min, max, maxLength, codeList, role, aliases, other);
    }

    /** A value as a column of either store keeps it: a list as its text. */
    public static @Nullable Object toColumn(@Nullable Object value) {
        return value instanceof ListValue ? value.toString() : value;
    }

    /** A column's value as the attribute has it; null where a column of lists holds none. */
    public @Nullable Object fromColumn(@Nullable Object stored) {
        return list == null ? stored : asLeft(stored) instanceof ListValue found ? found : null;
    }

    /** A column's value as another program left it: a list where it is one, else what stands there. */
    public @Nullable Object asLeft(@Nullable Object stored) {
        ListValue found = list != null && stored instanceof String text
                ? ListText.value(text).orElse(null)
                : null;
        return found == null ? stored : found;
    }
}

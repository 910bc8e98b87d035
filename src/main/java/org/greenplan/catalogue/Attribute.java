package org.greenplan.catalogue;

import java.util.List;
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
        List<String> aliases) {
    public Attribute {
        aliases = List.copyOf(aliases);
    }

    /** An attribute that means nothing to the program itself. */
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
        this(name, title, type, unit, required, defaultValue, min, max, maxLength, codeList, null, aliases);
    }

    /** The same in another role, or in none. */
    public Attribute with(@Nullable AttributeRole other) {
        return new Attribute(
                name, title, type, unit, required, defaultValue, min, max, maxLength, codeList, other, aliases);
    }
}

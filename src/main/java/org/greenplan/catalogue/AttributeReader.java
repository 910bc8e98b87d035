package org.greenplan.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one attribute of a layer and checks that its default is a value it would accept. */
final class AttributeReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "title",
            "type",
            "unit",
            "required",
            "default",
            "min",
            "max",
            "max_length",
            "codes",
            "role",
            "aliases");
    /** Columns that every layer table has already. */
    private static final Set<String> TAKEN = Set.of("fid", "geom", "version", "updated_at", "id", "rowid");
    /** Words of SQL that no table or column should be called. */
    private static final Set<String> SQL = Set.of(
            ("all and as asc between by case check column constraint create default delete desc distinct drop else end "
                            + "exists from grant group having in index insert into is join key like limit not null on or order primary "
                            + "references select set table then to union unique update user using values view when where with")
                    .split(" "));

    private AttributeReader() {}

    static Attribute attribute(YamlNode item, Map<String, CodeList> lists) {
        var members = item.members(KEYS);
        AttributeType type = choice(item.required(members, "type"), AttributeType.class);
        YamlNode codes = members.get("codes");
        if (codes != null && (type != AttributeType.TEXT || !lists.containsKey(codes.text()))) {
            throw codes.fault(
                    "代码表“" + codes.text() + "”不存在,或属性不是文字",
                    "there is no code list \"" + codes.text() + "\", or the attribute is not a text");
        }
        YamlNode length = members.get("max_length");
        if (length != null && length.integer() <= 0) {
            throw length.fault("max_length 应大于 0", "max_length is above 0");
        }
        YamlNode aliases = members.get("aliases");
        YamlNode required = members.get("required");
        String name = identifier(item.required(members, "name"));
        Attribute attribute = new Attribute(
                name,
                item.required(members, "title").words(),
                type,
                YamlNode.textOrNull(members.get("unit")),
                required != null && required.bool(),
                defaultValue(members.get("default"), type),
                YamlNode.numberOrNull(members.get("min")),
                YamlNode.numberOrNull(members.get("max")),
                length == null ? null : Integer.valueOf(length.integer()),
                codes == null ? null : codes.text(),
                role(members.get("role"), name),
                aliases == null ? List.of() : aliases.texts());
        checkDefault(item, attribute, codes == null ? null : lists.get(codes.text()));
        return attribute;
    }

    /** A name that is safe as a column and a key: lower case letters, digits and underscores. */
    static String identifier(YamlNode node) {
        String name = node.text();
        if (!name.matches("[a-z][a-z0-9_]{0,47}")
                || TAKEN.contains(name)
                || SQL.contains(name)
                || name.startsWith("greenplan_")) {
            throw node.fault(
                    "“" + name + "”不能作名称:小写字母开头,可含数字和下划线,不是 SQL 的词,也不是 " + TAKEN,
                    "\"" + name
                            + "\" is no usable name: lower case letters, digits and underscores, no word of SQL and none of "
                            + TAKEN);
        }
        return name;
    }

    static <E extends Enum<E>> E choice(YamlNode node, Class<E> kind) {
        for (E value : kind.getEnumConstants()) {
            if (spelled(value).equals(node.text())) {
                return value;
            }
        }
        List<String> known = java.util.Arrays.stream(kind.getEnumConstants())
                .map(AttributeReader::spelled)
                .toList();
        throw node.fault(
                "“" + node.text() + "”不可用,可用的有 " + known, "\"" + node.text() + "\" is unknown; known are " + known);
    }

    /** What is said to have no role has none, whatever it is called. */
    private static @Nullable AttributeRole role(@Nullable YamlNode node, String name) {
        if (node == null) {
            return AttributeRole.named(name).orElse(null);
        }
        return node.isNull() ? null : choice(node, AttributeRole.class);
    }

    private static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable Object defaultValue(@Nullable YamlNode node, AttributeType type) {
        if (node == null || node.isNull()) {
            return null;
        }
        return switch (type) {
            case TEXT -> node.text();
            case INTEGER -> Long.valueOf(node.integer());
            case REAL -> Double.valueOf(node.number());
            case BOOLEAN -> Boolean.valueOf(node.bool());
            case DATE -> node.date();
        };
    }

    private static void checkDefault(YamlNode item, Attribute attribute, @Nullable CodeList codes) {
        Object value = attribute.defaultValue();
        Double min = attribute.min();
        Double max = attribute.max();
        if (min != null && max != null && min > max) {
            throw item.fault("min 大于 max", "min is above max");
        }
        if (value instanceof Number n
                && ((min != null && n.doubleValue() < min) || (max != null && n.doubleValue() > max))) {
            throw item.fault("默认值超出 min–max", "the default lies outside min to max");
        }
        if (codes != null && value != null && codes.find(value.toString()).isEmpty()) {
            throw item.fault(
                    "默认值“" + value + "”不在代码表“" + codes.id() + "”中",
                    "the default \"" + value + "\" is not in code list \"" + codes.id() + "\"");
        }
    }
}

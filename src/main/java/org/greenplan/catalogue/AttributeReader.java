package org.greenplan.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenplan.list.ListColumn;
import org.greenplan.list.ListForm;
import org.greenplan.list.ListText;
import org.greenplan.problem.Words;
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
            "aliases",
            "of",
            "length",
            "labels",
            "open",
            "columns",
            "sorted_by",
            "max_rows");
    /** What is said of lists alone, and what is said of no list. */
    private static final Set<String> LIST_ONLY =
            Set.of("of", "length", "labels", "open", "columns", "sorted_by", "max_rows");

    private static final Set<String> NO_LIST = Set.of("codes", "default", "max_length", "role");
    /** What the columns of a table say, each for itself. */
    private static final Set<String> OF_A_COLUMN = Set.of("unit", "min", "max", "open", "length", "labels");

    private static final Set<String> COLUMN_KEYS = Set.of("name", "title", "unit", "min", "max", "open");
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
        refuse(members, type == AttributeType.LIST ? NO_LIST : LIST_ONLY, type);
        YamlNode codes = members.get("codes");
        if (codes != null && (type != AttributeType.TEXT || !lists.containsKey(codes.text()))) {
            throw codes.fault(
                    "代码表“" + codes.text() + "”不存在，或属性不是文字",
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
                type == AttributeType.LIST ? null : role(members.get("role"), name),
                aliases == null ? List.of() : aliases.texts(),
                type == AttributeType.LIST ? list(item, members) : null);
        checkDefault(item, attribute, codes == null ? null : lists.get(codes.text()));
        return attribute;
    }

    private static void refuse(Map<String, YamlNode> members, Set<String> strange, AttributeType type) {
        members.forEach((key, node) -> {
            if (strange.contains(key)) {
                throw node.fault(
                        "“" + key + "”不用于 type: " + spelled(type),
                        "\"" + key + "\" is nothing for type: " + spelled(type));
            }
        });
    }

    private static ListForm list(YamlNode item, Map<String, YamlNode> members) {
        YamlNode of = item.required(members, "of");
        YamlNode most = members.get("max_rows");
        int maxRows = most == null ? ListText.MOST_ROWS : most.integer();
        if (most != null && (maxRows < 1 || maxRows > ListText.MOST_ROWS)) {
            throw most.fault("max_rows 应在 1 与 " + ListText.MOST_ROWS + " 之间", "max_rows is 1 to " + ListText.MOST_ROWS);
        }
        return switch (of.text()) {
            case "number" -> numbers(item, members, maxRows);
            case "rows" -> table(item, members, maxRows);
            default -> throw of.fault("of 可用的有 number、rows", "of is number or rows");
        };
    }

    private static ListForm numbers(YamlNode item, Map<String, YamlNode> members, int maxRows) {
        refuse(members, Set.of("columns", "sorted_by"), AttributeType.LIST);
        YamlNode labels = members.get("labels");
        YamlNode length = members.get("length");
        if (length != null && (length.integer() < 1 || length.integer() > maxRows)) {
            throw length.fault("length 应在 1 与 " + maxRows + " 之间", "length is 1 to " + maxRows);
        }
        boolean months = labels != null && labels.text().equals("months");
        if (labels != null && !months) {
            throw labels.fault("labels 可用的有 months", "labels are months");
        }
        if (months && (length == null || length.integer() != ListForm.MONTHS)) {
            throw item.fault("labels: months 要求 length: 12", "labels: months wants length: 12");
        }
        ListColumn only = column(item, members);
        return new ListForm(
                false, List.of(only), length == null ? null : Integer.valueOf(length.integer()), months, null, maxRows);
    }

    private static ListForm table(YamlNode item, Map<String, YamlNode> members, int maxRows) {
        refuse(members, OF_A_COLUMN, AttributeType.LIST);
        YamlNode columns = item.required(members, "columns");
        List<ListColumn> all = columns.items().stream()
                .map(column -> column(column, column.members(COLUMN_KEYS)))
                .toList();
        if (all.isEmpty() || all.stream().map(ListColumn::name).distinct().count() < all.size()) {
            throw columns.fault("列不能为空，也不能重名", "there are columns, each with a name of its own");
        }
        YamlNode sorted = members.get("sorted_by");
        ListForm form = new ListForm(true, all, null, false, YamlNode.textOrNull(sorted), maxRows);
        if (sorted != null
                && form.find(sorted.text()).filter(column -> !column.open()).isEmpty()) {
            throw sorted.fault(
                    "sorted_by 应为不可留空的列，没有“" + sorted.text() + "”",
                    "sorted_by is a column that is never open, and no \"" + sorted.text() + "\"");
        }
        return form;
    }

    private static ListColumn column(YamlNode item, Map<String, YamlNode> members) {
        Double min = YamlNode.numberOrNull(members.get("min"));
        Double max = YamlNode.numberOrNull(members.get("max"));
        if (min != null && max != null && min > max) {
            throw item.fault("min 大于 max", "min is above max");
        }
        YamlNode open = members.get("open");
        Words title = item.required(members, "title").words();
        String name = identifier(item.required(members, "name"));
        return new ListColumn(
                name, title, YamlNode.textOrNull(members.get("unit")), min, max, open != null && open.bool());
    }

    /** A name that is safe as a column and a key: lower case letters, digits and underscores. */
    static String identifier(YamlNode node) {
        String name = node.text();
        if (!name.matches("[a-z][a-z0-9_]{0,47}")
                || TAKEN.contains(name)
                || SQL.contains(name)
                || name.startsWith("greenplan_")) {
            throw node.fault(
                    "“" + name + "”不能作名称：小写字母开头，可含数字和下划线，不是 SQL 的词，也不是 " + TAKEN,
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
                "“" + node.text() + "”不可用，可用的有 " + known, "\"" + node.text() + "\" is unknown; known are " + known);
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
            case LIST -> throw node.fault("列表没有默认值", "a list has no default");
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

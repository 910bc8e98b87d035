package org.greenplan.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.yaml.YamlText;
import org.greenplan.catalogue.yaml.YamlTree;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** A piece of a file of the catalogue or of rules that knows its file and line, so that every complaint can name them. */
public record YamlNode(String file, YamlTree tree) {
    /** A whole file; what is no YAML is a fault. */
    public static YamlNode parse(String file, String text) {
        try {
            return new YamlNode(file, YamlText.read(text));
        } catch (YamlText.Fault e) {
            throw new CatalogueFault(file, e.line(), e.reason());
        }
    }

    /** A complaint about this piece. */
    public CatalogueFault fault(String zh, String en) {
        return new CatalogueFault(file, tree.line(), Words.of(zh, en));
    }

    /** The members of a mapping; a key that is not allowed is a fault. */
    public Map<String, YamlNode> members(Set<String> allowed) {
        if (!(tree instanceof YamlTree.Mapping mapping)) {
            throw fault("这里应为“键: 值”", "a mapping of keys and values is wanted here");
        }
        Map<String, YamlNode> members = new LinkedHashMap<>();
        for (YamlTree.Member member : mapping.members()) {
            YamlNode key = new YamlNode(file, member.key());
            String name = key.text();
            if (!allowed.isEmpty() && !allowed.contains(name)) {
                throw key.fault(
                        "未知的键“" + name + "”，可用的有 " + allowed, "unknown key \"" + name + "\"; known are " + allowed);
            }
            if (members.put(name, new YamlNode(file, member.value())) != null) {
                throw key.fault("键“" + name + "”重复", "key \"" + name + "\" stands twice");
            }
        }
        return members;
    }

    /** A member that has to be there. */
    public YamlNode required(Map<String, YamlNode> members, String key) {
        YamlNode found = members.get(key);
        if (found == null) {
            throw fault("缺少“" + key + "”", "\"" + key + "\" is missing");
        }
        return found;
    }

    /** The items of a list. */
    public List<YamlNode> items() {
        if (!(tree instanceof YamlTree.Sequence sequence)) {
            throw fault("这里应为列表", "a list is wanted here");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(new YamlNode(file, item)));
        return items;
    }

    /** A text that is not blank. */
    public String text() {
        if (!(tree instanceof YamlTree.Scalar scalar) || scalar.value().isBlank()) {
            throw fault("这里应为文字", "a text is wanted here");
        }
        return scalar.value();
    }

    /** A number. */
    public double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException e) {
            throw fault("“" + text() + "”不是数", "\"" + text() + "\" is not a number");
        }
    }

    int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw fault("“" + text() + "”不是整数", "\"" + text() + "\" is not a whole number");
        }
    }

    /** True or false. */
    public boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("应为 true 或 false", "true or false is wanted here");
        };
    }

    /** A day, such as 2019-12-31. */
    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw fault("日期应写作 2019-12-31", "a date such as 2019-12-31 is wanted here");
        }
    }

    /** Words in both languages. */
    public Words words() {
        Map<String, YamlNode> members = members(Set.of("zh", "en"));
        return Words.of(required(members, "zh").text(), required(members, "en").text());
    }

    /** A list of texts. */
    public List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    boolean isNull() {
        return tree instanceof YamlTree.Scalar scalar && scalar.nothing();
    }

    static @Nullable String textOrNull(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : node.text();
    }

    static @Nullable Double numberOrNull(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : Double.valueOf(node.number());
    }
}

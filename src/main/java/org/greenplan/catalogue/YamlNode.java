package org.greenplan.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A piece of a catalogue file that knows its file and line, so that every complaint can name them. */
record YamlNode(String file, Node node) {
    static YamlNode parse(String file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            var parser = new ParserImpl(new StreamReader(text), options);
            Node root = new Composer(parser, new NothingOrText(), options).getSingleNode();
            if (root == null) {
                throw new CatalogueFault(file, 1, Words.of("文件是空的", "the file is empty"));
            }
            return new YamlNode(file, root);
        } catch (ReaderException e) {
            int line = (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            String code = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
            throw new CatalogueFault(
                    file, line, Words.of("含有不允许的字符 " + code, "the character " + code + " is not allowed"));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            String reason = String.valueOf(e.getProblem());
            throw new CatalogueFault(file, line, Words.of("不是有效的 YAML:" + reason, "this is not valid YAML: " + reason));
        }
    }

    /** Tells nothing from a text, which is all that is asked; what else looks like a number or a date is looked at by whoever wants one. */
    private static final class NothingOrText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    CatalogueFault fault(String zh, String en) {
        return new CatalogueFault(file, node.getStartMark().getLine() + 1, Words.of(zh, en));
    }

    /** The members of a mapping; a key that is not allowed is a fault. */
    Map<String, YamlNode> members(Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("这里应为“键: 值”", "a mapping of keys and values is wanted here");
        }
        Map<String, YamlNode> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            String name = key.text();
            if (!allowed.isEmpty() && !allowed.contains(name)) {
                throw key.fault(
                        "未知的键“" + name + "”，可用的有 " + allowed, "unknown key \"" + name + "\"; known are " + allowed);
            }
            if (members.put(name, new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.fault("键“" + name + "”重复", "key \"" + name + "\" stands twice");
            }
        }
        return members;
    }

    YamlNode required(Map<String, YamlNode> members, String key) {
        YamlNode found = members.get(key);
        if (found == null) {
            throw fault("缺少“" + key + "”", "\"" + key + "\" is missing");
        }
        return found;
    }

    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("这里应为列表", "a list is wanted here");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw fault("这里应为文字", "a text is wanted here");
        }
        return scalar.getValue();
    }

    double number() {
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

    boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("应为 true 或 false", "true or false is wanted here");
        };
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw fault("日期应写作 2019-12-31", "a date such as 2019-12-31 is wanted here");
        }
    }

    Words words() {
        Map<String, YamlNode> members = members(Set.of("zh", "en"));
        return Words.of(required(members, "zh").text(), required(members, "en").text());
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    static @Nullable String textOrNull(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : node.text();
    }

    static @Nullable Double numberOrNull(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : Double.valueOf(node.number());
    }
}

package org.greenplan.catalogue.yaml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenplan.problem.Words;
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

/** Reads YAML; what makes part of the program is taken as the build has read it. */
public final class YamlText {
    /** Trees of the nodes that have been seen: an anchor's stands in several places. None while it is being made. */
    private final IdentityHashMap<Node, Optional<YamlTree>> seen = new IdentityHashMap<>();

    private YamlText() {}

    /** The tree of a text; a Fault where it is none. */
    public static YamlTree read(String text) {
        YamlTree known = KnownTrees.find(text);
        return known == null ? parse(text) : known;
    }

    /** A text that is not YAML. */
    public static final class Fault extends RuntimeException {
        private final int line;
        private final transient Words reason;

        Fault(int line, Words reason) {
            super(reason.en());
            this.line = line;
            this.reason = reason;
        }

        /** The line, the first being 1. */
        public int line() {
            return line;
        }

        public Words reason() {
            return reason;
        }
    }

    static YamlTree parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            var parser = new ParserImpl(new StreamReader(text), options);
            Node root = new Composer(parser, new NothingOrText(), options).getSingleNode();
            if (root == null) {
                throw new Fault(1, Words.of("文件是空的", "the file is empty"));
            }
            return new YamlText().tree(root);
        } catch (ReaderException e) {
            int line = (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            String code = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
            throw new Fault(line, Words.of("含有不允许的字符 " + code, "the character " + code + " is not allowed"));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            String reason = String.valueOf(e.getProblem());
            throw new Fault(line, Words.of("不是有效的 YAML：" + reason, "this is not valid YAML: " + reason));
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

    private YamlTree tree(Node node) {
        int line = node.getStartMark().getLine() + 1;
        Optional<YamlTree> made = seen.get(node);
        if (made != null) {
            return made.orElseThrow(() -> new Fault(line, Words.of("不能包含自身", "this contains itself")));
        }
        seen.put(node, Optional.empty());
        YamlTree tree;
        if (node instanceof MappingNode mapping) {
            List<YamlTree.Member> members = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                members.add(new YamlTree.Member(tree(tuple.getKeyNode()), tree(tuple.getValueNode())));
            }
            tree = new YamlTree.Mapping(line, members);
        } else if (node instanceof SequenceNode sequence) {
            List<YamlTree> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(tree(item));
            }
            tree = new YamlTree.Sequence(line, items);
        } else {
            String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            tree = new YamlTree.Scalar(line, value, node.getTag().equals(Tag.NULL));
        }
        seen.put(node, Optional.of(tree));
        return tree;
    }
}

package org.greenplan.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Role;
import org.greenplan.catalogue.YamlNode;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.problem.Problem;
import org.greenplan.rule.RuleTest.Ways;
import org.jspecify.annotations.Nullable;

/** Reads a file of rules: a list, each with what {@link Rule} says, and a test of one of the kinds of {@link RuleTest}. */
final class RuleReader {
    private static final Set<String> RULE = Set.of(
            "code",
            "title",
            "text",
            "source",
            "edition",
            "from",
            "to",
            "acts",
            "mark",
            "severity",
            "layers",
            "scope",
            "test");
    private static final Set<String> TESTS =
            Set.of("overlap", "within", "distance", "beyond", "size", "width", "stated", "profile", "covered");
    private static final Set<String> CHOICE = Set.of("role", "layers", "where");

    private RuleReader() {}

    static List<Rule> read(String file, String text) {
        return YamlNode.parse(file, text).items().stream().map(RuleReader::rule).toList();
    }

    private static Rule rule(YamlNode node) {
        Map<String, YamlNode> parts = node.members(RULE);
        YamlNode to = parts.get("to");
        YamlNode layers = parts.get("layers");
        return new Rule(
                node.required(parts, "code").text(),
                node.required(parts, "title").words(),
                node.required(parts, "text").words(),
                node.required(parts, "source").words(),
                node.required(parts, "edition").text(),
                node.required(parts, "from").date(),
                to == null ? null : to.date(),
                choice(node.required(parts, "acts"), Rule.Acts.values()),
                choice(node.required(parts, "mark"), Rule.Mark.values()),
                choice(node.required(parts, "severity"), Rule.Severity.values()),
                layers == null ? List.of() : layers.texts(),
                filter(parts.get("scope")),
                test(node.required(parts, "test")));
    }

    private static RuleTest test(YamlNode node) {
        Map<String, YamlNode> kinds = node.members(TESTS);
        if (kinds.size() != 1) {
            throw node.fault("应恰有一种检查，可用的有 " + TESTS, "exactly one test is wanted here; known are " + TESTS);
        }
        String kind = kinds.keySet().iterator().next();
        YamlNode test = node.required(kinds, kind);
        return switch (kind) {
            case "overlap" -> new RuleTest.Overlap(choice(test, test.members(CHOICE)));
            case "within" -> within(test);
            case "distance" -> distance(test);
            case "beyond" -> beyond(test);
            case "size" -> size(test);
            case "width" -> {
                Map<String, YamlNode> parts = test.members(Set.of("least_m", "share"));
                yield new RuleTest.Width(
                        test.required(parts, "least_m").number(),
                        test.required(parts, "share").number());
            }
            case "stated" -> new RuleTest.Stated(required(test));
            case "profile" -> profile(test);
            default -> covered(test);
        };
    }

    private static RuleTest within(YamlNode test) {
        Map<String, YamlNode> parts = test.members(Set.of("ground", "share"));
        return new RuleTest.Within(
                ground(test, parts, "ground"), test.required(parts, "share").number());
    }

    private static RuleTest distance(YamlNode test) {
        Map<String, YamlNode> parts = test.members(Set.of("ways", "zones_m"));
        return new RuleTest.Distance(ways(test.required(parts, "ways")), numbers(test.required(parts, "zones_m")));
    }

    private static RuleTest beyond(YamlNode test) {
        Map<String, YamlNode> parts = test.members(Set.of("ground", "ways", "widths_m"));
        return new RuleTest.Beyond(
                ground(test, parts, "ground"),
                ways(test.required(parts, "ways")),
                numbers(test.required(parts, "widths_m")));
    }

    private static RuleTest size(YamlNode test) {
        Map<String, YamlNode> parts = test.members(Set.of("least_m2", "most_m2", "contiguous"));
        YamlNode least = parts.get("least_m2");
        YamlNode most = parts.get("most_m2");
        YamlNode contiguous = parts.get("contiguous");
        return new RuleTest.Size(
                least == null ? 0 : least.number(),
                most == null ? Double.POSITIVE_INFINITY : most.number(),
                contiguous != null && contiguous.bool());
    }

    private static RuleTest profile(YamlNode test) {
        Map<String, YamlNode> parts = test.members(Set.of("ways", "width_m", "share", "step_m"));
        return new RuleTest.Profile(
                test.required(parts, "ways").items().stream()
                        .map(RuleReader::ways)
                        .toList(),
                test.required(parts, "width_m").number(),
                test.required(parts, "share").number(),
                test.required(parts, "step_m").number());
    }

    private static RuleTest covered(YamlNode test) {
        Map<String, YamlNode> parts = test.members(Set.of("by", "share", "most_mu"));
        YamlNode most = parts.get("most_mu");
        return new RuleTest.Covered(
                ground(test, parts, "by"),
                test.required(parts, "share").number(),
                most == null ? null : Double.valueOf(most.number()));
    }

    private static Ways ways(YamlNode node) {
        Map<String, YamlNode> parts = node.members(Set.of("layers", "where", "by", "half_widths_m"));
        return new Ways(
                choice(node, parts), node.required(parts, "by").text(), numbers(node.required(parts, "half_widths_m")));
    }

    private static Choice ground(YamlNode node, Map<String, YamlNode> parts, String key) {
        YamlNode ground = node.required(parts, key);
        return choice(ground, ground.members(CHOICE));
    }

    private static Choice choice(YamlNode node, Map<String, YamlNode> parts) {
        YamlNode role = parts.get("role");
        YamlNode layers = parts.get("layers");
        if (role == null && layers == null) {
            throw node.fault("缺少“role”或“layers”", "\"role\" or \"layers\" is missing");
        }
        return new Choice(
                role == null ? null : choice(role, Role.values()),
                layers == null ? Set.of() : Set.copyOf(layers.texts()),
                filter(parts.get("where")));
    }

    private static Map<String, Double> numbers(YamlNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.members(Set.of()).forEach((name, value) -> numbers.put(name, value.number()));
        return numbers;
    }

    private static @Nullable Filter filter(@Nullable YamlNode node) {
        return node == null ? null : required(node);
    }

    private static Filter required(YamlNode node) {
        try {
            return Cql2Text.read(node.text(), FilterCrs.LON_LAT);
        } catch (Problem e) {
            throw node.fault(e.words().zh(), e.words().en());
        }
    }

    /** One of some words, written small and with blanks. */
    private static <E extends Enum<E>> E choice(YamlNode node, E[] all) {
        for (E one : all) {
            if (one.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(node.text())) {
                return one;
            }
        }
        throw node.fault("未知的值“" + node.text() + "”", "unknown value \"" + node.text() + "\"");
    }
}

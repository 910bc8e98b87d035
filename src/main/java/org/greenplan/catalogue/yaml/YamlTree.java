package org.greenplan.catalogue.yaml;

import java.util.List;

/** What a YAML text says; every piece knows the line on which it begins, the first being 1. */
public sealed interface YamlTree {
    int line();

    /**
     * A text, a number, a date: whoever wants one looks.
     *
     * @param nothing whether it stands for nothing at all, as {@code null} and {@code ~} do
     */
    record Scalar(int line, String value, boolean nothing) implements YamlTree {}

    /** A list. */
    record Sequence(int line, List<YamlTree> items) implements YamlTree {}

    /** Keys with values, in the order of the text. */
    record Mapping(int line, List<Member> members) implements YamlTree {}

    /** A key with its value. */
    record Member(YamlTree key, YamlTree value) {}
}

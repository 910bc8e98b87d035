package org.greenplan.format;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** What the reader of a file wishes of a writer beyond the coordinate system, by name. */
public record WriteOptions(Map<String, String> values) {
    public static final WriteOptions NONE = new WriteOptions(Map.of());

    public WriteOptions {
        values = Map.copyOf(values);
    }

    /** True where the option is given and not {@code false}, {@code no} or {@code 0}; what is neither yes nor no is refused. */
    public boolean flag(String name) {
        String value = values.get(name);
        if (value == null || Set.of("false", "no", "0").contains(value)) {
            return false;
        }
        if (Set.of("", "true", "yes", "1").contains(value)) {
            return true;
        }
        throw new Problem.Invalid(
                Words.of(
                        "选项“" + name + "”应为 true 或 false，收到“" + value + "”。",
                        "The option \"" + name + "\" is true or false, not \"" + value + "\"."),
                name);
    }

    public @Nullable String find(String name) {
        return values.get(name);
    }

    /** Refuses options that the writer does not have. */
    public void requireKnown(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                String list = known.isEmpty() ? "—" : String.join(", ", new TreeSet<>(known));
                throw new Problem.Invalid(
                        Words.of(
                                "该格式没有选项“" + name + "”。可用：" + list + "。",
                                "This format has no option \"" + name + "\". It has: " + list + "."),
                        name);
            }
        }
    }
}

package org.greenplan.rule;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Bundled;

/** The rules that come with the program, in the order in which people read them. */
public final class Rules {
    private Rules() {}

    /** Read when somebody first asks what binds a plot, not when a plan is opened. */
    private static final class Own {
        private static final List<Rule> RULES = read(Bundled.resource("rules"));
    }

    /** Those of {@code data/rules}. */
    public static List<Rule> bundled() {
        return Own.RULES;
    }

    /** Those of some files; a fault names the file and the line. */
    public static List<Rule> read(Bundled files) {
        List<Rule> rules = new ArrayList<>();
        files.files().forEach((name, text) -> rules.addAll(RuleReader.read(name, text)));
        return List.copyOf(rules);
    }
}

package org.greenplan.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The plain ways to start the map: no options, or some of {@code --plan}, {@code --port} and {@code --open}, each once. They are read here,
 * for reading them with the whole command line costs a sixth of the start; whatever else is said, also what is wrong, is left to it.
 */
final class PlainStart {
    private static final String PLAN = "--plan";
    private static final String PORT = "--port";
    private static final String OPEN = "--open";
    private static final Set<String> WITH_VALUE = Set.of(PLAN, PORT);
    private static final int MOST_DIGITS = 5;

    private PlainStart() {}

    /**
     * The options of a plain start; empty where the command line has to be asked.
     *
     * @param environment the variables of the process; one of ours may stand for an option
     */
    static Optional<ServeOptions> of(String[] args, Map<String, String> environment) {
        if (environment.keySet().stream().anyMatch(name -> name.startsWith("GREENPLAN_"))) {
            return Optional.empty();
        }
        Map<String, String> said = new HashMap<>();
        int i = args.length > 0 && args[0].equals("serve") ? 1 : 0;
        while (i < args.length) {
            String name = args[i];
            boolean hasValue = WITH_VALUE.contains(name);
            if ((!hasValue && !name.equals(OPEN)) || (hasValue && i + 1 == args.length)) {
                return Optional.empty();
            }
            String value = hasValue ? args[i + 1] : "";
            if (said.put(name, value) != null || value.startsWith("-") || value.startsWith("@")) {
                return Optional.empty();
            }
            i += hasValue ? 2 : 1;
        }
        return options(said);
    }

    private static Optional<ServeOptions> options(Map<String, String> said) {
        String plan = said.get(PLAN);
        String port = said.get(PORT);
        if ((plan != null && plan.isEmpty()) || (port != null && !isNumber(port))) {
            return Optional.empty();
        }
        var options = new ServeOptions(plan == null ? new PlanOptions() : new PlanOptions(Path.of(plan)))
                .opening(said.containsKey(OPEN));
        return Optional.of(port == null ? options : options.at(Integer.parseInt(port)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

package org.greenplan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the tests need of the machine: installed where that can be done, named exactly where it cannot. */
final class DebianPackages {
    private DebianPackages() {}

    static synchronized void require(BooleanSupplier there, String otherwise, String... packages) {
        if (there.getAsBoolean()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("bash", "src/test/needs.sh"));
        command.addAll(List.of(packages));
        TestDatabases.run(command);
        if (!there.getAsBoolean()) {
            throw new IllegalStateException("The tests need " + String.join(", ", packages)
                    + ". Install them (Debian, Ubuntu: apt-get install " + String.join(" ", packages) + ")" + otherwise
                    + ".");
        }
    }

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}

package org.greenplan.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the tests need of the machine: installed where that can be done, named exactly where it cannot. */
final class DebianPackages {
    private static final Path APT = Path.of("/usr/bin/apt-get");

    private DebianPackages() {}

    static synchronized void require(BooleanSupplier there, String otherwise, String... packages) {
        if (there.getAsBoolean()) {
            return;
        }
        if (root() && Files.isExecutable(APT)) {
            TestDatabases.run(List.of(APT.toString(), "update", "-qq"));
            List<String> install = new ArrayList<>(
                    List.of("env", "DEBIAN_FRONTEND=noninteractive", APT.toString(), "install", "-y", "-qq"));
            install.add("--no-install-recommends");
            install.addAll(List.of(packages));
            TestDatabases.run(install);
        }
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

package org.greenplan.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"greenplan " + Optional.ofNullable(version).orElse("development")};
    }
}

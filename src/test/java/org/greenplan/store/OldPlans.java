package org.greenplan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import org.greenplan.store.TestDatabases.Kind;

/** Plans that program 0.1.0 wrote, as src/test/resources/plans/README.md tells. */
public final class OldPlans {
    private OldPlans() {}

    /** Address of a fresh copy of the plan. */
    public static String copy(Kind kind) {
        // Program 0.1.0 made its plans where the database looks first.
        String address = kind.newAddress().replaceAll("[?&]currentSchema=[^&]*", "");
        try (InputStream packed = open(kind)) {
            if (kind == Kind.GEOPACKAGE) {
                Files.copy(packed, Path.of(address));
            } else {
                try (var connection = DriverManager.getConnection(address);
                        var statement = connection.createStatement()) {
                    statement.execute(new String(packed.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(Kind kind) throws IOException {
        String name = kind == Kind.GEOPACKAGE ? "0.1.0.gpkg.gz" : "0.1.0.sql.gz";
        InputStream file = OldPlans.class.getResourceAsStream("/plans/" + name);
        return new GZIPInputStream(java.util.Objects.requireNonNull(file, name));
    }
}

package org.greenplan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.plan.PlanBeginning;

/**
 * Real databases for tests: a GeoPackage in a new folder, and a PostGIS that is either the one GREENPLAN_TEST_DB names or a
 * cluster of our own on a free loopback port. What is missing is installed where that can be done, and named where it cannot.
 */
public final class TestDatabases {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Cluster CLUSTER = Cluster.started();

    private TestDatabases() {}

    /** The two stores, for {@code @EnumSource}. */
    public enum Kind {
        GEOPACKAGE,
        POSTGIS;

        /**
         * Address of a new empty plan: a file name or a JDBC address. On a server it is a schema on no path of the program's own
         * statements, so that one without its schema fails.
         */
        public String newAddress() {
            return this == GEOPACKAGE
                    ? folder().resolve("plan.gpkg").toString()
                    : CLUSTER.newDatabase(
                            "greenplan_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet());
        }

        public Database open(String address, Catalogue catalogue) {
            return open(address, PlanBeginning.blueprint(catalogue));
        }

        /** With the parts of a program that may be another one. */
        public Database open(String address, Blueprint blueprint) {
            return this == GEOPACKAGE
                    ? Database.geoPackage(Path.of(address), blueprint)
                    : Database.postgis(address, blueprint);
        }

        public Database openNew(Catalogue catalogue) {
            return open(newAddress(), catalogue);
        }
    }

    /** A new folder that goes when the tests end. */
    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("greenplan-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program and gives its output; anything but exit code 0 is a failure that shows the output. */
    public static String run(List<String> command) {
        return run(command, Path.of("/dev/null"));
    }

    /** The same with a file as its input. */
    private static String run(List<String> command, Path input) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(600, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + "\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program of GDAL. */
    public static String gdal(List<String> command) {
        DebianPackages.require(
                () -> Files.isExecutable(Path.of("/usr/bin/ogrinfo"))
                        && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/osgeo_utils")),
                "",
                "gdal-bin",
                "python3-gdal");
        return run(command);
    }

    /** Runs a script inside QGIS, without a screen, and gives the lines that begin with {@code "> "}; Qt and QGIS chat besides. */
    public static List<String> qgis(Path script, String... arguments) {
        return qgis(List.of(), script, arguments);
    }

    /** The same as somebody who may write nothing that others have not opened: whoever is root may write anywhere. */
    public static List<String> qgisOfAGuest(Path script, String... arguments) {
        return qgis(DebianPackages.root() ? List.of("runuser", "-u", "nobody", "--") : List.of(), script, arguments);
    }

    private static List<String> qgis(List<String> as, Path script, String... arguments) {
        DebianPackages.require(
                () -> Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/qgis")), "", "python3-qgis");
        Path home = folder();
        home.toFile().setWritable(true, false);
        home.toFile().setReadable(true, false);
        home.toFile().setExecutable(true, false);
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of("env", "QT_QPA_PLATFORM=offscreen", "HOME=" + home));
        command.add("/usr/bin/python3");
        command.add("-");
        command.addAll(List.of(arguments));
        return run(command, script)
                .lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A leftover in the temporary folder harms nobody.
        }
    }

    private record Cluster(String server, String user, String password) {
        static Cluster started() {
            String given = System.getenv("GREENPLAN_TEST_DB");
            return given == null || given.isBlank() ? own() : new Cluster(given, "", "");
        }

        String newDatabase(String name) {
            try (var connection = DriverManager.getConnection(server);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("the test server refuses a new database: " + server, e);
            }
            int query = server.indexOf('?');
            String base = query < 0 ? server : server.substring(0, query);
            String address = base.substring(0, base.lastIndexOf('/') + 1) + name
                    + (query < 0 ? "?" : server.substring(query) + "&") + "currentSchema=plan,public";
            OutsideProgram.change(address, "CREATE SCHEMA plan");
            return address;
        }

        private static Cluster own() {
            DebianPackages.require(
                    () -> serverPrograms().isPresent(),
                    ", or set GREENPLAN_TEST_DB to the JDBC address of a scratch server",
                    "postgresql-postgis");
            Path bin = serverPrograms().orElseThrow();
            try {
                int port = freePort();
                start(bin, Files.createTempDirectory("greenplan-pg"), port);
                return new Cluster("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=greenplan", "", "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket free = new ServerSocket(0)) {
                return free.getLocalPort();
            }
        }

        private static void start(Path bin, Path folder, int port) {
            Path data = folder.resolve("data");
            if (DebianPackages.root()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            as(List.of(
                    bin.resolve("initdb").toString(),
                    "-D",
                    data.toString(),
                    "-U",
                    "greenplan",
                    "-A",
                    "trust",
                    "--no-sync",
                    "-E",
                    "UTF8"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                as(List.of(bin.resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "stop"));
                remove(folder);
            }));
            as(List.of(
                    bin.resolve("pg_ctl").toString(),
                    "-D",
                    data.toString(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='" + folder + "'",
                    "start"));
        }

        /** PostgreSQL refuses to run as root. */
        private static void as(List<String> command) {
            List<String> full =
                    new ArrayList<>(DebianPackages.root() ? List.of("runuser", "-u", "postgres", "--") : List.of());
            full.addAll(command);
            run(full);
        }

        private static Optional<Path> serverPrograms() {
            Path versions = Path.of("/usr/lib/postgresql");
            if (!Files.isDirectory(versions)) {
                return Optional.empty();
            }
            try (Stream<Path> found = Files.list(versions)) {
                return found.filter(v -> Files.isExecutable(v.resolve("bin/initdb")))
                        .filter(v -> Files.exists(Path.of(
                                "/usr/share/postgresql", v.getFileName().toString(), "extension/postgis.control")))
                        .max(Comparator.naturalOrder())
                        .map(v -> v.resolve("bin"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

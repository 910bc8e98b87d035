package org.greenplan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.GeoPackageDialect;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the file of a plan: made where it is missing and may be, brought up where it is older (a copy as it was stays beside it), only
 * looked at where a newer program wrote it or nothing can be written there.
 */
record GeoPackageOpening(PlanFile place, Blueprint blueprint) {
    private static final Logger LOG = LoggerFactory.getLogger(GeoPackageOpening.class);

    Database open(IfMissing ifMissing) {
        place.refuseEmpty();
        if (ifMissing == IfMissing.REFUSE) {
            place.refuseMissing();
        }
        if (place.isReadOnly()) {
            return lookedAt();
        }
        Optional<PlanParts> found = place.exists() ? Optional.of(parts()) : Optional.empty();
        Optional<Words> newer = found.flatMap(PlanParts::newer);
        if (newer.isPresent()) {
            Database look = database(place.path(), GeoPackageConnections.Mode.LOOK);
            look.looked();
            return look.readOnly(newer.get());
        }
        Database database = database(place.path(), GeoPackageConnections.Mode.WRITE);
        // Nobody else can write from the copy to the end of the migration: what stands in the plan then is in the copy.
        return database.migrated(
                ifMissing,
                session -> {
                    if (found.isPresent() && found.get().needsMigration() && Migration.isPlan(session)) {
                        database.tell(kept(found.get().broughtUpTo()));
                    }
                },
                session -> {});
    }

    /** The file as it lies there, for looking only. */
    Database look() {
        return database(place.path(), GeoPackageConnections.Mode.reading(place));
    }

    /** Makes a plan and writes into it, in one transaction. */
    Database make(Consumer<Session> filling) {
        return database(place.path(), GeoPackageConnections.Mode.WRITE)
                .migrated(IfMissing.INSIST, session -> {}, filling);
    }

    private Database database(Path file, GeoPackageConnections.Mode mode) {
        return new Database(
                new GeoPackageConnections(file, mode),
                new GeoPackageDialect(),
                blueprint,
                new Database.Called(place.name(), place.name(), place.path()));
    }

    /** What the plan says of itself, before anything is written to its file. */
    private PlanParts parts() {
        try (Database look = database(place.path(), GeoPackageConnections.Mode.LOOK)) {
            return look.read(session -> PlanParts.read(session, blueprint));
        } catch (RuntimeException e) {
            throw OpeningTrouble.explained(e, place.name());
        }
    }

    /** Keeps the plan as it is under another name before it is brought up. */
    private Words kept(int version) {
        place.requireRoom();
        Path part = place.path()
                .resolveSibling(
                        place.name() + ".part-" + ProcessHandle.current().pid());
        try {
            try {
                GeoPackageConnections.copy(place.path(), part);
                Path before = place.before(version);
                Files.move(part, before);
                return Words.of(
                        "规划 " + place.name() + " 已升级；升级前的副本是 " + before.getFileName() + "。",
                        "The plan " + place.name() + " has been brought up to this version; as it was, it is kept as "
                                + before.getFileName() + ".");
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plan where nothing can be written; one that needs new tables is looked at in a copy that goes when it is closed. */
    private Database lookedAt() {
        Words words = Words.of(
                "规划 " + place.name() + " 是只读的，只能查看，不能修改。请复制到可写的文件夹。",
                "The plan " + place.name() + " cannot be written here: it can be looked at, not changed."
                        + " Copy it to a folder where you may write.");
        Database here = database(place.path(), GeoPackageConnections.Mode.reading(place));
        try {
            PlanParts parts = here.looked();
            if (parts.newer().isPresent()) {
                return here.readOnly(parts.newer().get());
            }
            if (here.<Boolean>read(session -> Migration.isCurrent(session, here.blueprint()))) {
                return here.readOnly(words);
            }
            here.close();
        } catch (StoreFailure | Problem e) {
            here.close();
            if (!place.hasLog()) {
                throw OpeningTrouble.explained(e, place.name());
            }
        }
        return copied().sealedLater(words);
    }

    private Database copied() {
        try {
            Path folder = Files.createTempDirectory("greenplan-look");
            PlanFile copy = new PlanFile(folder.resolve(place.name()));
            Files.copy(place.path(), copy.path());
            if (place.hasLog()) {
                Files.copy(place.log(), copy.log());
            }
            return database(copy.path(), GeoPackageConnections.Mode.WRITE)
                    .goingWith(folder)
                    .migrated(IfMissing.REFUSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder of our own; one that is gone already is fine. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("cannot remove {}", folder, e);
        }
    }
}

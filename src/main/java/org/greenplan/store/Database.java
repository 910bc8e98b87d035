package org.greenplan.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueFault;
import org.greenplan.edition.PlanCatalogue;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** A plan's database, embedded or shared: gives work a transaction of its own, readers many at once, writers one by one. */
public final class Database implements AutoCloseable {
    private static final Duration PATIENCE_OF_COMMANDS = Duration.ofSeconds(60);
    private static final Duration PATIENCE_OF_PAGES = Duration.ofMillis(4500);
    private static final Duration LEAST_PATIENCE_WITH_STORE = Duration.ofSeconds(1);

    private final Connections connections;
    private final Transactions transactions;
    private final Blueprint blueprint;
    private final Called called;
    private final PlanCatalogue catalogue;
    private final WriterTurn writer = new WriterTurn();
    private volatile Duration patience = PATIENCE_OF_COMMANDS;
    private final Spoolers spoolers = new Spoolers();
    private final List<Words> news = new CopyOnWriteArrayList<>();
    /** The plan has all tables of this program. */
    private volatile boolean ready;

    private volatile @Nullable Words readOnly;
    private volatile @Nullable Words readOnlyOnceSealed;
    private volatile @Nullable Path temporary;

    Database(Connections connections, Dialect dialect, Blueprint blueprint, Called called) {
        this.connections = connections;
        this.catalogue = new PlanCatalogue(blueprint.catalogue());
        this.transactions = new Transactions(connections, dialect, blueprint, catalogue);
        this.blueprint = blueprint;
        this.called = called;
    }

    /** How a plan is called, among those beside it and for people, and its file, where it is one. */
    record Called(String name, String description, @Nullable Path file) {}

    /** Work inside one transaction. */
    public interface Work<T extends @Nullable Object> {
        T run(Session session);
    }

    /** Writes an answer from what a transaction sees. */
    public interface Telling {
        void to(Session session, OutputStream out) throws IOException;
    }

    /** Reads what opening any GeoPackage needs; for a program that does something else meanwhile. */
    public static void warm() {
        GeoPackageConnections.warm();
    }

    /** Opens a GeoPackage file, made where it does not exist, brought up to this program where it does. */
    public static Database geoPackage(Path file, Blueprint blueprint) {
        return geoPackage(file, blueprint, IfMissing.MAKE);
    }

    /** Opens a GeoPackage file; a newer one, and one where nothing can be written, for reading only. */
    public static Database geoPackage(Path file, Blueprint blueprint, IfMissing ifMissing) {
        return new GeoPackageOpening(new PlanFile(file), blueprint).open(ifMissing);
    }

    /** Looks into a file, whatever it is, and changes nothing in it. */
    public static Database look(Path file, Blueprint blueprint) {
        return new GeoPackageOpening(new PlanFile(file), blueprint).look();
    }

    /** Opens the plan in the first schema that a connection to a PostGIS database looks into, {@code public} as a rule. */
    public static Database postgis(String jdbcUrl, Blueprint blueprint) {
        return postgis(jdbcUrl, null, blueprint, IfMissing.MAKE);
    }

    /**
     * Opens a plan in a PostGIS database; one that a newer program wrote for reading only. User and password are in the address or in
     * PGUSER and PGPASSWORD.
     *
     * @param schema where the plan lies, made where it is missing and may be; null for the first one that a connection looks into
     */
    public static Database postgis(String jdbcUrl, @Nullable String schema, Blueprint blueprint, IfMissing ifMissing) {
        return new PostgisOpening(jdbcUrl, schema, blueprint).open(ifMissing);
    }

    /** Makes a plan in a file and writes into it, in one transaction; refuses where there is one already. */
    public static Database newGeoPackage(Path file, Blueprint blueprint, Consumer<Session> filling) {
        return new GeoPackageOpening(new PlanFile(file), blueprint).make(filling);
    }

    /** The same in a schema of a PostGIS database, as {@link #postgis} finds or makes it. */
    public static Database newPostgis(
            String jdbcUrl, @Nullable String schema, Blueprint blueprint, Consumer<Session> filling) {
        return new PostgisOpening(jdbcUrl, schema, blueprint).make(filling);
    }

    /** Runs work that only reads; it sees one state of the plan. */
    public <T extends @Nullable Object> T read(Work<T> work) {
        return run(work, false);
    }

    /**
     * Has an answer of any length made from one state of the plan. It is read when the transaction is over, so whoever is slow to take it
     * keeps neither the plan's state nor a connection.
     */
    public Spool spooled(Telling telling) {
        return spoolers.of(this, telling, PATIENCE_OF_COMMANDS);
    }

    /**
     * Runs work that writes, alone: committed when it returns, taken back when it throws. It sees one state of the plan, and may be run
     * more than once.
     */
    public <T extends @Nullable Object> T write(Work<T> work) {
        return run(work, true);
    }

    /** From now on people at pages wait for what is written, who want to hear of trouble soon; a command would rather wait. */
    public void servePages() {
        patience = PATIENCE_OF_PAGES;
    }

    /** The plan's own catalogue; of a plan that keeps none yet, the one with which it was opened. */
    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** What the plan is made of as this program knows it. */
    public Blueprint blueprint() {
        return blueprint.with(catalogue());
    }

    /** Its name among the plans beside it: of its file, or its schema. */
    public String name() {
        return called.name();
    }

    /** For people: file name, or server and database without the password. */
    public String describe() {
        return called.description();
    }

    /** The plan's file, where it is one. */
    public Optional<Path> file() {
        return Optional.ofNullable(called.file());
    }

    /** Why the plan can only be looked at, where that is so. */
    public Optional<Words> readOnly() {
        return Optional.ofNullable(readOnly);
    }

    /** What whoever opened the plan should know: that it was brought up, or why it cannot be changed. */
    public List<Words> news() {
        return List.copyOf(news);
    }

    /** Ends what only opening may write into the copy of a plan that can only be looked at; nothing for other plans. */
    public void seal() {
        Words words = readOnlyOnceSealed;
        if (words != null) {
            readOnly(words);
        }
    }

    @Override
    public void close() {
        connections.close();
        Path folder = temporary;
        if (folder != null) {
            GeoPackageOpening.remove(folder);
        }
    }

    /** Adds to what whoever opened the plan should know. */
    public void tell(Words words) {
        news.add(words);
    }

    /** Whether the plan is opened to be changed, and not only in a copy that goes with this program. */
    public boolean isKept() {
        return readOnly == null && readOnlyOnceSealed == null;
    }

    /** What the plan says of itself; with that, by its own catalogue from now on. */
    PlanParts looked() {
        return read(session -> {
            PlanParts parts = PlanParts.read(session, blueprint);
            try {
                catalogue.look(session);
            } catch (CatalogueFault e) {
                // A newer program may describe more than this one understands: what it knows can be looked at.
                if (parts.newer().isEmpty()) {
                    throw e;
                }
            }
            return parts;
        });
    }

    Database readOnly(Words words) {
        ready = true;
        readOnly = words;
        tell(words);
        return this;
    }

    Database sealedLater(Words words) {
        readOnlyOnceSealed = words;
        return this;
    }

    /** A folder that goes when the database is closed. */
    Database goingWith(Path folder) {
        temporary = folder;
        return this;
    }

    Database migrated(IfMissing ifMissing) {
        return migrated(ifMissing, session -> {}, session -> {});
    }

    /** Brings the plan up; before that, while nothing is written yet, and after it something else is done in the same transaction. */
    Database migrated(IfMissing ifMissing, Consumer<Session> first, Consumer<Session> last) {
        try {
            write(session -> {
                first.accept(session);
                Migration.run(session, blueprint, catalogue, called.description(), ifMissing);
                last.accept(session);
                catalogue.look(session);
                return true;
            });
            ready = true;
            if (connections instanceof GeoPackageConnections file) {
                file.fold();
            }
            return this;
        } catch (RuntimeException e) {
            close();
            throw OpeningTrouble.explained(e, called.description());
        }
    }

    private <T extends @Nullable Object> T run(Work<T> work, boolean write) {
        if (!write) {
            return Attempts.once(() -> transactions.read(work), called.description());
        }
        Words refused = readOnly;
        if (refused != null) {
            throw new Problem.Invalid(refused, null);
        }
        // Nobody queues for a server that is away.
        Attempts.once(
                () -> {
                    connections.requireReachable();
                    return true;
                },
                called.description());
        Duration waited = writer.take();
        try {
            Duration left = patience.minus(waited);
            if (left.compareTo(LEAST_PATIENCE_WITH_STORE) >= 0) {
                return written(work, left);
            }
            writer.requireNotStuck(waited);
            return written(work, LEAST_PATIENCE_WITH_STORE);
        } finally {
            writer.pass();
        }
    }

    private <T extends @Nullable Object> T written(Work<T> work, Duration most) {
        var begun = new AtomicBoolean();
        Work<T> noted = session -> {
            begun.set(true);
            return work.run(session);
        };
        try {
            return Attempts.many(() -> transactions.write(noted, most, ready), most, called.description());
        } catch (Problem.Unavailable e) {
            if (!begun.get()) {
                writer.stuck(e);
            }
            throw e;
        }
    }
}

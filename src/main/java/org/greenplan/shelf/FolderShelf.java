package org.greenplan.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.format.Scratch;
import org.greenplan.history.HistoryStore;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files beside the open one that are plans; a new one becomes a file there. */
public record FolderShelf(Path folder, Catalogue catalogue) implements Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(FolderShelf.class);
    private static final String HIDDEN = ".greenplan-new-";
    private static final int MOST_LISTED = 100;

    /** Copies that the program kept of plans as they were before it brought them up. */
    private static final Pattern KEPT = Pattern.compile(".*\\.before-\\d+(-\\d+)?\\.gpkg");

    @Override
    public List<Entry> list(PlanDesk open) {
        List<Entry> plans = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isCandidate(file.getFileName().toString()))
                    .sorted()
                    .limit(MOST_LISTED)
                    .forEach(file -> entry(file, open).ifPresent(plans::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plans;
    }

    @Override
    public PlanDesk open(String name, PlanDesk open) {
        Path file = folder.resolve(listed(name, open));
        return PlanBeginning.open(
                Database.geoPackage(file, PlanBeginning.blueprint(catalogue), IfMissing.REFUSE), catalogue, null);
    }

    /** Made under a hidden name and laid down when it is whole, so that no other program ever sees half a plan. */
    @Override
    public String make(NewPlan plan, PlanDesk open) {
        try {
            Path scratch = Files.createTempDirectory(folder, HIDDEN);
            try {
                Path whole = scratch.resolve("plan.gpkg");
                plan.into(whole, catalogue);
                return laid(whole, plan.title());
            } finally {
                Scratch.delete(scratch);
            }
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            throw new Problem.Invalid(
                    Words.of(
                            "文件夹 " + folder + " 不能写入，无法在其中新建规划。",
                            "The folder " + folder + " cannot be written: no plan can be made in it."),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a file. */
    public static FolderShelf of(Path file, Catalogue catalogue) {
        Path folder = file.toAbsolutePath().getParent();
        return new FolderShelf(folder == null ? file : folder, catalogue);
    }

    /** Makes a plan in a file that somebody names; refuses where one lies there, or has come to lie there meanwhile. */
    public void makeAt(NewPlan plan, Path file) throws IOException {
        Path scratch = Files.createTempDirectory(folder, HIDDEN);
        try {
            Path whole = scratch.resolve("plan.gpkg");
            plan.into(whole, catalogue);
            lay(whole, file);
        } finally {
            Scratch.delete(scratch);
        }
    }

    /** Lays a whole plan down where nothing lies yet; who is faster keeps the name. */
    void lay(Path whole, Path at) throws IOException {
        try {
            Files.createLink(at, whole);
        } catch (UnsupportedOperationException e) {
            Files.move(whole, at);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("no links here", e);
            Files.move(whole, at);
        }
    }

    private String laid(Path whole, String title) throws IOException {
        while (true) {
            Set<String> there = names();
            String name = ShelfName.file(title, candidate -> isTaken(candidate, there));
            try {
                lay(whole, folder.resolve(name));
                return name;
            } catch (FileAlreadyExistsException e) {
                LOG.debug("{} was taken meanwhile", name, e);
            }
        }
    }

    /** Where capitals and small letters are one, too; and what SQLite once put beside a file that has gone counts as the file. */
    private static boolean isTaken(String name, Set<String> there) {
        String small = name.toLowerCase(Locale.ROOT);
        return there.stream().anyMatch(other -> other.startsWith(small));
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString().toLowerCase(Locale.ROOT)));
        }
        return names;
    }

    private static boolean isCandidate(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gpkg")
                && !name.startsWith(".")
                && !KEPT.matcher(name).matches();
    }

    private Optional<Entry> entry(Path file, PlanDesk open) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (open.database().name().equals(name)) {
            return Optional.of(open.database().read(session -> Entry.of(name, session)));
        }
        try (Database look = Database.look(file, PlanBeginning.blueprint(catalogue))) {
            return look.<Boolean>read(session -> new HistoryStore(session).lastNumber() >= 0)
                    ? Optional.of(said(look, name))
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.debug("{} is no plan", name, e);
            return Optional.empty();
        }
    }

    /** An older plan has nothing to say of itself, and is one all the same. */
    private static Entry said(Database look, String name) {
        try {
            return look.read(session -> Entry.of(name, session));
        } catch (RuntimeException e) {
            LOG.debug("{} says nothing of itself", name, e);
            return new Entry(name, "", null);
        }
    }
}

package org.greenplan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * A sound copy of a plan as one GeoPackage, made of one state of it while others go on writing: features, history with its stamps and
 * ledger. A file without a log beside it, so that QGIS opens it from a read-only folder.
 */
public record PlanBackup(Database plan) {
    /**
     * Writes the copy; a file that is there already is never written over.
     *
     * @return what stays in the database alone, for whoever makes the copy: what its catalogue no longer names
     */
    public List<Words> write(Path to) {
        if (Files.exists(to)) {
            throw new Problem.Invalid(
                    Words.of("文件 " + to + " 已存在。请换一个名称。", "The file " + to + " is there already. Choose another name."),
                    null);
        }
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Problem.Invalid(Words.of("文件夹不存在：" + folder, "There is no folder " + folder), null);
        }
        Path part = to.resolveSibling(
                to.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try {
                List<Words> left = List.of();
                if (plan.file().isPresent()) {
                    GeoPackageConnections.copy(plan.file().get(), part);
                } else {
                    left = new PlanCopy(plan).toGeoPackage(part);
                }
                Files.move(part, to);
                return left;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

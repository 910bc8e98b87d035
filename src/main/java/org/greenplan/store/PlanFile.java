package org.greenplan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** The file of a plan as it lies there before it is opened. */
record PlanFile(Path path) {
    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final Duration LEAVING = Duration.ofMillis(500);
    private static final Duration MAKING = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    String name() {
        return path.getFileName().toString();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * An empty file is what a broken copy or a full disk leaves behind, and never the start of a plan. Another program that makes the plan just
     * now leaves it empty for a moment too: that one is waited for, longer where its journal lies beside the file.
     */
    void refuseEmpty() {
        long began = System.nanoTime();
        while (isEmpty() && System.nanoTime() - began < (isBeingMade() ? MAKING : LEAVING).toNanos()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        if (isEmpty()) {
            throw new Problem.Invalid(
                    Words.of(
                            "文件 " + name() + " 是空的（0 字节），可能是复制中断所致。请取用备份，或删去它再新建。",
                            "The file " + name() + " is empty (0 bytes), as a broken copy leaves it."
                                    + " Take a backup, or delete it and make a new plan."),
                    null);
        }
    }

    private boolean isEmpty() {
        return Files.isRegularFile(path) && size(path) == 0;
    }

    private boolean isBeingMade() {
        return Files.exists(path.resolveSibling(name() + "-journal"));
    }

    void refuseMissing() {
        if (!exists()) {
            throw missing(name());
        }
    }

    static Problem missing(String plan) {
        return new Problem.Invalid(
                Words.of(
                        "没有规划 " + plan + "。请检查名称是否写错；新建规划用 greenplan new --to 文件名.gpkg，或 greenplan new --db 数据库地址"
                                + " [--schema 名称];示例规划用 serve --sample。",
                        "There is no plan " + plan
                                + ". Check the name; a new plan is made by greenplan new --to FILE.gpkg, or greenplan new"
                                + " --db … [--schema NAME], the sample by serve --sample."),
                null);
    }

    static Problem there(String plan) {
        return new Problem.Invalid(
                Words.of(
                        plan + " 中已有规划，没有改动。请换一个文件名或模式（schema）。",
                        "There is a plan in " + plan + " already; it was left as it is. Choose another file, or another"
                                + " schema."),
                null);
    }

    /** Whether the file or its folder cannot be written, or the file is marked so, which stops even those who could. */
    boolean isReadOnly() {
        Path folder = path.toAbsolutePath().getParent();
        return exists() && !Files.isDirectory(path) && (!writable(path) || (folder != null && !writable(folder)));
    }

    /** Whether changes lie beside the file that are not in it yet. */
    boolean hasLog() {
        Path log = log();
        return Files.exists(log) && size(log) > 0;
    }

    /** The write-ahead log beside the file. */
    Path log() {
        return path.resolveSibling(name() + "-wal");
    }

    /** The first free name for the plan as it was before a version: {@code NAME.before-2.gpkg}. */
    Path before(int version) {
        String stem = name().replaceFirst("\\.gpkg$", "") + ".before-" + version;
        Path free = path.resolveSibling(stem + ".gpkg");
        for (int i = 2; Files.exists(free); i++) {
            free = path.resolveSibling(stem + "-" + i + ".gpkg");
        }
        return free;
    }

    /** Refuses where a copy of file and log would not fit. */
    void requireRoom() {
        try {
            long needed = size(path) + (Files.exists(log()) ? size(log()) : 0);
            Path folder = path.toAbsolutePath().getParent();
            requireRoom(
                    needed, Files.getFileStore(folder == null ? path : folder).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireRoom(long neededBytes, long usableBytes) {
        if (usableBytes < neededBytes) {
            long megabytes = (neededBytes + 999_999) / 1_000_000;
            throw new Problem.Invalid(
                    Words.of(
                            name() + " 须先留一份副本才能升级，磁盘空间不足：需要 " + megabytes + " MB。请腾出空间后再打开。",
                            name()
                                    + " is of an older version and is copied before it is brought up: the disk lacks room"
                                    + " for " + megabytes + " MB. Make room and open it again."),
                    null);
        }
    }

    private static boolean writable(Path path) {
        try {
            var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            boolean marked =
                    view != null && view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
            return !marked && Files.isWritable(path);
        } catch (IOException e) {
            return Files.isWritable(path);
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

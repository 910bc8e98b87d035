package org.greenplan.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * One file that somebody handed in.
 *
 * @param name the name it came under, with the folder inside its archive where it had one; for people, never for opening
 * @param path where its bytes lie on this machine
 * @param bytes its size
 */
public record SourceFile(String name, Path path, long bytes) {
    /** Extension in lower case without the dot; empty where there is none. */
    public String extension() {
        int dot = name.lastIndexOf('.');
        return dot < name.lastIndexOf('/') || dot < 0
                ? ""
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without its extension: files of one shapefile share it. */
    public String stem() {
        String extension = extension();
        return extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
    }

    /** The first bytes, at most so many. */
    public byte[] head(int most) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file cannot be read: why, and what the planner can do. */
    public Problem.Invalid broken(String zh, String en) {
        return new Problem.Invalid(Words.of("文件“" + name + "”：" + zh, "File \"" + name + "\": " + en), name);
    }

    /** One record of the file cannot be read, counted from 1: why, and what the planner can do. */
    public Problem.Invalid broken(long record, String zh, String en) {
        return new Problem.Invalid(
                Words.of(
                        "文件“" + name + "”第 " + record + " 条记录：" + zh,
                        "File \"" + name + "\", record " + record + ": " + en),
                name);
    }
}

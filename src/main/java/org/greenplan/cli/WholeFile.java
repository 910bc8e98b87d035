package org.greenplan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name only when it is whole: a failure leaves a good older file as it was.
 *
 * @param file where to write, or null for standard output
 */
record WholeFile(@Nullable Path file) {
    /** What writes the content; it leaves the stream open. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void write(Content content) throws IOException {
        if (file == null) {
            content.writeTo(System.out);
            System.out.flush();
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Removes a folder of ours and everything in it. */
    static void clear(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

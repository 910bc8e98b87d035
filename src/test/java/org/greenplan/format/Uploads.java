package org.greenplan.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files as somebody hands them in. */
public final class Uploads {
    private Uploads() {}

    /** Name, bytes, name, bytes … */
    public static SourceFiles of(Object... namesAndBytes) {
        Path folder = folder();
        List<SourceFile> files = new ArrayList<>();
        try {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                Path path = folder.resolve("upload" + i);
                byte[] bytes = (byte[]) namesAndBytes[i + 1];
                Files.write(path, bytes);
                path.toFile().deleteOnExit();
                files.add(new SourceFile((String) namesAndBytes[i], path, bytes.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFiles(files);
    }

    /** Everything in a folder. */
    public static SourceFiles in(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return new SourceFiles(paths.sorted()
                    .map(p -> new SourceFile(
                            p.getFileName().toString(), p, p.toFile().length()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row of a layer. */
    public static List<SourceRow> rows(SourceLayer layer) {
        List<SourceRow> rows = new ArrayList<>();
        layer.each(rows::add);
        return rows;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("greenplan-upload");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.greenplan.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files handed in together, archives already taken apart. */
public record SourceFiles(List<SourceFile> files) {
    public SourceFiles {
        files = List.copyOf(files);
    }

    /** Files with one of these extensions (lower case, without dot). */
    public List<SourceFile> withExtension(String... extensions) {
        List<String> wanted = List.of(extensions);
        return files.stream().filter(f -> wanted.contains(f.extension())).toList();
    }

    /** The file beside another one that has its name and this extension, whatever the case of the letters. */
    public Optional<SourceFile> beside(SourceFile file, String extension) {
        String stem = file.stem().toLowerCase(Locale.ROOT);
        return files.stream()
                .filter(f -> f.extension().equals(extension)
                        && f.stem().toLowerCase(Locale.ROOT).equals(stem))
                .findFirst();
    }
}

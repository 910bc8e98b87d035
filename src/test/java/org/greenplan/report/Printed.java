package org.greenplan.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.greenplan.store.TestDatabases;

/** What a test reads in a page or a workbook. */
final class Printed {
    private Printed() {}

    /** What a pattern finds, its first group each time. */
    static List<String> found(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    /** The texts of a workbook. */
    static List<String> texts(byte[] workbook) throws IOException {
        return found(parts(workbook).get("xl/sharedStrings.xml"), "<t[^>]*>([^<]*)</t>").stream()
                .map(text -> java.util.regex.Pattern.compile("&#x([0-9a-f]+);")
                        .matcher(text)
                        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16))))
                .toList();
    }

    /** The files in a workbook, by name. */
    static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        Path book = TestDatabases.folder().resolve("report.xlsx");
        Files.write(book, file);
        try (var zip = new ZipFile(book.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }
}

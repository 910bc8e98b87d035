package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.LeavingPlan;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.sheet.CsvReader;
import org.greenplan.format.sheet.XlsxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is handed a file of an illustrative plan is told so by the file itself, whatever its form. */
class IllustrativeMarkTest {
    /** In Chinese, or by the member or field of that name. */
    private static final Pattern MARK = Pattern.compile(
            "示意数据|&#x793a;&#x610f;&#x6570;&#x636e;|\"illustrative\" ?: ?true|<Data name=\"illustrative\">\\s*<value>true");

    static Stream<FormatWriter> writers() {
        return Formats.writers().stream();
    }

    @ParameterizedTest
    @MethodSource("writers")
    void everyFormSaysThatThePlanIsIllustrative(FormatWriter writer, @TempDir Path folder) throws IOException {
        boolean degrees = List.of("kml", "kmz", "geojsonseq").contains(writer.id());
        byte[] file = new LeavingPlan(degrees ? 4326 : 4526).written(writer, Map.of());
        byte[] content = unpacked(file, folder);
        assertThat(List.of(StandardCharsets.UTF_8, Charset.forName("GBK")))
                .as(writer.id())
                .anyMatch(charset -> MARK.matcher(new String(content, charset)).find());
    }

    /** The notes are no table of plots. */
    @Test
    void whatSaysSoComesBackAsNothing(@TempDir Path folder) throws IOException {
        Path xlsx = folder.resolve("plan.xlsx");
        Files.write(xlsx, new LeavingPlan(4547).written(Formats.writer("xlsx"), Map.of()));
        Path csv = folder.resolve("plan.zip");
        Files.write(csv, new LeavingPlan(4547).written(Formats.writer("csv"), Map.of()));
        var book = new SourceFiles(List.of(new SourceFile("plan.xlsx", xlsx, Files.size(xlsx))));
        assertThat(new XlsxReader().open(book, ReadOptions.DETECT))
                .extracting(l -> l.name())
                .containsExactly("公园绿地", "生态廊道", "水源与水工设施", "湖泊");
        List<SourceFile> parts = parts(csv, folder);
        assertThat(parts).extracting(SourceFile::name).contains("README.txt");
        assertThat(new CsvReader().claims(new SourceFiles(parts)))
                .extracting(SourceFile::name)
                .contains("parks.csv")
                .doesNotContain("README.txt");
    }

    private static List<SourceFile> parts(Path archive, Path folder) throws IOException {
        List<SourceFile> parts = new ArrayList<>();
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path part = folder.resolve(entry.getName());
                Files.write(part, zip.readAllBytes());
                parts.add(new SourceFile(entry.getName(), part, Files.size(part)));
            }
        }
        return parts;
    }

    private static byte[] unpacked(byte[] file, Path folder) {
        if (file[0] != 'P' || file[1] != 'K') {
            return file;
        }
        var all = new ByteArrayOutputStream();
        try {
            Path archive = Files.write(folder.resolve("archive"), file);
            try (var zip = new ZipFile(archive.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    zip.getInputStream(entry).transferTo(all);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }
}

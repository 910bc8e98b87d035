package org.greenplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chinese for people is punctuated in full width, wherever it is said: by the program and by the page. */
class PunctuationTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What is read by a program, not by people: patterns, escapes, sections of a file. */
    private static final Pattern CODE = Pattern.compile("\\(\\?|\\||\\[|\\\\[^\"nrtu]|[东南西北],[东南西北]|键: 值");

    private static final Pattern CODE_LINE =
            Pattern.compile("^\\s*(\\*|/\\*|//)|Pattern|matches\\(|replaceAll|\\.split\\(");

    private static final Pattern HALF = Pattern.compile(
            "[\\p{IsHan}”）][,;:?!]|[,;?!][\\p{IsHan}“]|[\\p{IsHan}”] ?\\([^()]*\\)" + "|\\([^()]*\\p{IsHan}[^()]*\\)");

    /** They read, write or set files by these very signs. */
    private static final List<String> FILES = List.of(
            "ParcelHeader",
            "ParcelLines",
            "ParcelReader",
            "ParcelScan",
            "ParcelWriter",
            "SheetRole",
            "DatumName",
            "DxfVertexTable");

    @Test
    void chineseIsPunctuatedInFullWidth() throws IOException {
        List<String> half = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                for (String line : FILES.contains(name) ? List.<String>of() : Files.readAllLines(file)) {
                    if (!CODE_LINE.matcher(line).find()) {
                        half.addAll(half(name, line));
                    }
                }
            }
        }
        for (String line : Files.readAllLines(Path.of("web/i18n/zh.json"))) {
            half.addAll(half("zh.json", line));
        }
        assertThat(half).isEmpty();
    }

    private static List<String> half(String file, String line) {
        return LITERAL.matcher(line)
                .results()
                .map(found -> found.group(1))
                .filter(text -> !CODE.matcher(text).find() && isChinese(text))
                .filter(text -> HALF.matcher(text).find())
                .map(text -> file + ": " + text)
                .toList();
    }

    /** An English text may name a Chinese word. */
    private static boolean isChinese(String text) {
        long han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        long latin =
                text.codePoints().filter(c -> c < 128 && Character.isLetter(c)).count();
        return han > 0 && han >= 0.2 * latin;
    }
}

package org.greenplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Small files, true prose, a build that names no host. */
class HouseRulesTest {
    private static final Pattern NAMED_CLASS =
            Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)(?:\\.([a-z][A-Za-z]*))?(?:\\(\\))?`");
    private static final Pattern NAMED_PATH = Pattern.compile("`((?:src|web|data|\\.ci)/[A-Za-z0-9_./-]*[A-Za-z0-9])`");

    /**
     * The sample's district, its plane and its twin with prefix, its clock, its year and where it lies, in examples too; a code inside a
     * larger number is none, and any day may be of that year.
     */
    private static final Pattern DISTRICT = Pattern.compile(
            "(?i)shangjie|上街|asia/|(?<![0-9])4547(?![0-9])|(?<![0-9])4526(?![0-9])|(?<![0-9-])2019(?![0-9-])"
                    + "|(?<![0-9.])113\\.[0-9]|(?<![0-9.])34\\.[678][0-9]");

    @Test
    void javaFilesStaySmall() throws IOException {
        assertThat(longerThan(300, "src/main/java", ".java")).isEmpty();
    }

    @Test
    void packagesStaySmall() throws IOException {
        List<String> tooMany = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java")).filter(Files::isDirectory)) {
            for (Path folder : folders.toList()) {
                long files = count(folder);
                if (files > 24) {
                    tooMany.add(folder + ": " + files);
                }
            }
        }
        assertThat(tooMany).isEmpty();
    }

    @Test
    void pageFilesStaySmall() throws IOException {
        assertThat(longerThan(250, "web", ".js")).isEmpty();
        assertThat(Files.readAllLines(Path.of("web/app.js"))).hasSizeLessThanOrEqualTo(80);
        assertThat(Files.readAllLines(Path.of("src/main/java/org/greenplan/App.java")))
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void everyPathThatProseNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : prose()) {
            var matcher = NAMED_PATH.matcher(Files.readString(page));
            while (matcher.find()) {
                if (!Files.exists(Path.of(matcher.group(1)))) {
                    missing.add(page + ": " + matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Classes that prose names without their paths, and what it says they have. */
    @Test
    void everyClassThatProseNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path page : prose()) {
            for (var found :
                    NAMED_CLASS.matcher(Files.readString(page)).results().toList()) {
                named++;
                Path file = javaFile(found.group(1) + ".java");
                if (file == null
                        || (found.group(2) != null && !Files.readString(file).contains(" " + found.group(2)))) {
                    missing.add(page + ": " + found.group());
                }
            }
        }
        assertThat(named).isPositive();
        assertThat(missing).isEmpty();
    }

    private static @Nullable Path javaFile(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElse(null);
        }
    }

    /** A plan is of any district: the program knows none by name, no plane but by the table, no clock but the plan's. */
    @Test
    void nothingOutsideThePlansNamesADistrictAPlaneOrAClock() throws IOException {
        List<String> named = new ArrayList<>();
        for (String folder : List.of("src/main", "web", "data/catalogue", "data/templates")) {
            try (Stream<Path> files = Files.walk(Path.of(folder)).filter(HouseRulesTest::isSource)) {
                for (Path file : files.toList()) {
                    var matcher = DISTRICT.matcher(Files.readString(file));
                    while (matcher.find()) {
                        named.add(file.getFileName() + ": " + matcher.group());
                    }
                }
            }
        }
        assertThat(named).containsExactly("SamplePlan.java: shangjie");
    }

    private static boolean isSource(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(java|js|json|yaml|html|css|properties|sql)");
    }

    @Test
    void theLockFileNamesNoAddress() throws IOException {
        assertThat(Files.readString(Path.of("src/test/web/package-lock.json"))).doesNotContain("\"resolved\"");
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(p -> p.toString().endsWith(".java")).count();
        }
    }

    @Test
    void everyDecisionIsLinkedAndEveryLinkLeadsToOne() throws IOException {
        Path site = Path.of("src/site/markdown");
        var links = Pattern.compile("\\]\\((decisions/[^)]+)\\)")
                .matcher(Files.readString(site.resolve("architecture.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(site.resolve("decisions"))) {
            assertThat(links)
                    .containsExactlyElementsOf(files.map(file -> "decisions/" + file.getFileName())
                            .sorted()
                            .toList());
        }
    }

    /** What a mu is stands in one place; the page is told, and the report's notes say it in words. */
    @Test
    void unitsHaveOneHome() throws IOException {
        var mu = Pattern.compile("\\b(2000(\\.0)? ?/ ?3|3(\\.0)? ?/ ?2000|10_?000 ?/ ?15|666\\.6|0\\.0015)\\b");
        List<String> homes = new ArrayList<>();
        for (String root : List.of("src/main/java", "web/model", "web/panels", "web/map")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (mu.matcher(Files.readString(file).replaceAll("= 2000/3 m²", ""))
                            .find()) {
                        homes.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertThat(homes).containsExactly("Unit.java");
    }

    private static List<Path> prose() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("data/README.md")));
        try (Stream<Path> site = Files.walk(Path.of("src/site/markdown"))) {
            site.filter(p -> p.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static List<String> longerThan(int lines, String folder, String ending) throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(p -> p.toString().endsWith(ending)).toList()) {
                long count = Files.readAllLines(file).size();
                if (count > lines) {
                    tooLong.add(file + ": " + count);
                }
            }
        }
        return tooLong;
    }
}

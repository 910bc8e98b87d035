package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.report.SmallPlan.MU;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.store.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the report on a plan small enough to add up by hand, and every form in which it leaves. */
class ReportTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'&";

    @ParameterizedTest
    @CsvSource({
        "new_green, 26666.6667, 473333.3333",
        "afforestation, 13333.3333, 253333.3333",
        "corridors, 2500, 3500",
        "pocket_parks, 1, 9"
    })
    void targetsAreSumsOfTheLedger(String id, double planned, double missing) {
        var target = SmallPlan.report().targets().stream()
                .filter(t -> t.line().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(target.planned()).isEqualTo(planned, within(1e-4));
        assertThat(target.missing()).isEqualTo(missing, within(1e-4));
        assertThat(target.byStatus().values().stream().mapToDouble(v -> v).sum())
                .isEqualTo(target.planned(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "layer, parks, 3, 10",
        "layer, corridors, 1, 10",
        "layer, afforestation, 1, 20",
        "class, G14, 2, 10",
        "class, G11, 1, 0",
        "class, none, 2, 30",
        "status, completed, 2, 20",
        "status, approved, 1, 10",
        "status, proposed, 2, 10",
        "zone, sub_districts.7, 2, 26",
        "zone, sub_districts.8, 2, 14",
        "year, 2018, 1, 0",
        "year, 2019, 3, 30",
        "year, none, 1, 10"
    })
    void everySectionAddsUp(String key, String value, int plots, double mu) {
        Report.Line line = section(SmallPlan.report(), key).lines().stream()
                .filter(l -> l.value().equals(value))
                .findFirst()
                .orElseThrow();
        assertThat(line.plots()).isEqualTo(plots);
        assertThat(Figures.mu(line.net().planeM2())).isEqualTo(mu, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer", "class", "status", "zone", "year"})
    void theLinesOfASectionMakeTheTotal(String key) {
        Report report = SmallPlan.report();
        assertThat(section(report, key).lines().stream()
                        .mapToDouble(l -> l.net().planeM2())
                        .sum())
                .isEqualTo(report.total().net().planeM2(), within(1e-6));
        assertThat(Figures.mu(report.total().net().planeM2())).isEqualTo(40, within(1e-8));
    }

    @Test
    void overlapsAreGrossLessNetAndUpgradesAreNone() {
        Report report = SmallPlan.report();
        assertThat(report.overlaps().worst()).extracting(Report.Plot::label).containsExactly("陇海廊道", "孟津路游园", "小园");
        assertThat(report.overlaps().worst().get(0).uncounted().planeM2()).isEqualTo(15 * MU, within(1e-6));
        assertThat(report.overlaps().plots()).isEqualTo(3);
        assertThat(report.overlaps().uncounted().planeM2()).isEqualTo(17 * MU + 300, within(1e-6));
    }

    @Test
    void aCardPrintsWhatEachStatusAddsAndTheSharesSumToTheWhole() {
        String page = ReportHtml.page(SmallPlan.report(), Locale.CHINESE);
        String card = page.substring(page.indexOf("<article"), page.indexOf("</article>"));
        assertThat(card).contains("完成 5.3 %");
        assertThat(found(card, "part\">([^<]*)</td>")).containsExactly("2.7 %", "", "1.3 %", "1.3 %");
    }

    @Test
    void whatHasNoKnownStatusIsAPartOfItsOwnWhereverATotalIsSplit() throws IOException {
        Report report = SmallPlan.withUnknown();
        assertThat(report.statuses().keySet()).endsWith("unknown");
        assertThat(report.total().netByStatus().get("unknown").planeM2()).isEqualTo(8 * MU, within(1e-6));
        for (Report.Section section : report.sections()) {
            for (Report.Line line : section.lines()) {
                assertThat(report.statuses().keySet())
                        .containsAll(line.netByStatus().keySet());
                assertThat(line.netByStatus().values().stream()
                                .mapToDouble(a -> a.planeM2())
                                .sum())
                        .as(section.key() + " " + line.value())
                        .isEqualTo(line.net().planeM2(), within(1e-9));
            }
        }
        assertThat(report.targets()).allSatisfy(target -> {
            assertThat(report.statuses().keySet()).containsAll(target.byStatus().keySet());
            assertThat(target.byStatus().values().stream().mapToDouble(v -> v).sum())
                    .isEqualTo(target.planned(), within(1e-9));
        });
        assertThat(section(report, "status").lines())
                .extracting(l -> l.title().zh())
                .endsWith("未知（shelved）", "未定状态");
        assertThat(section(report, "class").lines())
                .extracting(l -> l.title().en())
                .contains("Unknown (X9)", "Not classified");
        var json = new ByteArrayOutputStream();
        new ReportJson(report).write(json);
        JsonNode read = new ObjectMapper().readTree(json.toByteArray());
        assertThat(read.at("/total/netByStatus/unknown/planeM2").asDouble()).isEqualTo(8 * MU, within(1e-6));
        assertThat(read.at("/targets/0/byStatus/unknown").asDouble()).isEqualTo(8 * MU, within(1e-6));
    }

    @Test
    void theUnknownPartHasItsPlaceInBarsLegendCardsAndSheets() throws IOException {
        String page = ReportHtml.page(SmallPlan.withUnknown(), Locale.CHINESE);
        String legend = page.substring(page.indexOf("legend"), page.indexOf("</p>", page.indexOf("legend")));
        assertThat(legend).contains("未知");
        assertThat(page).contains("href=\"/#show=target:new_green,status:unknown\"");
        String mix = page.substring(page.indexOf("breakdown layer"), page.indexOf("breakdown class"));
        for (String bar : found(mix, "<svg class=\"bar\"(.*?)</svg>")) {
            double width = found(bar, "width=\"([0-9.]+)\" height=\"10\" fill").stream()
                    .mapToDouble(Double::parseDouble)
                    .sum();
            assertThat(width).isEqualTo(1000, within(0.05));
        }
        var out = new ByteArrayOutputStream();
        new ReportXlsx(SmallPlan.withUnknown(), Locale.ENGLISH).write(out);
        assertThat(texts(out.toByteArray())).contains("Unknown", "Unknown, net, plane m²");
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE)).doesNotContain("未知");
    }

    /** A heading with a unit of area says of which surface it is, in every form and both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyAreaSaysOfWhichSurfaceItIs(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        List<String> heads =
                new java.util.ArrayList<>(found(ReportHtml.page(SmallPlan.report(), locale), "<th[^>]*>([^<]*)</th>"));
        var csv = new ByteArrayOutputStream();
        new ReportCsv(SmallPlan.report(), locale).write(csv);
        heads.addAll(List.of(csv.toString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow()
                .split(language.equals("en") ? "\",\"|,(?! )|\"" : ",")));
        var xlsx = new ByteArrayOutputStream();
        new ReportXlsx(SmallPlan.report(), locale).write(xlsx);
        heads.addAll(
                texts(xlsx.toByteArray()).stream().filter(t -> t.length() < 40).toList());
        List<String> areas = heads.stream()
                .filter(head -> head.matches("(?s).*(m²|亩|\\bmu\\b).*"))
                .toList();
        assertThat(areas)
                .hasSizeGreaterThan(20)
                .allMatch(head -> head.matches("(?s).*(平面|椭球|plane|ellipsoid).*|亩|mu|m²"));
    }

    @Test
    void theReportSaysHowFarApartLinesAreOneAndWhichOfAChainCounts() throws IOException {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE)).contains("相距 5 m 以内并行的长度不再计", "相互并行的多条线中只计第一条");
        var profile = SmallPlan.PROFILE;
        var narrow = new PlanProfile(
                profile.id(),
                profile.title(),
                profile.district(),
                2019,
                profile.plane(),
                profile.timeZone(),
                true,
                2.5,
                profile.targets());
        assertThat(String.join("", ReportWords.of(narrow, Locale.ENGLISH).method(narrow)))
                .contains(
                        "runs within 2.50 m of the line of an earlier corridor",
                        "of a chain of parallels only the first counts");
        var json = new ByteArrayOutputStream();
        new ReportJson(SmallPlan.report()).write(json);
        assertThat(new ObjectMapper()
                        .readTree(json.toByteArray())
                        .path("lineToleranceM")
                        .asDouble())
                .isEqualTo(5);
    }

    @Test
    void whereNobodyHasLookedTheCellSaysSo() throws IOException {
        var csv = new ByteArrayOutputStream();
        new ReportCsv(SmallPlan.report(), Locale.CHINESE).write(csv);
        assertThat(csv.toString(StandardCharsets.UTF_8).lines().toList())
                .anySatisfy(line -> assertThat(line).contains("陇海廊道", "未逐项查明"))
                .anySatisfy(line -> assertThat(line).contains("孟津路游园", "已计入其他地块：北山造林 1,333.33 m²（平面）"))
                .anySatisfy(line -> assertThat(line).contains("北山造林,").doesNotContain("未逐项查明"));
        var json = new ByteArrayOutputStream();
        new ReportJson(SmallPlan.report()).write(json);
        JsonNode plots = new ObjectMapper().readTree(json.toByteArray()).path("plots");
        assertThat(plots.get(3).get("losses").isNull()).isTrue();
        assertThat(plots.get(4).get("losses").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"666.6666666667, 1.00", "266666.6667, 400.00", "500000, 750.00", "3333.3333, 5.00", "0, 0.00"})
    void muIsExact(double m2, String printed) {
        assertThat(Figures.area(Figures.mu(m2))).isEqualTo(printed);
    }

    @Test
    void thePageHasEverySectionInBothLanguages() {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE))
                .contains("指标完成情况", "按图层", "按绿地分类", "按实施状态", "按街道（镇）", "按年度", "重叠及其代价", "地块一览", "计算方法")
                .contains("26,666.67", "40.00", "济源路街道", "EPSG:4547", "№ 42", "2026-11-24 10:00", "示意")
                .contains("href=\"/assets/styles/report.css\"", "href=\"/assets/icons/greenplan.svg\"")
                .doesNotContain("style=", "<script");
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.ENGLISH))
                .contains(
                        "Targets",
                        "By layer",
                        "Overlaps and what they cost",
                        "counted by another plot",
                        "Illustrative");
    }

    @Test
    void thePartsOfABarLieBesideEachOther() {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE))
                .contains("height=\"10\"></rect><rect x=\"", "y2=\"10\"></line></svg>");
    }

    @Test
    void numbersLeadToThePolygonsThatMakeThem() {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE))
                .contains(
                        "href=\"/#show=layer:parks\"",
                        "href=\"/#show=target:new_green,status:approved\"",
                        "href=\"/#show=zone:sub_districts.7\"",
                        "href=\"/#show=plot:afforestation.1\"");
    }

    @Test
    void aFileThatTravelsAloneCarriesItsStyleAndNoDeadLinks() {
        String file = ReportHtml.file(SmallPlan.report(), Locale.CHINESE, null, "body{color:red}");
        assertThat(file).contains("<style>body{color:red}</style>").doesNotContain("href=");
        assertThat(ReportHtml.file(SmallPlan.report(), Locale.CHINESE, "http://desk.example", "x"))
                .contains("href=\"http://desk.example/#show=layer:parks\"");
    }

    @Test
    void aNameIsNeverMarkup() {
        assertThat(ReportHtml.page(SmallPlan.report(HOSTILE), Locale.CHINESE))
                .doesNotContain("<script", "alert(1)</script>\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    }

    @Test
    void csvOpensInExcelAndRunsNothing() throws IOException {
        var out = new ByteArrayOutputStream();
        new ReportCsv(SmallPlan.report("=HYPERLINK(\"http://x\",\"a\")"), Locale.CHINESE).write(out);
        String csv = out.toString(StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertThat(csv).startsWith("\uFEFF图层,编号,名称");
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"", ",10.0000,", "6666.6667");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {"=1+1;'=1+1", "+1;'+1", "-1;'-1", "@x;'@x", "游园;游园"})
    void textThatLooksLikeAFormulaStaysText(String text, String written) {
        assertThat(org.greenplan.format.sheet.CsvText.harmless(text)).isEqualTo(written);
    }

    @Test
    void theWorkbookHasItsSheetsAndItsNumbersAreNumbers() throws IOException {
        var out = new ByteArrayOutputStream();
        new ReportXlsx(SmallPlan.report("=1+1"), Locale.ENGLISH).write(out);
        Map<String, String> parts = parts(out.toByteArray());
        assertThat(parts.get("xl/workbook.xml"))
                .contains("name=\"Targets\"", "name=\"Sums\"", "name=\"Plots\"", "name=\"About\"");
        assertThat(parts.get("xl/worksheets/sheet3.xml"))
                .containsPattern("<v>6666\\.66666")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("=1+1", "Net, plane m", "counted by another plot");
    }

    @Test
    void programsGetUnroundedNumbersAndBothLanguages() throws IOException {
        var out = new ByteArrayOutputStream();
        new ReportJson(SmallPlan.report()).write(out);
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.at("/targets/0/id").asText()).isEqualTo("new_green");
        assertThat(json.at("/total/net/planeM2").asDouble()).isEqualTo(40 * MU, within(1e-6));
        assertThat(json.at("/sections")).hasSize(5);
        assertThat(json.at("/plots/0/losses/0/layer").asText()).isEqualTo("afforestation");
        assertThat(json.at("/lastChangeset").asInt()).isEqualTo(42);
        assertThat(json.at("/at").asText()).isEqualTo("2026-11-24T02:00:00Z");
        assertThat(json.at("/stamp").asText()).isEqualTo(SmallPlan.STAMP);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, null, zh",
                "en, zh-CN, en",
                "zh, en-GB, zh",
                "null, 'en-GB,en;q=0.9,zh;q=0.8', en",
                "null, 'zh-CN,zh;q=0.9,en;q=0.8', zh",
                "null, 'de,fr', zh",
                "null, ';;;', zh"
            })
    void theReaderIsAnsweredInHisLanguage(String asked, String accepted, String language) {
        assertThat(ReportApi.language(asked, accepted).getLanguage()).isEqualTo(language);
    }

    private static List<String> found(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    /** The texts of a workbook. */
    private static List<String> texts(byte[] workbook) throws IOException {
        return found(parts(workbook).get("xl/sharedStrings.xml"), "<t[^>]*>([^<]*)</t>").stream()
                .map(text -> java.util.regex.Pattern.compile("&#x([0-9a-f]+);")
                        .matcher(text)
                        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16))))
                .toList();
    }

    private static Report.Section section(Report report, String key) {
        return report.sections().stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
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

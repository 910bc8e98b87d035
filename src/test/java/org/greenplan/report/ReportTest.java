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

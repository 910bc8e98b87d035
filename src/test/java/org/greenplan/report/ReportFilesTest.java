package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.report.SmallPlan.MU;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report as sheets and for programs: numbers are numbers, and text runs nothing. */
class ReportFilesTest {
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
        assertThat(org.greenplan.format.text.CsvText.harmless(text)).isEqualTo(written);
    }

    @Test
    void theWorkbookHasItsSheetsAndItsNumbersAreNumbers() throws IOException {
        var out = new ByteArrayOutputStream();
        new ReportXlsx(SmallPlan.report("=1+1"), Locale.ENGLISH).write(out);
        Map<String, String> parts = Printed.parts(out.toByteArray());
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
}

package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader of the report learns within how many metres a line counts as an earlier one. */
class LineToleranceTest {
    @ParameterizedTest
    @CsvSource({"en, '', within 5 m of", "zh, '', 相距 5 m 以内", "en, line_tolerance_m: 7.5, within 7.50 m of"})
    void theReportSaysThePlansTolerance(Locale language, String line, String said) {
        String text =
                """
                id: p
                title: {zh: 计划, en: Plan}
                district: {zh: 区, en: District}
                year: 2019
                plane_epsg: 4547
                illustrative: false
                targets: []
                """;
        PlanProfile profile = PlanProfileReader.read("plan.yaml", text + line + "\n", CatalogueReader.bundled());
        assertThat(ReportWords.of(profile, language).method(profile)).anyMatch(point -> point.contains(said));
    }
}

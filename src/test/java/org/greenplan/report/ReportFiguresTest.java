package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.report.SmallPlan.MU;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the report on a plan small enough to add up by hand. */
class ReportFiguresTest {
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

    @ParameterizedTest
    @CsvSource({"666.6666666667, 1.00", "266666.6667, 400.00", "500000, 750.00", "3333.3333, 5.00", "0, 0.00"})
    void muIsExact(double m2, String printed) {
        assertThat(Figures.area(Figures.mu(m2))).isEqualTo(printed);
    }

    private static Report.Section section(Report report, String key) {
        return report.sections().stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.html.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every form in which the report leaves has to say. */
class ReportFormsTest {
    @Test
    void theUnknownPartHasItsPlaceInBarsLegendCardsAndSheets() throws IOException {
        String page = ReportHtml.page(SmallPlan.withUnknown(), Locale.CHINESE, Markup.NOTHING);
        String legend = page.substring(page.indexOf("legend"), page.indexOf("</p>", page.indexOf("legend")));
        assertThat(legend).contains("未知");
        assertThat(page).contains("href=\"/#show=target:new_green,status:unknown\"");
        String mix = page.substring(page.indexOf("breakdown layer"), page.indexOf("breakdown class"));
        for (String bar : Printed.found(mix, "<svg class=\"bar\"(.*?)</svg>")) {
            double width = Printed.found(bar, "width=\"([0-9.]+)\" height=\"10\" fill").stream()
                    .mapToDouble(Double::parseDouble)
                    .sum();
            assertThat(width).isEqualTo(1000, within(0.05));
        }
        var out = new ByteArrayOutputStream();
        new ReportXlsx(SmallPlan.withUnknown(), Locale.ENGLISH).write(out);
        assertThat(Printed.texts(out.toByteArray())).contains("Unknown", "Unknown, net, plane m²");
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE, Markup.NOTHING))
                .doesNotContain("未知");
    }

    /** A heading with a unit of area says of which surface it is, in every form and both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyAreaSaysOfWhichSurfaceItIs(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        List<String> heads = new java.util.ArrayList<>(
                Printed.found(ReportHtml.page(SmallPlan.report(), locale, Markup.NOTHING), "<th[^>]*>([^<]*)</th>"));
        var csv = new ByteArrayOutputStream();
        new ReportCsv(SmallPlan.report(), locale).write(csv);
        heads.addAll(List.of(csv.toString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow()
                .split(language.equals("en") ? "\",\"|,(?! )|\"" : ",")));
        var xlsx = new ByteArrayOutputStream();
        new ReportXlsx(SmallPlan.report(), locale).write(xlsx);
        heads.addAll(Printed.texts(xlsx.toByteArray()).stream()
                .filter(t -> t.length() < 40)
                .toList());
        List<String> areas = heads.stream()
                .filter(head -> head.matches("(?s).*(m²|亩|\\bmu\\b).*"))
                .toList();
        assertThat(areas)
                .hasSizeGreaterThan(20)
                .allMatch(head -> head.matches("(?s).*(平面|椭球|plane|ellipsoid).*|亩|mu|m²"));
    }

    @Test
    void theReportSaysHowFarApartLinesAreOneAndWhichOfAChainCounts() throws IOException {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE, Markup.NOTHING))
                .contains("相距 5 m 以内并行的长度不再计", "相互并行的多条线中只计第一条");
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
}

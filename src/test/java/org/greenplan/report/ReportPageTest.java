package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.greenplan.html.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report as a page: its sections, its bars and links, and nothing of a name is markup. */
class ReportPageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'&";

    @Test
    void thePageHasEverySectionInBothLanguages() {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE, Markup.NOTHING))
                .contains("指标完成情况", "按图层", "按绿地分类", "按实施状态", "按街道（镇）", "按年度", "重叠及其代价", "地块一览", "计算方法")
                .contains("26,666.67", "40.00", "济源路街道", "EPSG:4547", "№ 42", "2026-11-24 10:00", "示意")
                .contains("href=\"/assets/styles/report.css\"", "href=\"/assets/icons/greenplan.svg\"")
                .doesNotContain("style=", "<script");
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.ENGLISH, Markup.NOTHING))
                .contains(
                        "Targets",
                        "By layer",
                        "Overlaps and what they cost",
                        "counted by another plot",
                        "Illustrative");
    }

    @Test
    void withoutTargetsItSaysHowTheyCome() {
        Report full = SmallPlan.report();
        var none = new Report(
                full.profile(),
                full.asOf(),
                full.statuses(),
                List.of(),
                full.total(),
                full.sections(),
                full.overlaps(),
                full.zoneOverlaps(),
                full.plots());
        assertThat(ReportHtml.page(none, Locale.CHINESE, Markup.NOTHING)).contains("还没有目标。在地图上方“添加目标”");
        assertThat(ReportHtml.page(full, Locale.CHINESE, Markup.NOTHING)).doesNotContain("还没有目标");
    }

    @Test
    void aCardPrintsWhatEachStatusAddsAndTheSharesSumToTheWhole() {
        String page = ReportHtml.page(SmallPlan.report(), Locale.CHINESE, Markup.NOTHING);
        String card = page.substring(page.indexOf("<article"), page.indexOf("</article>"));
        assertThat(card).contains("完成 5.3 %");
        assertThat(Printed.found(card, "part\">([^<]*)</td>")).containsExactly("2.7 %", "", "1.3 %", "1.3 %");
    }

    @Test
    void thePartsOfABarLieBesideEachOther() {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE, Markup.NOTHING))
                .contains("height=\"10\"></rect><rect x=\"", "y2=\"10\"></line></svg>");
    }

    @Test
    void numbersLeadToThePolygonsThatMakeThem() {
        assertThat(ReportHtml.page(SmallPlan.report(), Locale.CHINESE, Markup.NOTHING))
                .contains(
                        "href=\"/#show=layer:parks\"",
                        "href=\"/#show=target:new_green,status:approved\"",
                        "href=\"/#show=zone:sub_districts.7\"",
                        "href=\"/#show=plot:afforestation.1\"");
    }

    @Test
    void aFileThatTravelsAloneCarriesItsStyleAndNoDeadLinks() {
        String file = ReportHtml.file(SmallPlan.report(), Locale.CHINESE, null, "body{color:red}", Markup.NOTHING);
        assertThat(file).contains("<style>body{color:red}</style>").doesNotContain("href=");
        assertThat(ReportHtml.file(SmallPlan.report(), Locale.CHINESE, "http://desk.example", "x", Markup.NOTHING))
                .contains("href=\"http://desk.example/#show=layer:parks\"");
    }

    @Test
    void aNameIsNeverMarkup() {
        assertThat(ReportHtml.page(SmallPlan.report(HOSTILE), Locale.CHINESE, Markup.NOTHING))
                .doesNotContain("<script", "alert(1)</script>\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
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
}

package org.greenplan.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.plan.SamplePlan;
import org.greenplan.supply.Row;
import org.greenplan.verdicts.Judgement;
import org.greenplan.water.Stage;
import org.greenplan.waters.SampleWater;
import org.junit.jupiter.api.Test;

/** The lists of the government's forms, and the page for whoever decides, from the sample's water. */
class WaterListsTest {
    private static final List<Judgement> STATES =
            Arrays.stream(Stage.values()).map(SampleWater::judgement).toList();
    private static final List<Row> WORKS = List.of(
            new Row("water_links/1", Map.of("name", "旧渠", "status", "completed", "cost_10k_yuan", 900.0)),
            new Row("water_links/2", Map.of("name", "新管", "status", "proposed", "cost_10k_yuan", 1200.0)),
            new Row("water_links/3", Map.of("name", "无价", "status", "approved")));

    @Test
    void theFormsHaveTheirColumnsAndSayWhatIsOpen() {
        var lists = new WaterLists(STATES, WORKS, CatalogueReader.bundled(), Locale.CHINESE).all();
        assertThat(lists)
                .extracting(Listed::title)
                .containsExactly("工程与投资", "一河一策1 问题", "一河一策2 目标", "一河一策3 任务", "一河一策4 措施", "一河一策5 责任", "黑臭水体清单");
        assertThat(lists.get(6).heads())
                .containsExactly("编号", "水体名称（起始边界）", "水体类型", "面积/长度", "所在区域", "黑臭级别", "水质现状", "责任人", "达标期限");
        assertThat(lists).allSatisfy(list -> assertThat(list.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(list.heads())));
        assertThat(lists.get(3).rows()).hasSize(2).allSatisfy(row -> assertThat(row.toString())
                .doesNotContain("旧渠"));
        assertThat(lists.get(4).rows().toString()).contains("冯沟湖—开阳湖提水管");
        assertThat(lists.get(2).rows().get(0).toString()).contains("不达标", "达标");
    }

    @Test
    void thePageForWhoeverDecidesSumsWhatIsStillToBeBuiltAndNamesWhatHasNoCost() {
        var profile = SamplePlan.profile(CatalogueReader.bundled());
        String page = new WaterChief(profile, STATES, WORKS, 7, Locale.CHINESE).page();
        assertThat(page).contains("待建工程 2 项，已填投资合计 1,200 万元；1 项未填投资", "枯水年", "第 7 次修改");
        assertThat(new WaterChief(profile, STATES, WORKS, 7, Locale.ENGLISH).page())
                .contains("CNY 12.00 million; 1 have none")
                .doesNotContain("、");
    }

    @Test
    void theVerdictsOfTheWorkbookNameTheYear() throws IOException {
        var out = new ByteArrayOutputStream();
        new WaterBook(
                        STATES,
                        new WaterTables(STATES, CatalogueReader.bundled(), Locale.CHINESE),
                        new WaterLists(STATES, WORKS, CatalogueReader.bundled(), Locale.CHINESE),
                        Locale.CHINESE)
                .write(out);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.subList(1, rows.size())).hasSize(3 * 4).allSatisfy(row -> assertThat(row.getCellText(1))
                    .isEqualTo("枯水年"));
        }
    }

    @Test
    void theYearOfEachLakeBalancesAndItsMonthsAddUpToIt() {
        var tables = new WaterTables(STATES, CatalogueReader.bundled(), Locale.CHINESE);
        assertThat(tables.years().rows()).hasSize(3 * 6).allSatisfy(row -> {
            List<Double> m3 =
                    row.subList(2, 12).stream().map(Double.class::cast).toList();
            double came = m3.subList(0, 6).stream().mapToDouble(each -> each).sum();
            double went = m3.subList(6, 10).stream().mapToDouble(each -> each).sum();
            assertThat(came).isCloseTo(went, within(1e-6));
            double linksIn = tables.months().rows().stream()
                    .filter(month -> month.subList(0, 2).equals(row.subList(0, 2)))
                    .mapToDouble(month -> (Double) month.get(4))
                    .sum();
            assertThat(linksIn / 1000).isCloseTo(m3.get(1), within(1e-6));
        });
        assertThat(tables.years().rows().toString()).contains("黄河", "河流、降雨与产流");
    }

    @Test
    void everyAssumedValueHasTheNameThatTheCatalogueGivesIt() {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var tables = new WaterTables(STATES, CatalogueReader.bundled(), language);
            assertThat(tables.assumed().rows())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(row -> assertThat(row.get(0) + " " + row.get(2)).doesNotContain("_"));
        }
        var tables = new WaterTables(STATES, CatalogueReader.bundled(), Locale.CHINESE);
        assertThat(tables.assumed().table().html()).contains("湖泊 #", "<td>常水位</td>", "<td>假定</td>");
    }

    @Test
    void theTableOfOutagesHasFiguresUnderTheirHeadsAndTheReasonAsASentence() {
        Listed outages = new WaterTables(STATES, CatalogueReader.bundled(), Locale.CHINESE).outages();
        assertThat(outages.rows()).isNotEmpty().allSatisfy(row -> assertThat(row)
                .hasSameSizeAs(outages.heads()));
        assertThat(outages.table().html())
                .contains("<th class=\"num\" scope=\"col\">1 级不满足月数</th>", "<th scope=\"col\">卡在哪里</th>");
    }

    @Test
    void aShareIsNeverToldAsLargerThanItWas() {
        assertThat(WaterWords.percent(0.9999999)).isEqualTo(100);
        assertThat(WaterWords.percent(0.998)).isEqualTo(99);
        assertThat(WaterWords.percent(-1e-12)).isZero();
    }
}

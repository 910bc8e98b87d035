package org.greenplan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Older profiles said with codes by attribute what a filter says now. */
class TargetWhereTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "where: {class: [G14]} | \"class\" = 'G14'",
                "where: {class: [G14, EG14]} | \"class\" IN ('G14', 'EG14')",
                "where: {toilets: [true], year: [2019, 2020]} | \"toilets\" = TRUE AND \"year\" IN (2019, 2020)",
                "where: {class: [G14], name: [O'Brien]} | \"class\" = 'G14' AND \"name\" = 'O''Brien'",
                "where: {class: []} | FALSE",
                "where: {} | ",
                "filter: \"year > 2018\" | year > 2018"
            })
    void theMapIsReadAsTheFilterThatSaysTheSame(String line, String filter) {
        assertThat(read(line).targets().get(0).filter()).isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where: {colour: [green]} | plan.yaml:15: 目标的图层都没有属性“colour”",
                "where: {year: [soon]} | \"soon\" is not a number",
                "where: {toilets: [some]} | true or false is wanted here"
            })
    void whatNoPlotCanHaveIsAFault(String line, String why) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(CatalogueFault.class).hasMessageContaining(why);
    }

    @Test
    void aTargetSaysItOnce() {
        assertThatThrownBy(() -> read("filter: TRUE\n    where: {class: [G14]}"))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContaining("leave \"where\" out");
    }

    private static PlanProfile read(String line) {
        return PlanProfileReader.read(
                "plan.yaml",
                """
                id: test
                title: {zh: 测试, en: Test}
                district: {zh: 区, en: District}
                year: 2019
                plane_epsg: 4547
                illustrative: true
                targets:
                  - id: pieces
                    title: {zh: 个数, en: Pieces}
                    measure: count
                    layers: [parks]
                    value: 10
                    unit: count
                    min_area_m2: 400
                    %s
                """
                        .formatted(line),
                CatalogueReader.bundled());
    }
}

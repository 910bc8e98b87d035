package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.greenplan.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units are what planners take them for. */
class UnitTest {
    @ParameterizedTest
    @CsvSource({"m2, 10000, 10000", "mu, 10000, 15", "ha, 10000, 1", "m, 6000, 6000", "km, 6000, 6", "count, 10, 10"})
    void fifteenMuAreAHectare(String unit, double base, double inUnit) {
        assertThat(Unit.of(unit).amount(base)).isEqualTo(inUnit);
    }

    /** In print 100 mu read "100.00 亩"; what is metric keeps its sign there. */
    @ParameterizedTest
    @CsvSource({
        "m2, 2, 0, m², m²",
        "mu, 2, 2, 亩, 亩",
        "ha, 2, 2, 公顷, ha",
        "m, 1, 0, 米, m",
        "km, 3, 3, 公里, km",
        "count, 0, 0, 个, 个",
        "nobody's, 0, 0, 个, 个"
    })
    void areReadSo(String unit, int decimals, int glanceDecimals, String beside, String inPrint) {
        Unit of = Unit.of(unit);
        assertThat(of.decimals()).isEqualTo(decimals);
        assertThat(of.glanceDecimals()).isEqualTo(glanceDecimals);
        assertThat(of.title().zh()).isEqualTo(beside);
        assertThat(of.printed().zh()).isEqualTo(inPrint);
        assertThat(of.printed().en()).isEqualTo(of.title().en());
    }

    @ParameterizedTest
    @CsvSource({
        "m2, 10000, 2, 万平方米, 1, 0, m²",
        "mu, 666.6666666666666, 1, 亩, 666.6666666666666, 1, mu",
        "km, 1000, 2, 公里, 1000, 2, km",
        "count, 1, 0, 个, 1, 0, ''"
    })
    void areToldOverTheMapSo(
            String unit, double size, int decimals, String zh, double sizeEn, int decimalsEn, String en) {
        Unit of = Unit.of(unit);
        assertThat(of.headlineZh()).isEqualTo(new Unit.Headline(size, decimals, zh));
        assertThat(of.headlineEn()).isEqualTo(new Unit.Headline(sizeEn, decimalsEn, en));
    }

    /** In forms, too, they are called as beside every figure. */
    @Test
    void theUnitsOfAProgrammeAreThese() {
        var codes = CatalogueReader.bundled().codeLists().get("target_unit").codes();
        assertThat(codes)
                .extracting(code -> code.code())
                .containsExactlyElementsOf(
                        Stream.of(Unit.values()).map(Unit::id).toList());
        assertThat(codes)
                .extracting(code -> code.title())
                .containsExactlyElementsOf(
                        Stream.of(Unit.values()).map(Unit::title).toList());
    }
}

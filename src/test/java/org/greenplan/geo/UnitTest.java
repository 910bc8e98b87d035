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

    @Test
    void theUnitsOfAProgrammeAreThese() {
        var codes = CatalogueReader.bundled().codeLists().get("target_unit").codes();
        assertThat(codes)
                .extracting(code -> code.code())
                .containsExactlyElementsOf(
                        Stream.of(Unit.values()).map(Unit::id).toList());
    }
}

package org.greenplan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.create;

import java.util.HashMap;
import java.util.Map;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of every target a plot hears what it adds, or why it adds nothing. */
class ContributionTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // plot | class | effect | east | new green | corridors | pocket parks
                "a pocket park | G14 | new | 500 | 400 | counts Ecological corridors only | 1",
                "of another class | G12 | new | 500 | 400 | counts Ecological corridors only "
                        + "| Green class is “Community park”: does not fit Green class = “Pocket park”",
                "an upgrade | G14 | upgrade | 500 | an upgrade adds no area | counts Ecological corridors only | an upgrade is no new plot",
                "a copy | G14 | new | 0 | its net area is 0 | counts Ecological corridors only "
                        + "| its net area of 0 m² on the plane is below 400 m²",
            })
    void everyTargetIsAnswered(
            String what, String kind, String effect, int east, String green, String corridors, String pieces) {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(DeskFixture.park("先", box(0, 0, 20, 20)));
            var values = new HashMap<String, Object>(Map.of("name", what, "class", kind, "effect", effect));
            var told = plan.desk()
                    .check(create("parks", box(east, 0, 20, 20), values))
                    .contributions();
            assertThat(told).extracting(ContributionTest::said).containsExactly(green, corridors, pieces);
        }
    }

    private static String said(Contribution told) {
        var why = told.why();
        return why == null ? String.valueOf(Math.round(told.amount())) : why.en();
    }
}

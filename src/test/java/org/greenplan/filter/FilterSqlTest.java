package org.greenplan.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.cql2.RandomFilters;
import org.greenplan.cql2.Value;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Condition;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both stores answer a filter as it is answered in memory. */
class FilterSqlTest {
    private static final int FILTERS = 1500;

    @ParameterizedTest
    @EnumSource
    void randomFiltersFindInTheStoreWhatTheyFindInMemory(Kind kind) {
        try (FilterPlan plan = new FilterPlan(kind, 120)) {
            RandomFilters random = new RandomFilters(3);
            int some = 0;
            for (int i = 0; i < FILTERS; i++) {
                Filter filter = random.filter(i % 4);
                List<Long> expected = plan.inMemory(filter);
                assertThat(plan.found(filter)).as(Cql2Text.write(filter)).isEqualTo(expected);
                if (i % 5 == 0) {
                    Filter opposite = new Filter.Not(filter);
                    assertThat(plan.found(opposite))
                            .as(Cql2Text.write(opposite))
                            .isEqualTo(plan.inMemory(opposite));
                }
                some += expected.isEmpty() || expected.size() == plan.parks().size() ? 0 : 1;
            }
            assertThat(some).isGreaterThan(FILTERS / 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsNeverRunAsSql(Kind kind) {
        try (FilterPlan plan = new FilterPlan(kind, 5)) {
            for (String hostile : List.of(
                    "'; DROP TABLE parks;--", "' OR 1=1--", "\\'; DELETE FROM parks; --", "?", "$1", "{fn now()}")) {
                Filter filter = new Filter.Compare(
                        Filter.Comparison.EQUAL, new Value.Property("name"), new Value.Text(hostile));
                Condition condition =
                        plan.database().read(s -> FilterPlan.fitted(filter).sql(s.dialect()));
                assertThat(condition.sql()).isEqualTo("(\"parks\".\"name\" = ?)");
                assertThat(condition.parameters()).containsExactly(hostile);
                assertThat(plan.found(filter)).isEmpty();
            }
            for (String name : List.of("name\" = 'x' OR \"1", "fid)--", "parks.name", "updated_at", "rowid")) {
                Filter filter = new Filter.IsNull(new Value.Property(name));
                assertThatThrownBy(() -> plan.found(filter)).isInstanceOf(Problem.BadRequest.class);
            }
            assertThat(plan.found("TRUE")).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void longFiltersAreAnswered(Kind kind) {
        try (FilterPlan plan = new FilterPlan(kind, 20)) {
            String list = String.join(",", Collections.nCopies(9_000, "1"));
            assertThat(plan.found("fid IN (" + list + ")")).containsExactly(1L);
            assertThat(plan.found("fid = 1" + " OR fid = 2".repeat(4000))).containsExactly(1L, 2L);
            assertThat(plan.found("NOT ".repeat(60) + "(fid = 3)")).containsExactly(3L);
            assertThat(plan.found("(".repeat(60) + "fid = 3" + ")".repeat(60))).containsExactly(3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void titlesAreCodesAndTextsAreDates(Kind kind) {
        try (FilterPlan plan = new FilterPlan(kind, 60)) {
            assertThat(plan.found("class = '游园'")).isNotEmpty().isEqualTo(plan.found("class IN ('G14')"));
            assertThat(plan.found("opened < '2019-01-04'"))
                    .isNotEmpty()
                    .isEqualTo(plan.found("T_BEFORE(opened, DATE('2019-01-04'))"))
                    .isEqualTo(plan.found("opened <= TIMESTAMP('2019-01-03T12:00:00Z')"));
            assertThat(
                            plan.found(
                                    "S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(113.26 34.76), POLYGON((113.3 34.8, 113.31 34.8, 113.31 34.81, 113.3 34.8))))"))
                    .isEqualTo(
                            plan.found(
                                    "S_INTERSECTS(geom, POINT(113.26 34.76)) OR S_INTERSECTS(geom, POLYGON((113.3 34.8, 113.31 34.8, 113.31 34.81, 113.3 34.8)))"));
        }
    }

    @Test
    void metresAreMetres() {
        try (FilterPlan plan = new FilterPlan(Kind.GEOPACKAGE, 60)) {
            List<Integer> counts = new ArrayList<>();
            for (int metres : List.of(0, 500, 2000, 1_000_000)) {
                counts.add(plan.found("S_DWITHIN(geom, POINT(113.2 34.78), " + metres + ")")
                        .size());
            }
            assertThat(counts.get(0)).isZero();
            assertThat(counts.get(3)).isEqualTo(60);
            assertThat(plan.found("S_DWITHIN(geom, POINT(-66 -34), 1000000)")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nmae = 'x'                   | has no property \"nmae\". It has: geometry, id",
                "year = 'x'                   | \"=\" cannot compare year (a number) with 'x' (text)",
                "name > 3                     | \">\" cannot compare name (text) with 3 (a number)",
                "year IN (2019, 'x')          | \"IN\" cannot compare year",
                "toilets < TRUE               | \"<\" does not take true or false",
                "geom = geom                  | \"=\" does not take a geometry",
                "name                         | a condition needs true or false; name is text",
                "year LIKE 'x'                | LIKE needs text; year is a number",
                "name LIKE 'x\\'              | cannot end with a single backslash",
                "name LIKE name               | the pattern of LIKE is text in single quotes",
                "opened = 'morgen'            | is no date",
                "name + 1 = 2                 | \"+\" needs a number; name is text",
                "year * 1e300 = 2             | too large or too small for a computation",
                "T_BEFORE(year, DATE('2019-01-01')) | T_BEFORE needs a date or time; year is a number",
                "S_INTERSECTS(name, POINT(113 34)) | S_INTERSECTS compares the feature's geometry",
                "S_CROSSES(geom, GEOMETRYCOLLECTION(POINT(113 34), LINESTRING(113 34, 114 35))) | does not take a GEOMETRYCOLLECTION",
                "CASEI(year) = 'x'            | CASEI needs text; year is a number",
            })
    void unlikeThingsAreNotCompared(String text, String expected) {
        Filter filter = Cql2Text.read(text, FilterCrs.LON_LAT);
        assertThatThrownBy(() -> FilterPlan.fitted(filter))
                .isInstanceOf(Problem.BadRequest.class)
                .hasMessageContaining(expected);
    }
}

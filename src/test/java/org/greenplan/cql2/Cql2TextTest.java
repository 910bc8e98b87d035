package org.greenplan.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** Filters as people write them. */
class Cql2TextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name = '孟津路'                     | \"name\" = '孟津路'",
                "name='It''s' or name='It\\'s'       | (\"name\" = 'It''s') OR (\"name\" = 'It''s')",
                "a=1 OR b=2 AND NOT c=3              | (\"a\" = 1) OR ((\"b\" = 2) AND (NOT (\"c\" = 3)))",
                "(a=1 OR b=2) AND c<>3               | ((\"a\" = 1) OR (\"b\" = 2)) AND (\"c\" <> 3)",
                "名称 LIKE '孟%' and x is not null   | (\"名称\" LIKE '孟%') AND (NOT (\"x\" IS NULL))",
                "a NOT BETWEEN 1 AND 2 AND b = 3     | (NOT (\"a\" BETWEEN 1 AND 2)) AND (\"b\" = 3)",
                "a not in (1, -2.5, 1e3)             | NOT (\"a\" IN (1, -2.5, 1000))",
                "\"or\" = TRUE                       | \"or\" = TRUE",
                "toilets and not closed              | (\"toilets\") AND (NOT (\"closed\"))",
                "1 + 2 * a - b / 4 > -(c)            | ((1 + (2 * \"a\")) - (\"b\" / 4)) > (-1 * \"c\")",
                "a % 2 * b DIV 3 = 2 ^ -b            | (((\"a\" % 2) * \"b\") div 3) = (2 ^ (-1 * \"b\"))",
                "-a^2 * div = 1                      | (((-1 * \"a\") ^ 2) * \"div\") = 1",
                "(a + 1) * 2 = 4                     | ((\"a\" + 1) * 2) = 4",
                "casei(name) = CASEI('ABC')          | CASEI(\"name\") = CASEI('ABC')",
                "S_Intersects(geom, point(113.5 34)) | S_INTERSECTS(\"geom\", POINT(113.5 34))",
                "S_WITHIN(geom,BBOX(1,2,3,4))        | S_WITHIN(\"geom\", POLYGON((1 2, 3 2, 3 4, 1 4, 1 2)))",
                "S_WITHIN(geom,BBOX(1,2,-9,3,4,9))   | S_WITHIN(\"geom\", POLYGON((1 2, 3 2, 3 4, 1 4, 1 2)))",
                "S_WITHIN(geom,BBOX(179,2,-179,4)) | S_WITHIN(\"geom\", MULTIPOLYGON(((179 2, 180 2, 180 4, 179 4, 179 2)), ((-180 2, -179 2, -179 4, -180 4, -180 2))))",
                "S_DWITHIN(geom, POINT Z(1 2 3), 50) | S_DWITHIN(\"geom\", POINT(1 2), 50)",
                "S_TOUCHES(geom, MULTIPOINT((1 2), 3 4)) | S_TOUCHES(\"geom\", MULTIPOINT((1 2), (3 4)))",
                "T_DURING(d, INTERVAL('2019-01-01', '..')) | T_DURING(\"d\", INTERVAL('2019-01-01', '..'))",
                "d >= TIMESTAMP('2019-01-01T08:00:00+08:00') | \"d\" >= TIMESTAMP('2019-01-01T00:00:00Z')",
            })
    void aTextIsReadAsItIsMeant(String text, String written) {
        assertThat(Cql2Text.write(read(text))).isEqualTo(written);
        assertThat(Cql2Text.write(read(written))).isEqualTo(written);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        RandomFilters random = new RandomFilters(7);
        for (int i = 0; i < 5000; i++) {
            Filter filter = random.filter(3);
            String text = Cql2Text.write(filter);
            assertThat(read(text)).as(text).isEqualTo(filter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\'", "'", "''", "a\\", "\\'s", "'; DROP TABLE parks;--", "\\\\'", "\"", "。𠮷\n"})
    void everyTextCanBeQuoted(String hostile) {
        Filter filter =
                new Filter.Compare(Filter.Comparison.EQUAL, new Value.Property("na\"me"), new Value.Text(hostile));
        assertThat(read(Cql2Text.write(filter))).isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name =                | character 7 there is the end; expected a property",
                "a = 1 b               | character 7 there is \"b\"; expected AND, OR or the end",
                "孟津 = 'x             | character 6 there is \"'x\"; expected text that ends with '",
                "(a = 1                | character 7 there is the end; expected \")\"",
                "a BETWEEN 1 OR 2      | character 13 there is \"OR\"; expected AND",
                "(a = 1) = 2           | character 1 there is \"(\"; expected a value",
                "a != 1                | operator \"!=\" at character 3 is not supported. Write <>",
                "a ~ 2 = 1             | operator \"~\" at character 3 is not supported",
                "buffer(geom, 3) = 1   | function or operator \"buffer\" is not supported",
                "S_INTERSECTS(geom)    | S_INTERSECTS takes 2 arguments; there are 1",
                "S_DWITHIN(geom, POINT(1 2), -1) | distance in metres",
                "d = DATE('2019-02-30') | \"2019-02-30\" is no date",
                "S_WITHIN(geom, POINT EMPTY) | empty geometries are not taken",
                "S_WITHIN(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | crosses itself",
                "S_WITHIN(geom, POINT(34.8 113.2)) | outside its coordinate system",
                "S_WITHIN(geom, BBOX(1, 2, 3, 4, 5)) | BBOX takes 4 numbers, the lesser corner first, or 6",
                "S_WITHIN(geom, BBOX(1, 4, 3, 2)) | BBOX has its lesser corner above",
                "a ^ 2 ^ 3 = 1 | there is \"^\"; expected AND",
                "a = 1e999             | \"1e999\" is no number",
                "a = 1+1+1+1+1+1+1+1+1+1+1+1 | at most 10 operators",
                "``                    | character 1 there is the end",
            })
    void aFaultIsToldWithItsPlaceInBothLanguages(String text, String expected) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(text == null ? "" : text));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.words().in(Locale.ENGLISH)).contains(expected);
        assertThat(problem.words().in(Locale.CHINESE)).startsWith("筛选条件：");
        assertThat(problem.field()).isEqualTo("filter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "CASEI(", "-(", "a = (", "S_WITHIN(geom, POLYGON(((((("})
    void depthIsBounded(String opening) {
        assertThatThrownBy(() -> read(opening.repeat(10_000))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> read("(".repeat(10_000) + "a=1" + ")".repeat(10_000)))
                .isInstanceOf(Problem.BadRequest.class)
                .hasMessageContaining("nested deeper than 64");
    }

    @Test
    void lengthAndNumberOfValuesAreBounded() {
        String list = String.join(",", java.util.Collections.nCopies(20_000, "1"));
        assertThatThrownBy(() -> read("a IN (" + list + ")"))
                .isInstanceOf(Problem.TooLarge.class)
                .hasMessageContaining("10000 values");
        assertThatThrownBy(() -> read("a = '" + "x".repeat(300_000) + "'")).isInstanceOf(Problem.TooLarge.class);
        assertThat(read("a=1" + " AND a=1".repeat(4000))).isInstanceOf(Filter.And.class);
    }

    @Test
    void shapesComeInTheSystemOfTheCaller() {
        FilterCrs northFirst = (north, east) -> new Coordinate(east, north);
        Filter filter = Cql2Text.read("S_INTERSECTS(geom, POINT(34.8 113.2))", northFirst);
        assertThat(Cql2Text.write(filter)).isEqualTo("S_INTERSECTS(\"geom\", POINT(113.2 34.8))");
    }

    @Test
    void nullCharactersAreRefused() {
        for (String text : List.of("a = 'x\0y'", "a = '\ud800'")) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(Problem.BadRequest.class);
        }
    }

    private static Filter read(String text) {
        return Cql2Text.read(text, FilterCrs.LON_LAT);
    }
}

package org.greenplan.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters as programs write them mean what the same filter means as text. */
class Cql2JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'=','args':[{'property':'name'},'孟津路']}               | name = '孟津路'",
                "{'op':'and','args':[{'op':'<>','args':[{'property':'a'},1]},{'op':'not','args':[{'property':'b'}]}]} | a <> 1 AND NOT b",
                "{'op':'or','args':[true,{'op':'isNull','args':[{'property':'a'}]}]} | TRUE OR a IS NULL",
                "{'op':'in','args':[{'property':'a'},[1,2.5]]}                  | a IN (1, 2.5)",
                "{'op':'between','args':[{'property':'a'},1,2]}                 | a BETWEEN 1 AND 2",
                "{'op':'like','args':[{'op':'casei','args':[{'property':'a'}]},{'op':'casei','args':['X%']}]} | CASEI(a) LIKE CASEI('X%')",
                "{'op':'>','args':[{'op':'+','args':[{'property':'a'},1]},{'property':'b'}]} | a + 1 > b",
                "{'op':'=','args':[{'property':'d'},{'date':'2019-01-01'}]}     | d = DATE('2019-01-01')",
                "{'op':'t_during','args':[{'property':'d'},{'interval':['2019-01-01','..']}]} | T_DURING(d, INTERVAL('2019-01-01','..'))",
                "{'op':'t_after','args':[{'property':'d'},{'timestamp':'2019-01-01T00:00:00Z'}]} | T_AFTER(d, TIMESTAMP('2019-01-01T00:00:00Z'))",
                "{'op':'s_intersects','args':[{'property':'geom'},{'type':'Point','coordinates':[113.2,34.8]}]} | S_INTERSECTS(geom, POINT(113.2 34.8))",
                "{'op':'s_within','args':[{'property':'geom'},{'bbox':[113,34,114,35]}]} | S_WITHIN(geom, BBOX(113,34,114,35))",
                "{'op':'s_dwithin','args':[{'property':'geom'},{'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]]]]},5]} | S_DWITHIN(geom, MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0))), 5)",
            })
    void jsonMeansWhatTheTextMeans(String json, String text) {
        assertThat(read(json)).isEqualTo(Cql2Text.read(text, FilterCrs.LON_LAT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                          | not valid JSON",
                "[]                                         | $ should be a value or an object",
                "{} x                                       | not valid JSON",
                "{'op':'buffer','args':[1]}                 | function or operator \"buffer\" is not supported",
                "{'op':'xor','args':[1,2]}                  | function or operator \"xor\" is not supported",
                "{'op':'=','args':[1]}                      | $.args should be an array of 2 items; it is [1]",
                "{'op':'='}                                 | $.args should be an array of 2 items",
                "{'op':'=','args':[{'op':'not','args':[true]},1]} | should be a value, not a condition",
                "{'property':3}                             | $.property should be text",
                "{'op':'s_within','args':[{'property':'geom'},{'type':'Point','coordinates':['a',1]}]} | an array of positions",
                "{'op':'s_within','args':[{'property':'geom'},{'type':'Blob'}]} | op, property, date",
            })
    void aFaultIsToldWithItsPlace(String json, String expected) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(Problem.BadRequest.class)
                .hasMessageContaining(expected);
    }

    @Test
    void depthAndSizeAreBounded() {
        for (int depth : new int[] {65, 400, 10_000}) {
            String deep = "{'op':'not','args':[".repeat(depth) + "true" + "]}".repeat(depth);
            assertThatThrownBy(() -> read(deep)).isInstanceOf(Problem.class);
        }
        String many = "{'op':'in','args':[1,[" + "1,".repeat(20_000) + "1]]}";
        assertThatThrownBy(() -> read(many)).isInstanceOf(Problem.TooLarge.class);
        assertThatThrownBy(() -> read("[".repeat(10_000))).isInstanceOf(Problem.class);
    }

    private static Filter read(String json) {
        return Cql2Json.read(json.replace('\'', '"'), FilterCrs.LON_LAT);
    }
}

package org.greenplan.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.greenplan.sql.PostgisPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that titles give: of files on every system, and of schemas. */
class ShelfNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "../../etc/x                   | etc-x.gpkg                | etc_x",
                "C:\\Users\\x                  | C-Users-x.gpkg            | c_users_x",
                "<b onload=\"x\">公园</b>       | b-onload-x-公园-b.gpkg     | b_onload_x_公园_b",
                "CON                           | plan-CON.gpkg             | con",
                "lpt1                          | plan-lpt1.gpkg            | lpt1",
                "...                           | plan.gpkg                 | plan",
                "2026 年                       | 2026-年.gpkg               | plan_2026_年",
                "pg_catalog                    | pg-catalog.gpkg           | plan_pg_catalog",
                "'a\"; DROP TABLE district; --' | a-DROP-TABLE-district.gpkg | a_drop_table_district",
                "public                        | public.gpkg               | public",
            })
    void aTitleGivesASafeName(String title, String file, String schema) {
        assertThat(ShelfName.file(title, taken -> false)).isEqualTo(file);
        assertThat(ShelfName.schema(title, taken -> false)).isEqualTo(schema);
    }

    @Test
    void whatIsTakenGetsANumber() {
        assertThat(ShelfName.file("绿化", Set.of("绿化.gpkg", "绿化-2.gpkg")::contains))
                .isEqualTo("绿化-3.gpkg");
        assertThat(ShelfName.schema("public", Set.of("public")::contains)).isEqualTo("public_2");
    }

    /** Also where letters are cut from the middle of a pair, and where a number comes behind. */
    @ParameterizedTest
    @CsvSource({"绿, 100", "𠮷, 100", "a, 300", "a-, 200"})
    void aLongTitleGivesANameThatEverySystemTakes(String letters, int times) {
        String file = ShelfName.file(letters.repeat(times), name -> !name.endsWith("-99.gpkg"));
        assertThat(file.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(140);
        assertThat(file).matches("[\\p{L}-]+-99\\.gpkg");
        String schema = ShelfName.schema(letters.repeat(times), name -> !name.endsWith("_99"));
        PostgisPlace.requireName(schema);
    }
}

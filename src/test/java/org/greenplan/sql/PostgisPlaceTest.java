package org.greenplan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema is put before tables, and before nothing else. */
class PostgisPlaceTest {
    private static final PostgisPlace PLACE = new PostgisPlace("a\"b $1", "public");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "SELECT \"name\" FROM \"parks\" WHERE fid IN (?)|SELECT \"name\" FROM @.\"parks\" WHERE fid IN (?)",
                "SELECT * FROM (SELECT fid FROM greenplan_change) AS x|SELECT * FROM (SELECT fid FROM @.greenplan_change) AS x",
                "SELECT f.fid FROM \"parks\" f JOIN greenplan_ledger l ON l.layer = f.fid|SELECT f.fid FROM @.\"parks\" f JOIN @.greenplan_ledger l ON l.layer = f.fid",
                "INSERT INTO greenplan_part (\"name\") VALUES (?)|INSERT INTO @.greenplan_part (\"name\") VALUES (?)",
                "UPDATE \"parks\" SET \"name\" = 'FROM greenplan_part'|UPDATE @.\"parks\" SET \"name\" = 'FROM greenplan_part'",
                "DELETE FROM greenplan_told WHERE x = 'it''s FROM \"y\"'|DELETE FROM @.greenplan_told WHERE x = 'it''s FROM \"y\"'",
                "ALTER TABLE greenplan_ledger DROP COLUMN x|ALTER TABLE @.greenplan_ledger DROP COLUMN x",
                "SELECT fid FROM \"a\"\"b\" FOR UPDATE|SELECT fid FROM @.\"a\"\"b\" FOR UPDATE",
                "SELECT \"x\" IS DISTINCT FROM \"y\"|SELECT \"x\" IS DISTINCT FROM \"y\"",
                "SELECT 1 FROM \"east\".\"parks\"|SELECT 1 FROM \"east\".\"parks\"",
                "SELECT nextval(?) FROM generate_series(1, ?)|SELECT nextval(?) FROM generate_series(1, ?)",
                "SELECT 1 FROM pg_catalog.pg_class|SELECT 1 FROM pg_catalog.pg_class"
            })
    void tablesAreNamedInTheirSchema(String sql, String placed) {
        assertThat(PLACE.placed(sql)).isEqualTo(placed.replace("@", "\"a\"\"b $1\""));
    }
}

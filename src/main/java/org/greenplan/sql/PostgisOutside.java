package org.greenplan.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenplan.catalogue.LayerType;

/**
 * Triggers in PostGIS that note what is written by others than this program, each with the box of the row before and after. They run in
 * the sessions of other programs and roles: with the rights of whoever made the plan, so that one who may write a layer need have no
 * right on the tables of history; into the schema of the table that was written; and with every name in full, for those programs look
 * for tables and functions where they like.
 */
final class PostgisOutside {
    private PostgisOutside() {}

    /** The schema of a plan, where there is none of its name yet. */
    static void makeSchema(Connection connection, PostgisPlace place) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?")) {
            statement.setString(1, place.schema());
            try (var row = statement.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        // Not IF NOT EXISTS: that wants the right to make schemas also where there is nothing to make.
        run(connection, "CREATE SCHEMA " + Session.quoted(place.schema()));
    }

    /** What the triggers run: one for what has a shape, one for records, whose rows have none. */
    private static final String NOTE_SHAPE = "greenplan_note_outside";

    private static final String NOTE_RECORD = "greenplan_note_outside_record";

    static void prepare(Connection connection, PostgisPlace place) throws SQLException {
        note(connection, place, NOTE_SHAPE, row -> box(place, row + "geom"));
        note(connection, place, NOTE_RECORD, row -> "NULL::text");
        run(
                connection,
                "DROP FUNCTION IF EXISTS " + place.table("greenplan_box") + "(" + place.ofPostgis("geometry") + ")");
    }

    private static void note(Connection connection, PostgisPlace place, String name, UnaryOperator<String> box)
            throws SQLException {
        String note = place.table(name) + "()";
        String sql =
                """
                CREATE OR REPLACE FUNCTION {note} RETURNS trigger LANGUAGE plpgsql
                SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
                DECLARE
                  -- The schema as it is called now: somebody may have renamed it.
                  note text := format('INSERT INTO %I.greenplan_outside(layer, feature, op, old_box, new_box) ', TG_TABLE_SCHEMA);
                BEGIN
                  IF coalesce(current_setting('greenplan.writer', true), '') = '1' THEN
                    RETURN NULL;
                  END IF;
                  IF TG_OP = 'TRUNCATE' THEN
                    EXECUTE note || format('SELECT $1, fid, $2, {all}, NULL FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME)
                      USING TG_TABLE_NAME, 'DELETE';
                    RETURN NULL;
                  END IF;
                  note := note || 'VALUES ($1, $2, $3, $4, $5)';
                  IF TG_OP = 'INSERT' THEN
                    EXECUTE note USING TG_TABLE_NAME, NEW.fid, TG_OP, NULL::text, {is};
                  ELSIF TG_OP = 'UPDATE' AND OLD.fid = NEW.fid THEN
                    EXECUTE note USING TG_TABLE_NAME, NEW.fid, TG_OP, {was}, {is};
                  ELSE
                    EXECUTE note USING TG_TABLE_NAME, OLD.fid, 'DELETE', {was}, NULL::text;
                    IF TG_OP = 'UPDATE' THEN
                      EXECUTE note USING TG_TABLE_NAME, NEW.fid, 'INSERT', NULL::text, {is};
                    END IF;
                  END IF;
                  RETURN NULL;
                END $$""";
        run(
                connection,
                sql.replace("{note}", note)
                        .replace("{all}", box.apply("").replace("'", "''").replace("%", "%%"))
                        .replace("{was}", box.apply("OLD."))
                        .replace("{is}", box.apply("NEW.")));
        // It runs with the rights of its maker: nobody else may put it on tables of their own.
        run(connection, "REVOKE ALL ON FUNCTION " + note + " FROM PUBLIC");
    }

    static void watch(Connection connection, PostgisPlace place, LayerType watched) throws SQLException {
        String table = watched.id();
        String does = " EXECUTE FUNCTION " + place.table(watched.isRecord() ? NOTE_RECORD : NOTE_SHAPE) + "()";
        run(
                connection,
                "CREATE OR REPLACE TRIGGER greenplan_outside AFTER INSERT OR UPDATE OR DELETE ON " + place.table(table)
                        + " FOR EACH ROW" + does);
        run(
                connection,
                "CREATE OR REPLACE TRIGGER greenplan_outside_all BEFORE TRUNCATE ON " + place.table(table)
                        + " FOR EACH STATEMENT" + does);
    }

    /** West, south, east and north of a shape, as text. */
    private static String box(PostgisPlace place, String shape) {
        return Stream.of("XMin", "YMin", "XMax", "YMax")
                .map(side -> place.ofPostgis("ST_" + side) + "(" + shape + "::" + place.ofPostgis("box3d") + ")")
                .collect(Collectors.joining(" || ' ' || "));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

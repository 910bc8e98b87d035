package org.greenplan.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Triggers in PostGIS that note what is written by others than this program, each with the box of the row before and after. */
final class PostgisOutside {
    private PostgisOutside() {}

    static void prepare(Connection connection) throws SQLException {
        run(
                connection,
                """
                CREATE OR REPLACE FUNCTION greenplan_box(shape geometry) RETURNS text LANGUAGE sql IMMUTABLE AS $$
                  SELECT ST_XMin(shape) || ' ' || ST_YMin(shape) || ' ' || ST_XMax(shape) || ' ' || ST_YMax(shape)
                $$""");
        // Whoever writes may look for tables elsewhere: the path is that of this connection.
        run(
                connection,
                """
                CREATE OR REPLACE FUNCTION greenplan_note_outside() RETURNS trigger LANGUAGE plpgsql
                SET search_path FROM CURRENT AS $$
                BEGIN
                  IF coalesce(current_setting('greenplan.writer', true), '') = '1' THEN
                    RETURN NULL;
                  END IF;
                  IF TG_OP = 'TRUNCATE' THEN
                    EXECUTE format('INSERT INTO greenplan_outside(layer, feature, op, old_box)'
                      || ' SELECT %L, fid, ''DELETE'', greenplan_box(geom) FROM %I', TG_TABLE_NAME, TG_TABLE_NAME);
                  ELSIF TG_OP = 'INSERT' THEN
                    INSERT INTO greenplan_outside(layer, feature, op, new_box)
                    VALUES (TG_TABLE_NAME, NEW.fid, TG_OP, greenplan_box(NEW.geom));
                  ELSIF TG_OP = 'UPDATE' AND OLD.fid = NEW.fid THEN
                    INSERT INTO greenplan_outside(layer, feature, op, old_box, new_box)
                    VALUES (TG_TABLE_NAME, NEW.fid, TG_OP, greenplan_box(OLD.geom), greenplan_box(NEW.geom));
                  ELSE
                    INSERT INTO greenplan_outside(layer, feature, op, old_box)
                    VALUES (TG_TABLE_NAME, OLD.fid, 'DELETE', greenplan_box(OLD.geom));
                    IF TG_OP = 'UPDATE' THEN
                      INSERT INTO greenplan_outside(layer, feature, op, new_box)
                      VALUES (TG_TABLE_NAME, NEW.fid, 'INSERT', greenplan_box(NEW.geom));
                    END IF;
                  END IF;
                  RETURN NULL;
                END $$""");
    }

    static void watch(Connection connection, String table) throws SQLException {
        run(
                connection,
                "CREATE OR REPLACE TRIGGER greenplan_outside AFTER INSERT OR UPDATE OR DELETE ON "
                        + Session.quoted(table) + " FOR EACH ROW EXECUTE FUNCTION greenplan_note_outside()");
        run(
                connection,
                "CREATE OR REPLACE TRIGGER greenplan_outside_all BEFORE TRUNCATE ON " + Session.quoted(table)
                        + " FOR EACH STATEMENT EXECUTE FUNCTION greenplan_note_outside()");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.greenplan.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where in a database a plan lies: in a schema of its own, so that a database holds many plans. Statements of the program name their
 * tables alone; the schema is put before each here, and nowhere else. The path on which the plan's transactions look for names has
 * PostGIS alone ({@link #path}), so that a table without its schema is not found, instead of being found in another plan.
 *
 * @param schema of the plan
 * @param postgis schema of the extension
 */
public record PostgisPlace(String schema, String postgis) {
    /** Longer names are cut by PostgreSQL without a word. */
    private static final int MOST_BYTES = 63;

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*");
    /** Texts, which are left alone, and the places of tables; those of the plan are written in quotes or begin with {@code greenplan_}. */
    private static final Pattern TABLE =
            Pattern.compile("'(?:[^']|'')*'|(?<!DISTINCT )\\b(FROM|JOIN|INTO|UPDATE|TABLE)\\s+"
                    + "(\"(?:[^\"]|\"\")+\"|greenplan_\\w+)(?![\\w.\"])");

    /**
     * Finds a plan's place.
     *
     * @param named the schema that somebody names, see {@link #requireName}; null for the first one on the connection's own path, where plans have always been made
     */
    public static PostgisPlace of(Connection connection, @Nullable String named) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT pg_catalog.current_schema(), (SELECT n.nspname FROM pg_catalog.pg_extension e"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'),"
                                + " (SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = 'public')");
                ResultSet row = statement.executeQuery()) {
            row.next();
            String place = named == null ? row.getString(1) : named;
            if (place == null) {
                throw new Problem.Invalid(
                        Words.of(
                                "该用户的 search_path 中没有任何模式。请用 --schema 指定规划所在的模式。",
                                "There is no schema on this user's search_path. Name that of the plan with --schema."),
                        "--schema");
            }
            String usual = row.getString(3) == null ? place : row.getString(3);
            return new PostgisPlace(place, row.getString(2) == null ? usual : row.getString(2));
        }
    }

    /** Fails where a name that somebody gives to a plan's schema is none that every program can write. */
    public static void requireName(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        boolean reserved = small.startsWith("pg_") || small.equals("information_schema");
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        if (reserved || !fits || !NAME.matcher(name).matches()) {
            throw new Problem.Invalid(
                    Words.of(
                            "--schema 的名称只能用字母（含汉字）、数字和下划线，不以数字或 pg_ 开头，最多 63 字节。",
                            "The name of --schema has letters, digits and underscores only, begins with neither a digit"
                                    + " nor pg_, and is 63 bytes long at most."),
                    "--schema");
        }
    }

    /** A table of the plan as statements name it. */
    String table(String name) {
        return inSchema(Session.quoted(name));
    }

    /** Columns of a table of the plan with their types; none where there is no such table. */
    Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (var statement = connection.prepareStatement(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = ? AND table_name = ?")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return columns;
    }

    /** A statement of ours with the schema before each table of the plan. */
    String placed(String sql) {
        return TABLE.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) == null
                                ? found.group()
                                : found.group().substring(0, found.start(2) - found.start())
                                        + inSchema(found.group(2))));
    }

    /** Statement with which every transaction begins. It lasts as long as the transaction, also behind a pooler of connections. */
    String path() {
        return "SET LOCAL search_path TO " + Session.quoted(postgis);
    }

    /** A function or type of the extension, as small letters name it, found from wherever it is called. */
    String ofPostgis(String name) {
        return Session.quoted(postgis) + "." + name;
    }

    /** A number that stands for this plan among all of the database, as SQL. */
    String number(long seed) {
        return "pg_catalog.hashtextextended('" + schema.replace("'", "''") + "', " + seed + ")";
    }

    private String inSchema(String quoted) {
        return Session.quoted(schema) + "." + quoted;
    }
}

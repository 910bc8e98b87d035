package org.greenplan.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.greenplan.problem.Words;
import org.greenplan.sql.PostgisDialect;
import org.greenplan.sql.PostgisLimits;
import org.greenplan.sql.PostgisPlace;
import org.greenplan.sql.ServerWatch;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * Opens a plan on a server: made where it is missing and may be, brought up where it is older, only looked at where it is newer.
 *
 * @param schema where the plan lies; null for the first schema on the path of the connection, which has one plan as program 0.1.0 made it
 */
record PostgisOpening(String jdbcUrl, @Nullable String schema, Blueprint blueprint) {
    private static final int MOST_CONNECTIONS = 12;

    Database open(IfMissing ifMissing) {
        Database database = connected();
        try {
            PlanParts found = database.looked();
            if (found.newer().isPresent()) {
                return database.readOnly(found.newer().get());
            }
            boolean isPlan = database.<Boolean>read(Migration::isPlan);
            if (!isPlan && ifMissing == IfMissing.REFUSE) {
                throw PlanFile.missing(database.describe());
            }
            if (found.needsMigration() && isPlan) {
                String plan = database.describe();
                database.tell(Words.of(
                        "规划 " + plan + " 已升级到本版本；要退回旧版，只能恢复升级前的 pg_dump。",
                        "The plan " + plan + " has been brought up to this version; the only way back is a"
                                + " pg_dump taken before. Take one before other plans are opened."));
            }
        } catch (RuntimeException e) {
            database.close();
            throw OpeningTrouble.explained(e, database.describe());
        }
        return database.migrated(ifMissing);
    }

    /** Makes a plan and writes into it, in one transaction. */
    Database make(Consumer<Session> filling) {
        return connected().migrated(IfMissing.INSIST, session -> {}, filling);
    }

    private Database connected() {
        if (schema != null) {
            PostgisPlace.requireName(schema);
        }
        String server = jdbcUrl.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
        PooledConnections connections = pooled(jdbcUrl, server);
        try {
            PostgisPlace place = place(connections);
            String description = place.schema().equals("public") ? server : server + " (schema " + place.schema() + ")";
            return new Database(
                    connections,
                    new PostgisDialect(place),
                    blueprint,
                    new Database.Called(place.schema(), description, null));
        } catch (SQLException e) {
            connections.close();
            throw OpeningTrouble.explained(new StoreFailure(server, e), server);
        } catch (RuntimeException e) {
            connections.close();
            throw OpeningTrouble.explained(e, server);
        }
    }

    private PostgisPlace place(PooledConnections connections) throws SQLException {
        Connection connection = connections.take();
        boolean sound = false;
        try {
            PostgisPlace place = PostgisPlace.of(connection, schema);
            connection.rollback();
            sound = true;
            return place;
        } finally {
            connections.giveBack(connection, sound);
        }
    }

    private static PooledConnections pooled(String jdbcUrl, String description) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        String user = System.getenv("PGUSER");
        if (user != null && !jdbcUrl.contains("user=")) {
            config.setUsername(user);
        }
        String password = System.getenv("PGPASSWORD");
        if (password != null && !jdbcUrl.contains("password=")) {
            config.setPassword(password);
        }
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("greenplan");
        PostgisLimits.set(config);
        // Every piece of work is a transaction; the dialect says of which kind.
        config.setAutoCommit(false);
        try {
            var pool = new HikariDataSource(config);
            return new PooledConnections(pool, new ServerWatch(() -> PostgisLimits.line(pool)));
        } catch (RuntimeException e) {
            throw OpeningTrouble.explained(e, description);
        }
    }
}

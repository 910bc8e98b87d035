package org.greenplan.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.problem.Words;
import org.greenplan.sql.PostgisDialect;
import org.greenplan.sql.PostgisLimits;
import org.greenplan.sql.ServerWatch;

/** Opens a plan on a server: made where it is missing and may be, brought up where it is older, only looked at where it is newer. */
record PostgisOpening(String jdbcUrl, Catalogue catalogue) {
    private static final int MOST_CONNECTIONS = 12;

    Database open(IfMissing ifMissing) {
        String description = jdbcUrl.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
        Database database =
                new Database(pooled(jdbcUrl, description), new PostgisDialect(), catalogue, description, null);
        try {
            PlanParts found = database.read(PlanParts::read);
            if (found.newer().isPresent()) {
                return database.readOnly(found.newer().get());
            }
            if (found.needsMigration() && database.<Boolean>read(Migration::isPlan)) {
                database.tell(Words.of(
                        "规划 " + description + " 已升级到本版本;要退回旧版,只能恢复升级前的 pg_dump。",
                        "The plan " + description + " has been brought up to this version; the only way back is a"
                                + " pg_dump taken before. Take one before other plans are opened."));
            }
        } catch (RuntimeException e) {
            database.close();
            throw OpeningTrouble.explained(e, description);
        }
        return database.migrated(ifMissing);
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

package org.greenplan.store;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** How long the program waits for a PostgreSQL server; people hear of trouble within five seconds. */
final class PostgisLimits {
    /** One statement that writes: an import copies all its rows in one. */
    static final Duration WRITE_STATEMENT = Duration.ofMinutes(10);

    private static final Duration READ_STATEMENT = Duration.ofSeconds(60);
    private static final Duration CONNECTION = Duration.ofMillis(3500);
    private static final Duration ALIVE = Duration.ofSeconds(2);
    private static final int CONNECT_S = 3;

    private PostgisLimits() {}

    static void set(HikariConfig config) {
        config.setConnectionTimeout(CONNECTION.toMillis());
        config.setValidationTimeout(ALIVE.toMillis());
        config.setConnectionInitSql("SET statement_timeout = " + READ_STATEMENT.toMillis());
        config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_S));
        config.addDataSourceProperty("loginTimeout", String.valueOf(CONNECT_S));
        // A server that has gone without a word is given up when not even its longest statement could take so long.
        config.addDataSourceProperty("socketTimeout", String.valueOf(WRITE_STATEMENT.toSeconds() + 60));
        config.addDataSourceProperty("tcpKeepAlive", "true");
    }
}

package org.greenplan.sql;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** How long the program waits for a PostgreSQL server; people hear of trouble within five seconds. */
public final class PostgisLimits {
    /** One statement that writes: an import copies all its rows in one. */
    static final Duration WRITE_STATEMENT = Duration.ofMinutes(10);

    private static final Duration READ_STATEMENT = Duration.ofSeconds(60);
    private static final Duration CONNECTION = Duration.ofMillis(3500);
    private static final Duration ALIVE = Duration.ofSeconds(1);
    private static final int CONNECT_S = 2;

    private PostgisLimits() {}

    public static void set(HikariConfig config) {
        config.setConnectionTimeout(CONNECTION.toMillis());
        config.setValidationTimeout(ALIVE.toMillis());
        // Kept by the connection also where the first transaction on it is taken back.
        config.setIsolateInternalQueries(true);
        config.setConnectionInitSql("SET statement_timeout = " + READ_STATEMENT.toMillis());
        config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_S));
        config.addDataSourceProperty("loginTimeout", String.valueOf(CONNECT_S));
        // The watch finds a silent server sooner; a line that was lost alone is given up when not even the longest
        // statement could take so long.
        config.addDataSourceProperty("socketTimeout", String.valueOf(WRITE_STATEMENT.toSeconds() + 60));
        config.addDataSourceProperty("tcpKeepAlive", "true");
    }

    /** The line on which a server is asked whether it is there. */
    public static Connection line(HikariConfig config) throws SQLException {
        var properties = new Properties();
        String user = config.getUsername();
        if (user != null) {
            properties.setProperty("user", user);
        }
        String password = config.getPassword();
        if (password != null) {
            properties.setProperty("password", password);
        }
        String limit = String.valueOf(ServerWatch.NEW_LINE.toSeconds());
        for (String timeout : List.of("connectTimeout", "loginTimeout", "socketTimeout")) {
            properties.setProperty(timeout, limit);
        }
        return DriverManager.getConnection(config.getJdbcUrl(), properties);
    }
}

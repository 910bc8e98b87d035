package org.greenplan.backdrop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.tile.TileAddress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * Tiles in an MBTiles file, a database of its own that is only read. It comes from anywhere: what it calls a table may be a query without
 * end, so each question has a time, and an image a size.
 */
final class MbtilesStore implements TileSource {
    private static final int MOST_BYTES = 4 << 20;
    private static final int STEPS_BETWEEN_LOOKS = 10_000;
    private static final long LONGEST_NS = 3_000_000_000L;

    private final Connection connection;
    private final String title;
    private final String attribution;
    private final int minZoom;
    private final int maxZoom;
    private final @Nullable Envelope lonLat;
    private long until;

    private MbtilesStore(Connection connection, String file) throws SQLException {
        this.connection = connection;
        until = System.nanoTime() + LONGEST_NS;
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() > until ? 1 : 0;
            }
        });
        Map<String, String> said = said();
        String format = said.getOrDefault("format", "png").toLowerCase(Locale.ROOT);
        if (format.equals("pbf") || format.equals("mvt")) {
            throw vector(file);
        }
        this.title = said.getOrDefault("name", "");
        this.attribution = said.getOrDefault("attribution", "");
        this.minZoom = zoom(said.get("minzoom"), "min");
        this.maxZoom = zoom(said.get("maxzoom"), "max");
        this.lonLat = box(said.get("bounds"));
    }

    /** Opens a file; vector tiles are refused, for they are no picture. */
    static MbtilesStore open(Path file, String name) {
        Connection connection = null;
        try {
            var config = new SQLiteConfig();
            config.setReadOnly(true);
            connection = config.createConnection(
                    "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + "?mode=ro&immutable=1");
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA cell_size_check = ON");
            }
            return new MbtilesStore(connection, name);
        } catch (SQLException | RuntimeException e) {
            close(connection);
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw BasemapFiles.unreadable(name, "MBTiles");
        }
    }

    /** Vector tiles would have to be drawn by a style that nobody gave. */
    static Problem vector(String file) {
        return new Problem.Invalid(
                Words.of(
                        file + " 是矢量瓦片，不能作底图。请导出为栅格瓦片（PNG、JPEG 或 WebP）。",
                        file
                                + " holds vector tiles and cannot lie under the plan. Export it as raster tiles (PNG, JPEG or WebP)."),
                "file");
    }

    String title() {
        return title;
    }

    String attribution() {
        return attribution;
    }

    @Override
    public synchronized Optional<Picture> tile(TileAddress at) {
        if (at.z() < minZoom || at.z() > maxZoom) {
            return Optional.empty();
        }
        String sql = "SELECT CASE WHEN length(tile_data) <= " + MOST_BYTES + " THEN tile_data END FROM tiles"
                + " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1";
        until = System.nanoTime() + LONGEST_NS;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, at.z());
            statement.setInt(2, at.x());
            // Rows are counted from the south in this format.
            statement.setInt(3, (1 << at.z()) - 1 - at.y());
            try (ResultSet row = statement.executeQuery()) {
                byte[] bytes = row.next() ? row.getBytes(1) : null;
                return bytes == null ? Optional.empty() : Picture.of(bytes);
            }
        } catch (SQLException e) {
            throw Problem.Unavailable.of(
                    Words.of("底图文件读不出这一块，文件可能已损坏。", "The base map's file cannot be read here; it may be damaged."), 30);
        }
    }

    @Override
    public int maxZoom() {
        return maxZoom;
    }

    @Override
    public @Nullable Envelope lonLat() {
        return lonLat == null ? null : new Envelope(lonLat);
    }

    @Override
    public void close() {
        close(connection);
    }

    private Map<String, String> said() throws SQLException {
        Map<String, String> said = new HashMap<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, substr(value, 1, 500) FROM metadata LIMIT 100")) {
            while (rows.next()) {
                String value = rows.getString(2);
                said.put(String.valueOf(rows.getString(1)), value == null ? "" : value);
            }
        }
        return said;
    }

    private int zoom(@Nullable String said, String which) throws SQLException {
        if (said != null && said.matches("\\d{1,2}")) {
            return Integer.parseInt(said);
        }
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + which + "(zoom_level) FROM tiles")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static @Nullable Envelope box(@Nullable String said) {
        try {
            double[] n = said == null
                    ? new double[0]
                    : Arrays.stream(said.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            return n.length == 4 ? BasemapFiles.box(n[0], n[1], n[2], n[3]) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was only read.
                return;
            }
        }
    }
}

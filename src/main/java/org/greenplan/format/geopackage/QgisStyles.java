package org.greenplan.format.geopackage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Style;

/** The catalogue's colours for QGIS: the table layer_styles, whose default style QGIS takes when it opens a layer. */
public final class QgisStyles {
    private static final double MM_PER_PIXEL = 0.26;

    private QgisStyles() {}

    /** Styles of these layers, each a table of the layer's id. */
    public static void write(Connection connection, List<LayerType> layers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                      f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT,
                      styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT,
                      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))""");
        }
        GeoPackageTables.execute(
                connection,
                "INSERT OR IGNORE INTO gpkg_contents(table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'layer_styles')");
        // A style that somebody changed in QGIS stays: only a missing one is written.
        Set<String> styled = styled(connection);
        for (LayerType layer : layers) {
            if (!styled.contains(layer.id())) {
                GeoPackageTables.execute(
                        connection,
                        "INSERT INTO layer_styles(f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
                                + " styleQML, useAsDefault, description, owner)"
                                + " VALUES ('', '', ?, 'geom', 'greenplan', ?, 1, ?, '')",
                        layer.id(),
                        qml(layer),
                        layer.title().zh());
            }
        }
    }

    private static Set<String> styled(Connection connection) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT f_table_name FROM layer_styles")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String qml(LayerType layer) {
        Style style = layer.style();
        String symbol =
                switch (layer.geometry()) {
                    case POLYGON ->
                        symbol(
                                "fill",
                                "SimpleFill",
                                option("color", colour(style.fill(), style.fillOpacity()))
                                        + option("style", style.fill() == null ? "no" : "solid")
                                        + option("outline_color", colour(style.stroke(), 1))
                                        + option("outline_width", millimetres(style.strokeWidthPx())));
                    case LINE ->
                        symbol(
                                "line",
                                "SimpleLine",
                                option("line_color", colour(style.stroke(), 1))
                                        + option("line_width", millimetres(style.strokeWidthPx())));
                    case POINT ->
                        symbol(
                                "marker",
                                "SimpleMarker",
                                option("name", "circle")
                                        + option("color", colour(style.fill(), 1))
                                        + option("outline_color", colour(style.stroke(), 1))
                                        + option("size", millimetres(style.strokeWidthPx())));
                    case NONE -> throw new IllegalArgumentException(layer.id());
                };
        int geometryType = layer.geometry() == GeometryKind.POLYGON ? 2 : layer.geometry() == GeometryKind.LINE ? 1 : 0;
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\" styleCategories=\"Symbology\">"
                + "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\"><symbols>"
                + symbol + "</symbols></renderer-v2><layerGeometryType>" + geometryType + "</layerGeometryType></qgis>";
    }

    private static String symbol(String type, String layerClass, String options) {
        return "<symbol name=\"0\" type=\"" + type
                + "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\""
                + layerClass + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + options
                + "</Option></layer></symbol>";
    }

    private static String option(String name, String value) {
        return "<Option type=\"QString\" name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    private static String millimetres(double pixels) {
        return String.format(Locale.ROOT, "%.2f", pixels * MM_PER_PIXEL);
    }

    private static String colour(@org.jspecify.annotations.Nullable String hex, double opacity) {
        if (hex == null) {
            return "255,255,255,0";
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return (rgb >> 16) + "," + ((rgb >> 8) & 255) + "," + (rgb & 255) + "," + Math.round(opacity * 255);
    }
}

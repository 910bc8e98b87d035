package org.greenplan.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** WebMercatorQuad (OGC 17-083r4, Annex D): the web map's grid, each zoom level with twice the rows and columns of the one before. */
public final class MatrixSet {
    /** The name of the one set of this API. */
    public static final String ID = "WebMercatorQuad";

    static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";
    static final int LEVELS = 25;
    private static final int TILE_PX = 256;
    private static final double HALF_WIDTH_M = Math.PI * 6378137;
    /** A pixel of the standard is 0.28 mm. */
    private static final double PIXEL_M = 0.00028;

    private MatrixSet() {}

    static Map<String, Object> definition() {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("id", ID);
        set.put("title", "Google Maps Compatible for the World");
        set.put("uri", URI);
        set.put("crs", CRS);
        set.put("orderedAxes", List.of("E", "N"));
        set.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        List<Map<String, Object>> matrices = new ArrayList<>();
        for (int zoom = 0; zoom < LEVELS; zoom++) {
            matrices.add(matrix(zoom));
        }
        set.put("tileMatrices", matrices);
        return set;
    }

    private static Map<String, Object> matrix(int zoom) {
        double cell = 2 * HALF_WIDTH_M / TILE_PX / (1L << zoom);
        Map<String, Object> matrix = new LinkedHashMap<>();
        matrix.put("id", Integer.toString(zoom));
        matrix.put("scaleDenominator", cell / PIXEL_M);
        matrix.put("cellSize", cell);
        matrix.put("cornerOfOrigin", "topLeft");
        matrix.put("pointOfOrigin", List.of(-HALF_WIDTH_M, HALF_WIDTH_M));
        matrix.put("tileWidth", TILE_PX);
        matrix.put("tileHeight", TILE_PX);
        matrix.put("matrixWidth", 1L << zoom);
        matrix.put("matrixHeight", 1L << zoom);
        return matrix;
    }
}

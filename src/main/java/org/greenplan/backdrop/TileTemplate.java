package org.greenplan.backdrop;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.tile.TileAddress;
import org.locationtech.jts.geom.Envelope;

/**
 * The address of a service's tiles with places for their numbers; of a map service (WMS) the address of its pictures. Its host is fixed:
 * nothing that a page asks for can change it.
 *
 * @param wms where pictures are asked for by their box: the reference system of the box, else empty
 */
record TileTemplate(String url, Grid grid, String wms) {
    private static final Set<String> WEB = Set.of("EPSG:3857", "EPSG:900913", "EPSG:102100");
    private static final Set<String> DEGREES = Set.of("EPSG:4326", "EPSG:4490", "CRS:84");

    /** What this program says itself in a request for a picture. */
    private static final Set<String> OURS =
            Set.of("service", "request", "version", "bbox", "width", "height", "crs", "srs", "format", "styles");

    /**
     * Reads an address: XYZ ({z}, {x}, {y} or {-y}, {s}), WMTS ({TileMatrix}, {TileRow}, {TileCol}; matrix set c by its name), or WMS
     * (LAYERS=…).
     */
    static TileTemplate of(String text) {
        String url = text.strip()
                .replaceAll("(?i)\\{TileMatrix\\}", "{z}")
                .replaceAll("(?i)\\{TileRow\\}", "{y}")
                .replaceAll("(?i)\\{TileCol\\}", "{x}");
        if (!url.matches("https?://[^\\s;'\"<>\\\\]+")) {
            throw refused();
        }
        if (url.matches("(?i).*[?&]layers=.*") && !url.contains("{z}")) {
            return wms(url);
        }
        boolean south = url.contains("{-y}");
        if (!url.contains("{z}") || !url.contains("{x}") || !(south || url.contains("{y}"))) {
            throw refused();
        }
        boolean degrees = url.matches("(?i).*(tilematrixset=c(&.*|$)|_c/wmts.*)");
        var template = new TileTemplate(url, degrees ? Grid.DEGREES : south ? Grid.WEB_FROM_SOUTH : Grid.WEB, "");
        template.host();
        return template;
    }

    private static TileTemplate wms(String url) {
        int query = url.indexOf('?');
        List<String> kept = new ArrayList<>();
        String version = "1.3.0";
        String crs = "EPSG:3857";
        String format = "image/png";
        String styles = "";
        for (String part : url.substring(query + 1).split("&", -1)) {
            String name = part.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
            String value = part.substring(Math.min(part.length(), name.length() + 1));
            switch (name) {
                case "version" -> version = value;
                case "crs", "srs" -> crs = value.toUpperCase(Locale.ROOT).replace("%3A", ":");
                case "format" -> format = value;
                case "styles" -> styles = value;
                default -> {
                    if (!OURS.contains(name) && !part.isEmpty()) {
                        kept.add(part);
                    }
                }
            }
        }
        if (!WEB.contains(crs) && !DEGREES.contains(crs)) {
            throw new Problem.Invalid(
                    Words.of(
                            "WMS 底图的坐标系应为 EPSG:3857、EPSG:4326 或 EPSG:4490，现为 " + crs + "。",
                            "A WMS is asked for in EPSG:3857, EPSG:4326 or EPSG:4490, not in " + crs + "."),
                    "url");
        }
        boolean old = version.startsWith("1.1");
        String asked = url.substring(0, query) + "?" + String.join("&", kept) + "&SERVICE=WMS&REQUEST=GetMap&VERSION="
                + version + "&STYLES=" + styles + "&FORMAT=" + format + "&WIDTH=256&HEIGHT=256&"
                + (old ? "SRS=" : "CRS=") + crs + "&BBOX=";
        // The newer version names what the registry names first: latitude, of systems in degrees.
        String order = WEB.contains(crs) ? "m" : old || crs.equals("CRS:84") ? "lonlat" : "latlon";
        var template = new TileTemplate(asked, WEB.contains(crs) ? Grid.WEB : Grid.DEGREES, order);
        template.host();
        return template;
    }

    /** The address of a tile of the service's own grid. */
    URI tile(int z, long column, long row) {
        long rows = 1L << (grid == Grid.DEGREES ? Math.max(0, z - 1) : z);
        return URI.create(url.replace("{z}", Integer.toString(z))
                .replace("{x}", Long.toString(column))
                .replace("{y}", Long.toString(row))
                .replace("{-y}", Long.toString(rows - 1 - row))
                .replace("{s}", String.valueOf((char) ('a' + Math.floorMod(column + row, 3)))));
    }

    /** The address of a picture of what a tile of the web map grid shows. */
    URI picture(TileAddress at) {
        Envelope box = wms.equals("m") ? at.mercatorM() : at.lonLat(0);
        String corners = wms.equals("latlon")
                ? numbers(box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX())
                : numbers(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        return URI.create(url + corners);
    }

    /** The host it asks, with {s} as one of its names. */
    String host() {
        try {
            URI uri = URI.create(url.replace("{s}", "a").replace("{-y}", "0").replaceAll("\\{[zxy]\\}", "0"));
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                throw refused();
            }
            // A number of a tile in the name would ask another host for each tile.
            String name = url.replaceFirst("^https?://", "").replaceFirst("[/?#].*", "");
            if (name.replace("{s}", "").contains("{")) {
                throw refused();
            }
            return uri.getHost();
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private String numbers(double... corners) {
        List<String> texts = new ArrayList<>();
        for (double corner : corners) {
            texts.add(String.format(Locale.ROOT, wms.equals("m") ? "%.3f" : "%.9f", corner));
        }
        return String.join(",", texts);
    }

    private static Problem.Invalid refused() {
        return new Problem.Invalid(
                Words.of(
                        "底图地址应为 https://…/{z}/{x}/{y}.png（XYZ）、含 {TileMatrix} {TileRow} {TileCol} 的 WMTS 地址，或含 LAYERS= 的 WMS 地址。",
                        "The address of a base map is https://…/{z}/{x}/{y}.png (XYZ), of WMTS with {TileMatrix} {TileRow} {TileCol}, or of"
                                + " WMS with LAYERS=."),
                "url");
    }
}

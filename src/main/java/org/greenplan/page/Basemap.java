package org.greenplan.page;

import java.net.URI;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * A background map that the user configured; there is none otherwise, and nothing is fetched from elsewhere.
 *
 * @param url template with {z}, {x}, {y} and optionally {s}
 */
public record Basemap(String id, String title, String url, String attribution, int maxZoom) {
    private static final String OSM = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
    /** The national map service lies on CGCS2000, so nothing has to be shifted. */
    private static final String TIANDITU =
            "https://t0.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default"
                    + "&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=";

    /** Reads {@code osm}, {@code tianditu=KEY} or {@code TITLE=https://…/{z}/{x}/{y}.png}. */
    public static Basemap of(String id, String text) {
        if (text.equals("osm")) {
            return new Basemap(id, "OpenStreetMap", OSM, "© OpenStreetMap contributors", 19);
        }
        int equals = text.indexOf('=');
        String title = text.substring(0, Math.max(0, equals));
        String rest = text.substring(equals + 1);
        if (title.equals("tianditu") && rest.matches("[0-9a-zA-Z]+")) {
            return new Basemap(id, "天地图", TIANDITU + rest, "天地图", 18);
        }
        if (equals < 1 || !rest.matches("https?://[^\\s;,'\"]+") || !rest.contains("{z}")) {
            throw new Problem.Invalid(
                    Words.of(
                            "--basemap 应为 osm、tianditu=密钥，或 名称=https://…/{z}/{x}/{y}.png",
                            "--basemap is osm, tianditu=KEY, or TITLE=https://…/{z}/{x}/{y}.png"),
                    "--basemap");
        }
        return new Basemap(id, title, rest, title, 19);
    }

    /** Scheme and host for the page's security policy; {s} stands for any subdomain. */
    public String origin() {
        URI uri = URI.create(url.replace("{s}", "subdomain").replaceAll("[{}]", ""));
        String host = String.valueOf(uri.getAuthority()).replace("subdomain", "*");
        return uri.getScheme() + "://" + host;
    }
}

package org.greenplan.backdrop;

import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * A map of a service: what it is called, whose it is, and the addresses of its layers, the lowest first.
 *
 * @param gcj02 whether the service shows everything some 500 m beside its place, as public maps in China do: it is put right here
 */
record OnlineMap(String title, String attribution, List<TileTemplate> layers, boolean gcj02, int maxZoom) {
    private static final String OSM = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

    /** Hosts whose maps are known to be shifted, whatever whoever names them says. */
    private static final List<String> SHIFTED =
            List.of("autonavi.com", "amap.com", "gtimg.com", "map.qq.com", "google.cn", "geoq.cn");

    /** Baidu shifts once more and has a grid of its own. */
    private static final List<String> BAIDU = List.of("bdimg.com", "baidu.com", "bdstatic.com", "bcebos.com");

    OnlineMap {
        layers = List.copyOf(layers);
        for (TileTemplate layer : layers) {
            if (gcj02 && (layer.grid() != Grid.WEB || !layer.wms().isEmpty())) {
                throw new Problem.Invalid(
                        Words.of(
                                "只有 XYZ 瓦片能从 GCJ-02 移正；WMS 和经纬度网格不能。",
                                "Only XYZ tiles are put right from GCJ-02, not WMS or a grid of degrees."),
                        "gcj02");
            }
        }
    }

    /** A map by its address; where its host is known to show GCJ-02, that is put right unasked. */
    static OnlineMap of(String title, String attribution, String url, boolean gcj02) {
        TileTemplate layer = TileTemplate.of(url);
        String host = layer.host().toLowerCase(Locale.ROOT);
        if (isOf(host, BAIDU)) {
            throw new Problem.Invalid(
                    Words.of(
                            "百度地图为 BD-09，位置偏移约 1.3 km，网格也不同，不能作底图。请用天地图。",
                            "Baidu's maps are in BD-09, some 1.3 km beside their place and in a grid of their own; they cannot lie"
                                    + " under the plan. Take the national map service (tianditu)."),
                    "url");
        }
        String name = title.isBlank() ? host : title.strip();
        return new OnlineMap(
                name,
                attribution.isBlank() ? name : attribution.strip(),
                List.of(layer),
                gcj02 || isOf(host, SHIFTED),
                19);
    }

    static OnlineMap openStreetMap() {
        return new OnlineMap("OpenStreetMap", "© OpenStreetMap contributors", List.of(TileTemplate.of(OSM)), false, 19);
    }

    /**
     * The national map service, which lies on CGCS2000, so nothing has to be shifted.
     *
     * @param kind {@code vec} streets, {@code img} imagery, {@code ter} terrain
     * @param matrixSet {@code w} the grid of web maps, {@code c} that of degrees, which is brought into the former here
     * @param names whether the layer of names lies on it
     */
    static OnlineMap tianditu(String kind, String matrixSet, boolean names, String key) {
        if (!key.matches("[0-9a-zA-Z]{1,64}") || !kind.matches("vec|img|ter") || !matrixSet.matches("[wc]")) {
            throw new Problem.Invalid(
                    Words.of(
                            "天地图须给出密钥（字母和数字）、类型 vec、img 或 ter，以及矩阵集 w 或 c。",
                            "Tianditu wants a key (letters and digits), a kind of vec, img or ter, and a matrix set of w or c."),
                    "key");
        }
        String title =
                switch (kind) {
                    case "img" -> "天地图影像";
                    case "ter" -> "天地图地形";
                    default -> "天地图";
                };
        TileTemplate ground = tianditu(kind, matrixSet, key);
        TileTemplate over = tianditu("c" + kind.charAt(0) + "a", matrixSet, key);
        return new OnlineMap(
                title, "天地图", names ? List.of(ground, over) : List.of(ground), false, kind.equals("ter") ? 14 : 18);
    }

    private static TileTemplate tianditu(String layer, String set, String key) {
        return TileTemplate.of("https://t0.tianditu.gov.cn/" + layer + "_" + set
                + "/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=" + layer
                + "&STYLE=default&FORMAT=tiles&TILEMATRIX={z}"
                + "&TILEROW={y}&TILECOL={x}&tk=" + key + "&TILEMATRIXSET=" + set);
    }

    /** Whether its tiles are handed on as they come. */
    boolean isPlain() {
        TileTemplate first = layers.get(0);
        return layers.size() == 1
                && !gcj02
                && first.grid() != Grid.DEGREES
                && first.wms().isEmpty();
    }

    private static boolean isOf(String host, List<String> domains) {
        return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}

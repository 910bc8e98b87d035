package org.greenplan.ogc;

import static org.greenplan.html.Markup.all;
import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.Crs;
import org.greenplan.crs.Plane;
import org.greenplan.html.Markup;
import org.greenplan.json.JsonText;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.problem.Words;

/** What several pages of the API for people have: a map, the way into QGIS, files to take along, systems by name. */
record PageParts(Asking asking) {
    /** So many features of a layer are drawn on a map that shows all of it. */
    static final int DRAWN = 1000;

    /** Formats that are offered on a layer's page; the others are on the map's page. */
    private static final Map<String, String> FILES =
            Map.of("geojson", "GeoJSON", "geopackage", "GeoPackage", "shapefile", "Shapefile", "xlsx", "Excel");

    /** Features to be drawn: where they are read, of which layer; the ground is seen as far as the others reach. */
    record Drawn(LayerType layer, String href, boolean ground) {
        Drawn(LayerType layer, String href) {
            this(layer, href, false);
        }
    }

    /** A map of our own files alone, on the plan's boundary; {@code ogc.js} draws it. */
    Markup map(Catalogue catalogue, List<Drawn> drawn) {
        List<Drawn> all = new ArrayList<>();
        catalogue.layers().stream()
                .filter(layer -> layer.role() == Role.BOUNDARY)
                .forEach(layer -> all.add(new Drawn(layer, whole(layer).href(), true)));
        all.addAll(drawn);
        List<Map<String, Object>> sources = new ArrayList<>();
        for (Drawn one : all) {
            String fill = one.ground() ? null : one.layer().style().fill();
            sources.add(Map.of(
                    "ground", one.ground(),
                    "href", one.href(),
                    "stroke", one.layer().style().stroke(),
                    "fill", fill == null ? "" : fill,
                    "label",
                            one.layer()
                                    .find(AttributeRole.NAME)
                                    .map(Attribute::name)
                                    .orElse("id"),
                    "page", asking.url("/collections/" + one.layer().id() + "/items/")));
        }
        String text = JsonText.of(json -> JsonText.value(json, sources));
        return el(
                "div.map",
                at(
                        "role", "region",
                        "aria-label", say("地图", "Map"),
                        "data-sources", text,
                        "data-in", say("放大", "Zoom in"),
                        "data-out", say("缩小", "Zoom out")));
    }

    /** All of a layer, as far as it is drawn. */
    Drawn whole(LayerType layer) {
        return new Drawn(layer, asking.url("/collections/" + layer.id() + "/items?f=json&limit=" + DRAWN));
    }

    /** How a layer, or all of the plan, comes into QGIS. */
    Markup qgis() {
        String address = asking.url("");
        return all(
                List.of(
                        el("h2", say("在 QGIS 中添加", "Add in QGIS")),
                        el(
                                "p.qgis",
                                el("code", address),
                                el(
                                        "button",
                                        at("type", "button", "data-copy", address, "data-done", say("已复制", "Copied")),
                                        say("复制地址", "Copy address"))),
                        el(
                                "p.hint",
                                say(
                                        "QGIS：图层 → 添加图层 → 添加 WFS / OGC API – Features 图层 → 新建，粘贴此地址，连接后选择图层。",
                                        "QGIS: Layer → Add Layer → Add WFS / OGC API – Features Layer → New, paste this address, connect and choose the layer."))));
    }

    /** A layer as files. */
    Markup files(LayerType layer) {
        List<Markup> files = FILES.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(format -> el(
                        "li",
                        el(
                                "a",
                                at("href", "/api/export." + format.getKey() + "?layer=" + layer.id(), "download", ""),
                                format.getValue())))
                .toList();
        return all(List.of(el("h2", say("下载", "Downloads")), el("ul.ways", files)));
    }

    /** Coordinate systems by the names people know, with those programs ask for. */
    Markup systems(List<Crs> systems) {
        List<Markup> rows = systems.stream()
                .map(crs -> el("div", el("dt", asking.say(name(crs))), el("dd", el("code", crs.uri()))))
                .toList();
        return all(List.of(el("h2", say("坐标系", "Coordinate systems")), el("dl.systems", rows)));
    }

    private static Words name(Crs crs) {
        Plane plane = crs.plane();
        if (plane != null) {
            return plane.title();
        } else if (crs.equals(Crs.CRS84)) {
            return Words.of("经度、纬度（GeoJSON 默认）", "Longitude, latitude (as GeoJSON has it)");
        } else if (crs.equals(Crs.CGCS2000)) {
            return Words.of("纬度、经度（CGCS2000）", "Latitude, longitude (CGCS2000)");
        } else if (crs.equals(Crs.WGS84)) {
            return Words.of("纬度、经度（WGS84）", "Latitude, longitude (WGS84)");
        }
        return Words.of("Web 墨卡托", "Web Mercator");
    }

    private String say(String zh, String en) {
        return asking.say(Words.of(zh, en));
    }
}

package org.greenplan.ogc;

import static org.greenplan.html.Markup.all;
import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.Crs;
import org.greenplan.html.Markup;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Link;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Envelope;

/** The API for people: quiet pages with links between them, in the reader's language. */
public record OgcPages(Asking asking) {
    /** A whole page; the crumbs lead back to the map. */
    public Markup page(String title, List<Markup> crumbs, Object... content) {
        List<Markup> trail =
                new ArrayList<>(List.of(link("/", say("地图", "Map")), link(asking.url(""), say("OGC 接口", "OGC API"))));
        trail.addAll(crumbs);
        Markup head = el(
                "head",
                el("meta", at("charset", "utf-8")),
                el("meta", at("name", "viewport", "content", "width=device-width, initial-scale=1")),
                el("title", title + " · 青绿规划"),
                el("link", at("rel", "icon", "href", "/assets/icons/greenplan.svg")),
                el("link", at("rel", "stylesheet", "href", "/assets/vendor/leaflet/dist/leaflet.css")),
                el("link", at("rel", "stylesheet", "href", "/assets/styles/tokens.css")),
                el("link", at("rel", "stylesheet", "href", "/assets/styles/ogc.css")),
                el("script", at("defer", "", "src", "/assets/vendor/leaflet/dist/leaflet.js")),
                el("script", at("type", "module", "src", "/assets/ogc.js")));
        Markup json = el("a.form", at("href", asking.self(Map.of("f", "json"))), "JSON");
        Markup language = el(
                "button.language",
                at("type", "button", "data-language", say("en", "zh"), "lang", say("en", "zh")),
                say("English", "中文"));
        Markup body = el("body", el("nav", trail, json, language), el("main", el("h1", title), all(content)));
        return new Markup("<!doctype html>\n"
                + el("html", at("lang", asking.language().getLanguage()), head, body)
                        .html());
    }

    Markup landing(Words title, Words about, List<Link> links, Map<LayerType, Long> counts, Catalogue catalogue) {
        PageParts parts = new PageParts(asking);
        List<PageParts.Drawn> drawn = counts.keySet().stream()
                .filter(layer -> layer.addsGreen() || layer.role() == Role.BOUNDARY)
                .map(parts::whole)
                .toList();
        List<Markup> rows = links.stream()
                .filter(l -> !l.rel().equals("self")
                        && !l.rel().equals("alternate")
                        && !l.rel().equals("service-desc")
                        && !l.rel().startsWith("http"))
                .map(l -> el("li", link(l.href(), say(l.title().zh(), l.title().en()))))
                .toList();
        return page(
                asking.say(title),
                List.of(),
                el("p.lead", asking.say(about)),
                parts.map(catalogue, drawn),
                el("h2", say("图层", "Layers")),
                table(counts),
                parts.qgis(),
                el("h2", say("给程序", "For programs")),
                el("ul.ways", rows));
    }

    /** A page of addresses or names, one a line. */
    public Markup list(Words title, List<String> lines) {
        return page(
                asking.say(title),
                List.of(),
                el("ul", lines.stream().map(line -> el("li", el("code", line))).toList()));
    }

    Markup collections(Map<LayerType, Long> counts) {
        return page(say("图层", "Layers"), List.of(), table(counts), new PageParts(asking).qgis());
    }

    /** Layers with how many features they have. */
    private Markup table(Map<LayerType, Long> counts) {
        List<Markup> rows = new ArrayList<>();
        counts.forEach((layer, count) -> {
            String at = asking.url("/collections/" + layer.id());
            rows.add(el(
                    "tr",
                    el("td", link(at, asking.say(layer.title()))),
                    el("td.num", link(at + "/items", String.format(Locale.ROOT, "%,d", count))),
                    el("td", asking.say(CollectionJson.description(layer))),
                    el("td", el("code", layer.id()))));
        });
        Markup head = el(
                "tr",
                el("th", say("名称", "Name")),
                el("th.num", say("要素数", "Features")),
                el("th", say("内容", "What it is")),
                el("th", say("接口名", "Name in the API")));
        return el(
                "div.wide",
                el(
                        "table.sorts",
                        at("data-sort", say("按此列排序", "Sort by this column")),
                        el("thead", head),
                        el("tbody", rows)));
    }

    Markup collection(LayerType layer, long count, Extent extent, List<Crs> systems, Catalogue catalogue) {
        PageParts parts = new PageParts(asking);
        boolean tiled = catalogue.layers().contains(layer);
        String at = asking.url("/collections/" + layer.id());
        Envelope box = extent.box();
        List<Markup> facts =
                new ArrayList<>(List.of(fact(say("要素数", "Features"), String.format(Locale.ROOT, "%,d", count))));
        if (!box.isNull()) {
            facts.add(fact(
                    say("范围", "Extent"),
                    String.format(
                            Locale.ROOT,
                            "%.5f, %.5f – %.5f, %.5f",
                            box.getMinX(),
                            box.getMinY(),
                            box.getMaxX(),
                            box.getMaxY())));
        }
        if (extent.firstYear() != null) {
            facts.add(fact(say("年度", "Years"), extent.firstYear() + " – " + extent.lastYear()));
        }
        facts.add(fact(say("存储坐标系", "Storage CRS"), Systems.STORAGE));
        return page(
                asking.say(layer.title()),
                List.of(layers()),
                el("p.lead", asking.say(CollectionJson.description(layer))),
                parts.map(catalogue, List.of(parts.whole(layer))),
                el(
                        "ul.ways",
                        el("li", link(at + "/items", say("要素", "Features"))),
                        el("li", link(at + "/queryables", say("可查询的属性", "Queryables"))),
                        el("li", link(at + "/sortables", say("可排序的属性", "Sortables"))),
                        el("li", link(at + "/schema", say("要素结构", "Schema"))),
                        tiled ? el("li", link(at + "/tiles", say("矢量瓦片", "Vector tiles"))) : Markup.NOTHING),
                el("dl", facts),
                parts.qgis(),
                tiled ? parts.files(layer) : Markup.NOTHING,
                parts.systems(systems));
    }

    Markup attributes(LayerType layer, Words title, Catalogue catalogue) {
        List<Markup> rows = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            var list =
                    attribute.codeList() == null ? null : catalogue.codeLists().get(attribute.codeList());
            String codes = list == null
                    ? ""
                    : String.join(
                            ", ",
                            list.codes().stream()
                                    .map(code -> code.code() + " " + asking.say(code.title()))
                                    .toList());
            rows.add(el(
                    "tr",
                    el("td", el("code", attribute.name())),
                    el("td", asking.say(attribute.title())),
                    el("td", attribute.type().name().toLowerCase(java.util.Locale.ROOT)),
                    el("td", codes)));
        }
        return page(
                asking.say(layer.title()) + " · " + asking.say(title),
                List.of(layers(), layer(layer)),
                el("table", el("tbody", rows)));
    }

    Markup layers() {
        return link(asking.url("/collections"), say("图层", "Layers"));
    }

    Markup layer(LayerType layer) {
        return link(asking.url("/collections/" + layer.id()), asking.say(layer.title()));
    }

    static Markup link(String href, String text) {
        return el("a", at("href", href), text);
    }

    static Markup fact(String name, String value) {
        return el("div", el("dt", name), el("dd", value));
    }

    /** In the language that was asked for. */
    public String say(String zh, String en) {
        return asking.say(Words.of(zh, en));
    }
}

package org.greenplan.ogc;

import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.html.Markup;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Link;
import org.greenplan.problem.Words;

/** Features for people: a table to leaf through, and one feature with the way to it on the map. */
record ItemPages(Asking asking, Catalogue catalogue, NetFigures figures) {
    Markup items(ItemsQuery query, ItemsApi.Page found, List<Link> links) {
        OgcPages pages = new OgcPages(asking);
        LayerType layer = query.layer();
        List<Markup> head = new ArrayList<>(List.of(el("th", "№"), el("th", pages.say("名称", "Label"))));
        String called = layer.find(AttributeRole.NAME).map(Attribute::name).orElse("");
        // What is counted stands where it is seen first.
        List<String> columns = query.properties().stream()
                .filter(name -> !name.equals(called))
                .sorted(Comparator.comparing(name -> layer.find(name).isPresent()))
                .toList();
        if (!called.isEmpty()) {
            head.set(1, heading(called, pages.say("名称", "Label")));
        }
        columns.forEach(name -> head.add(heading(name, title(layer, name))));
        List<Markup> rows = new ArrayList<>();
        for (Feature feature : found.features()) {
            List<Markup> cells = new ArrayList<>(List.of(
                    el("td.num", Long.toString(feature.ref().id())),
                    el("td", OgcPages.link(at(feature), feature.label(layer)))));
            columns.forEach(name -> cells.add(el("td", text(layer, name, feature))));
            rows.add(el("tr", cells));
        }
        Markup next = links.stream()
                .filter(l -> l.rel().equals("next"))
                .map(l -> el("p", el("a.next", Markup.at("href", l.href()), asking.say(l.title()))))
                .findFirst()
                .orElse(Markup.NOTHING);
        return pages.page(
                asking.say(layer.title()),
                List.of(pages.layers(), pages.layer(layer)),
                el(
                        "p.lead",
                        pages.say(
                                "共 " + found.matched() + " 个，本页 "
                                        + found.features().size() + " 个",
                                found.matched() + " features, "
                                        + found.features().size() + " on this page")),
                new PageParts(asking)
                        .map(catalogue, List.of(new PageParts.Drawn(layer, asking.self(Map.of("f", "json"))))),
                el("div.wide", el("table", el("thead", el("tr", head)), el("tbody", rows))),
                next);
    }

    /** Names a column and sorts by it; by the other way round where it is sorted already. */
    private Markup heading(String name, String title) {
        String sorted = asking.find("sortby").orElse("").replaceFirst("^\\+", "");
        String way = sorted.equals(name) ? "ascending" : sorted.equals("-" + name) ? "descending" : "none";
        String next = sorted.equals(name) ? "-" + name : name;
        return el(
                "th",
                Markup.at("aria-sort", way),
                el("a", Markup.at("href", asking.again(Map.of("sortby", next))), title));
    }

    Markup item(LayerType layer, Feature feature, List<String> properties) {
        OgcPages pages = new OgcPages(asking);
        List<Markup> facts = new ArrayList<>();
        properties.forEach(name -> facts.add(OgcPages.fact(title(layer, name), text(layer, name, feature))));
        var centre = feature.geometry().getEnvelopeInternal().centre();
        String map = String.format(
                Locale.ROOT,
                "/#16/%.5f/%.5f/%s:%d",
                centre.y,
                centre.x,
                layer.id(),
                feature.ref().id());
        return pages.page(
                feature.label(layer),
                List.of(pages.layers(), pages.layer(layer)),
                new PageParts(asking)
                        .map(catalogue, List.of(new PageParts.Drawn(layer, asking.self(Map.of("f", "json"))))),
                el("ul.ways", el("li", OgcPages.link(map, pages.say("在地图上查看", "Show on the map")))),
                el("dl", facts),
                el("h2", pages.say("图形", "Shape")),
                el(
                        "p",
                        feature.geometry().getGeometryType() + ", "
                                + feature.geometry().getNumPoints() + " " + pages.say("个顶点", "vertices")));
    }

    private String at(Feature feature) {
        return asking.url("/collections/" + feature.ref().layer() + "/items/"
                + feature.ref().id());
    }

    private String title(LayerType layer, String attribute) {
        return layer.find(attribute)
                .map(a -> asking.say(a.title()))
                .or(() -> NetFigures.find(layer, attribute).map(figure -> asking.say(figure.title())))
                .orElse(attribute);
    }

    /** A value as people read it: the title of a code, yes and no in words. */
    private String text(LayerType layer, String name, Feature feature) {
        if (layer.find(name).isEmpty()) {
            Double figure = figures.value(feature.ref(), name);
            return figure == null
                    ? "–"
                    : String.format(Locale.ROOT, "%,.1f %s", figure, name.startsWith("length") ? "m" : "m²");
        }
        Object value = feature.attributes().get(name);
        if (value == null) {
            return "–";
        }
        if (value instanceof Boolean yes) {
            return asking.say(yes ? Words.of("是", "yes") : Words.of("否", "no"));
        }
        return layer.find(name)
                .map(attribute -> attribute.codeList() == null
                        ? null
                        : catalogue.codeLists().get(attribute.codeList()))
                .flatMap(list -> list.find(value.toString()))
                .map(code -> asking.say(code.title()))
                .orElseGet(() -> measured(layer, name, value));
    }

    /** A number with its unit. */
    private static String measured(LayerType layer, String name, Object value) {
        return layer.find(name)
                .filter(attribute -> attribute.unit() != null && value instanceof Number)
                .map(attribute -> value + " " + attribute.unit())
                .orElse(value.toString());
    }
}

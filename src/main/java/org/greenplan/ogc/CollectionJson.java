package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenplan.catalogue.LayerType;
import org.greenplan.json.JsonText;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Form;
import org.greenplan.ogc.ask.Link;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Envelope;

/**
 * One layer as OGC API describes a collection.
 *
 * @param computed layers that nobody writes; they have no tiles
 */
record CollectionJson(Asking asking, Systems systems, List<LayerType> computed) {
    private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";

    void members(JsonGenerator json, LayerType layer, Extent extent, List<Link> own) throws IOException {
        json.writeStringField("id", layer.id());
        json.writeStringField("title", asking.say(layer.title()));
        json.writeStringField("description", asking.say(description(layer)));
        List<Link> links = new ArrayList<>(own);
        links.addAll(links(layer));
        Link.write(json, links, asking.language());
        extent(json, extent);
        json.writeStringField("itemType", "feature");
        json.writeFieldName("crs");
        JsonText.value(json, systems.uris());
        json.writeStringField("storageCrs", Systems.STORAGE);
    }

    /** What a planner wants to know before opening it: what it is in the plan, and of which shape. */
    static Words description(LayerType layer) {
        Words role =
                switch (layer.role()) {
                    case ADDS_GREEN -> Words.of("新增绿地", "adds green");
                    case BASELINE -> Words.of("现状绿地", "existing green");
                    case BOUNDARY, ZONE -> Words.of("边界", "boundary");
                    case CONSTRAINT -> Words.of("管控要素", "constraint");
                    case WATER -> Words.of("水系", "water");
                    case CONTEXT -> Words.of("背景", "context");
                };
        Words shape =
                switch (layer.geometry()) {
                    case POINT -> Words.of("点", "points");
                    case LINE -> Words.of("线", "lines");
                    case POLYGON -> Words.of("面", "polygons");
                    case NONE -> throw new IllegalArgumentException(layer.id());
                };
        return Words.of(
                layer.title().zh() + "：" + role.zh() + "，" + shape.zh(),
                layer.title().en() + ": " + role.en() + ", " + shape.en());
    }

    private List<Link> links(LayerType layer) {
        String at = asking.url("/collections/" + layer.id());
        Words items = Words.of("要素", "Features");
        Words queryables = Words.of("可查询的属性", "Queryables");
        List<Link> links = new ArrayList<>(List.of(
                new Link("items", at + "/items?f=json", Asking.GEOJSON, items),
                new Link("items", at + "/items?f=html", Form.PAGE, items),
                new Link(REL + "queryables", at + "/queryables?f=json", Asking.SCHEMA, queryables),
                new Link(REL + "queryables", at + "/queryables?f=html", Form.PAGE, queryables),
                new Link(REL + "sortables", at + "/sortables?f=json", Asking.SCHEMA, Words.of("可排序的属性", "Sortables")),
                new Link(REL + "schema", at + "/schema?f=json", Asking.SCHEMA, Words.of("要素结构", "Schema")),
                // GDAL knows this relation in this spelling only.
                new Link(
                        "describedBy",
                        at + "/schema?f=json&type=feature",
                        Asking.SCHEMA,
                        Words.of("GeoJSON 要素结构", "Schema of GeoJSON features"))));
        if (!computed.contains(layer)) {
            links.add(new Link(
                    REL + "tilesets-vector", at + "/tiles?f=json", Asking.JSON, Words.of("矢量瓦片", "Vector tiles")));
        }
        return links;
    }

    private static void extent(JsonGenerator json, Extent extent) throws IOException {
        Envelope box = extent.box();
        if (box.isNull()) {
            return;
        }
        json.writeObjectFieldStart("extent");
        json.writeObjectFieldStart("spatial");
        json.writeFieldName("bbox");
        JsonText.value(json, List.of(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())));
        json.writeStringField("crs", org.greenplan.crs.Crs.CRS84.uri());
        json.writeEndObject();
        if (extent.firstYear() != null) {
            json.writeObjectFieldStart("temporal");
            json.writeFieldName("interval");
            JsonText.value(
                    json,
                    List.of(Arrays.asList(
                            extent.firstYear() + "-01-01T00:00:00Z", extent.lastYear() + "-12-31T23:59:59Z")));
            json.writeStringField("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}

package org.greenplan.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.ogc.ItemsQuery;
import org.greenplan.ogc.LayerSchema;
import org.greenplan.ogc.ask.Form;
import org.greenplan.ogc.ask.ItemsParameter;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The parts that the paths of the API description share: parameters, answers, schemas.
 *
 * @param planYear the year of plots that say none
 */
record OpenApiParts(Catalogue catalogue, int planYear, Systems systems, Locale language) {
    /** The form of an answer, which every address knows. */
    static final String FORM = "f";

    Map<String, Object> components() {
        Map<String, Object> schemas = schemas();
        for (LayerType layer : catalogue.layers()) {
            feature(schemas, layer);
        }
        return map("parameters", parameters(), "responses", problems(), "schemas", schemas);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> forms = map("type", "string", "enum", List.of("json", "html"));
        add(all, FORM, forms, say("形式；也可用 Accept", "Form; or use Accept"));
        for (ItemsParameter one : ItemsParameter.ALL) {
            add(all, one.name(), schema(one.kind()), one.title().in(language));
        }
        return all;
    }

    private Map<String, Object> schema(ItemsParameter.Kind kind) {
        return switch (kind) {
            case COUNT ->
                map("type", "integer", "minimum", 1, "maximum", ItemsQuery.MOST, "default", ItemsQuery.DEFAULT_LIMIT);
            case BOX ->
                map(
                        "type", "array",
                        "items", map("type", "number"),
                        "oneOf", List.of(map("minItems", 4, "maxItems", 4), map("minItems", 6, "maxItems", 6)));
            case SYSTEM -> map("type", "string", "format", "uri", "enum", systems.uris());
            case NAMES -> map("type", "array", "items", map("type", "string"));
            case LANGUAGE -> map("type", "string", "enum", List.of("cql2-text", "cql2-json"), "default", "cql2-text");
            case TEXT -> map("type", "string");
        };
    }

    private static void add(Map<String, Object> all, String name, Map<String, Object> schema, String description) {
        Map<String, Object> one = parameter(name, "query", schema, description);
        one.put("style", "form");
        one.put("explode", false);
        all.put(name, one);
    }

    private Map<String, Object> problems() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("400", problem("参数无效", "A parameter is wrong or unknown"));
        all.put("404", problem("没有此资源", "There is no such thing"));
        all.put("406", problem("没有这种形式", "Not in that form"));
        all.put("409", problem("他人先保存", "Somebody was faster"));
        all.put("412", problem("条件不成立", "The condition does not hold"));
        all.put("415", problem("不支持的内容类型", "Not that media type"));
        all.put("422", problem("内容不合目录", "The content does not fit the catalogue"));
        all.put("428", problem("须带 If-Match", "If-Match is needed"));
        all.put("500", problem("程序出错", "The program failed"));
        Map<String, Object> named = new LinkedHashMap<>();
        all.forEach((status, response) -> named.put("problem" + status, response));
        return named;
    }

    private Map<String, Object> problem(String zh, String en) {
        return map(
                "description", say(zh, en),
                "content", map("application/problem+json", map("schema", ref("schemas", "problem"))));
    }

    private static Map<String, Object> schemas() {
        Map<String, Object> string = map("type", "string");
        Map<String, Object> links = map("type", "array", "items", ref("schemas", "link"));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("anyObject", map("type", "object"));
        all.put("link", structure(map("href", string, "rel", string, "type", string, "title", string), "href", "rel"));
        all.put("landingPage", structure(map("title", string, "description", string, "links", links), "links"));
        all.put("confClasses", structure(map("conformsTo", map("type", "array", "items", string)), "conformsTo"));
        all.put(
                "collection",
                structure(
                        map(
                                "id", string,
                                "title", string,
                                "description", string,
                                "links", links,
                                "extent", map("type", "object"),
                                "itemType", string,
                                "crs", map("type", "array", "items", string),
                                "storageCrs", string),
                        "id",
                        "links"));
        all.put(
                "collections",
                structure(
                        map("links", links, "collections", map("type", "array", "items", ref("schemas", "collection"))),
                        "links",
                        "collections"));
        sent(all);
        return all;
    }

    /** What is sent besides features, or instead of them. */
    private static void sent(Map<String, Object> all) {
        Map<String, Object> string = map("type", "string");
        all.put(
                "geometry",
                structure(
                        map("type", string, "coordinates", map("type", "array", "items", map())),
                        "type",
                        "coordinates"));
        all.put(
                "patch_of_feature",
                map(
                        "type",
                        "object",
                        "properties",
                        map("geometry", ref("schemas", "geometry"), "properties", map("type", "object"))));
        all.put(
                "problem",
                structure(map(
                        "type",
                        string,
                        "title",
                        string,
                        "status",
                        map("type", "integer"),
                        "detail",
                        string,
                        "field",
                        string)));
    }

    private void feature(Map<String, Object> schemas, LayerType layer) {
        LayerSchema schema = new LayerSchema(catalogue, layer, planYear, language);
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            Map<String, Object> one = plain(schema.property(attribute));
            one.put("nullable", true);
            one.remove("enum");
            properties.put(attribute.name(), one);
        }
        schemas.put(
                "feature_" + layer.id(),
                structure(
                        map(
                                "type", map("type", "string", "enum", List.of("Feature")),
                                "id", map("type", "integer"),
                                "geometry", ref("schemas", "geometry"),
                                "properties", map("type", "object", "properties", properties),
                                "links", map("type", "array", "items", ref("schemas", "link"))),
                        "type",
                        "geometry",
                        "properties"));
        schemas.put(
                "collection_of_" + layer.id(),
                structure(
                        map(
                                "type", map("type", "string", "enum", List.of("FeatureCollection")),
                                "features", map("type", "array", "items", ref("schemas", "feature_" + layer.id())),
                                "links", map("type", "array", "items", ref("schemas", "link")),
                                "timeStamp", map("type", "string", "format", "date-time"),
                                "numberMatched", map("type", "integer", "minimum", 0),
                                "numberReturned", map("type", "integer", "minimum", 0)),
                        "type",
                        "features"));
    }

    private static Map<String, Object> structure(Map<String, Object> properties, String... required) {
        Map<String, Object> schema = map("type", "object", "properties", properties);
        if (required.length > 0) {
            schema.put("required", List.of(required));
        }
        return schema;
    }

    /** A schema without what OpenAPI 3.0 does not know. */
    static Map<String, Object> plain(Map<String, Object> schema) {
        Map<String, Object> plain = new LinkedHashMap<>(schema);
        plain.keySet().removeIf(name -> name.startsWith("x-ogc-"));
        return plain;
    }

    static Map<String, Object> parameter(String name, String in, Map<String, Object> schema, String description) {
        return map("name", name, "in", in, "required", in.equals("path"), "description", description, "schema", schema);
    }

    static Map<String, Object> ok(String schema, String type) {
        Map<String, Object> content = map(type, map("schema", ref("schemas", schema)));
        content.put(Form.PAGE, map("schema", map("type", "string")));
        return map("description", "OK", "content", content);
    }

    static Map<String, Object> withCrs(Map<String, Object> response) {
        response.put("headers", map("Content-Crs", map("schema", map("type", "string"))));
        return response;
    }

    static Map<String, Object> responses(Map<String, Object> ok, int... faults) {
        return responses("200", ok, faults);
    }

    static Map<String, Object> responses(String status, Map<String, Object> ok, int... faults) {
        Map<String, Object> responses = map(status, ok);
        for (int fault : faults) {
            responses.put(Integer.toString(fault), ref("responses", "problem" + fault));
        }
        return responses;
    }

    static Map<String, Object> ref(String kind, String name) {
        return map("$ref", "#/components/" + kind + "/" + name);
    }

    /** A map that keeps the order in which its members are named. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
    }

    private String say(String zh, String en) {
        return Words.of(zh, en).in(language);
    }
}

package org.greenplan.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.LayerType;
import org.greenplan.filter.Queryable;
import org.greenplan.filter.Queryables;
import org.greenplan.problem.Words;

/**
 * What a layer's features are made of, as JSON Schema: from the catalogue, so that a changed catalogue is a changed schema.
 *
 * @param planYear the year of plots that say none
 */
public record LayerSchema(Catalogue catalogue, LayerType layer, int planYear, Locale language) {
    /** What the schema is read for. */
    public enum Purpose {
        QUERY,
        SORT,
        FEATURE;

        /** What is asked, in words. */
        public Words title() {
            return switch (this) {
                case QUERY -> Words.of("可查询的属性", "Queryables");
                case SORT -> Words.of("可排序的属性", "Sortables");
                case FEATURE -> Words.of("要素结构", "Schema");
            };
        }
    }

    Map<String, Object> document(Purpose purpose, String id) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (purpose == Purpose.FEATURE) {
            Map<String, Object> number = new LinkedHashMap<>(number(Words.of("要素编号", "Feature number")));
            number.put("readOnly", true);
            properties.put(Queryables.ID, number);
        }
        if (purpose == Purpose.QUERY) {
            Queryables.of(layer).all().forEach(q -> properties.put(q.name(), queryable(q)));
            return document(properties, List.of(), id);
        }
        if (purpose == Purpose.FEATURE) {
            properties.put(Queryables.SHAPE, geometry());
        }
        properties.putAll(attributes(purpose));
        List<String> required = layer.attributes().stream()
                .filter(Attribute::required)
                .map(Attribute::name)
                .toList();
        return document(properties, purpose == Purpose.FEATURE ? required : List.of(), id);
    }

    /** The same of a feature as GeoJSON has it: by this GDAL knows the attributes of a layer that is empty. */
    Map<String, Object> geoJson(String id) {
        String shape =
                switch (layer.geometry()) {
                    case POINT -> "Point";
                    case LINE -> "MultiLineString";
                    case POLYGON -> "MultiPolygon";
                    case NONE -> throw new IllegalArgumentException(layer.id());
                };
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", Map.of("type", "string", "enum", List.of("Feature")));
        properties.put(Queryables.ID, number(Words.of("要素编号", "Feature number")));
        properties.put(Queryables.SHAPE, Map.of("$ref", "https://geojson.org/schema/" + shape + ".json"));
        properties.put("properties", Map.of("type", "object", "properties", attributes(Purpose.FEATURE)));
        Map<String, Object> document = document(properties, List.of("type", Queryables.SHAPE, "properties"), id);
        document.remove("additionalProperties");
        return document;
    }

    private Map<String, Object> attributes(Purpose purpose) {
        Map<String, Object> properties = new LinkedHashMap<>();
        layer.attributes().forEach(attribute -> properties.put(attribute.name(), property(attribute)));
        for (Queryable figure : NetFigures.of(layer)) {
            Map<String, Object> schema = new LinkedHashMap<>(queryable(figure));
            if (purpose == Purpose.FEATURE) {
                schema.put("readOnly", true);
            }
            properties.put(figure.name(), schema);
        }
        return properties;
    }

    private Map<String, Object> document(Map<String, Object> properties, List<String> required, String id) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", id);
        document.put("type", "object");
        document.put("title", layer.title().in(language));
        document.put("properties", properties);
        if (!required.isEmpty()) {
            document.put("required", required);
        }
        document.put("additionalProperties", false);
        return document;
    }

    /** Something to ask for; what is no attribute of the catalogue is a number that the desk keeps. */
    public Map<String, Object> queryable(Queryable queryable) {
        if (queryable.type() == null) {
            return geometry();
        }
        if (queryable.name().equals(Queryables.ID)) {
            return number(queryable.title());
        }
        return layer.find(queryable.name()).map(this::property).orElseGet(() -> {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("title", queryable.title().in(language));
            schema.put("type", queryable.type() == AttributeType.INTEGER ? "integer" : "number");
            put(schema, "x-ogc-unit", queryable.unit());
            return schema;
        });
    }

    private Map<String, Object> number(Words title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", title.in(language));
        schema.put("type", "integer");
        schema.put("x-ogc-role", "id");
        return schema;
    }

    /** An attribute: its type and everything that the desk will hold it to. */
    public Map<String, Object> property(Attribute attribute) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", attribute.title().in(language));
        switch (attribute.type()) {
            case TEXT -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case REAL -> schema.put("type", "number");
            case BOOLEAN -> schema.put("type", "boolean");
            case LIST -> schema.put("type", "array");
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
        }
        put(schema, "minimum", attribute.min());
        put(schema, "maximum", attribute.max());
        put(schema, "maxLength", attribute.maxLength());
        put(schema, "default", layer.beginning(attribute, planYear));
        put(schema, "x-ogc-unit", attribute.unit());
        CodeList list =
                attribute.codeList() == null ? null : catalogue.codeLists().get(attribute.codeList());
        if (list != null) {
            schema.put("enum", list.codes().stream().map(Code::code).toList());
            schema.put("description", codes(list));
        }
        return schema;
    }

    private String codes(CodeList list) {
        return String.join(
                "; ",
                list.codes().stream()
                        .map(code -> code.code() + " = " + code.title().in(language))
                        .toList());
    }

    private Map<String, Object> geometry() {
        String shape =
                switch (layer.geometry()) {
                    case POINT -> "geometry-point";
                    case LINE -> "geometry-multilinestring";
                    case POLYGON -> "geometry-multipolygon";
                    case NONE -> throw new IllegalArgumentException(layer.id());
                };
        return Map.of("format", shape, "x-ogc-role", "primary-geometry");
    }

    private static void put(Map<String, Object> schema, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            schema.put(name, value);
        }
    }
}

package org.greenplan.openapi;

import static org.greenplan.openapi.OpenApiParts.map;
import static org.greenplan.openapi.OpenApiParts.parameter;
import static org.greenplan.openapi.OpenApiParts.ref;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.ogc.ItemChangesApi;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.problem.Words;

/** One feature of a layer in the API description: reading, writing and removing it. */
record OpenApiItem(LayerType layer, Locale language) {
    private static final String TAG = "Features";

    Map<String, Object> path() {
        Map<String, Object> id =
                parameter("featureId", "path", map("type", "integer"), say("要素编号", "Number of the feature"));
        id.put("required", true);
        return map(
                "parameters", List.of(id),
                "get", get(),
                "put", put(),
                "patch", patch(),
                "delete", delete(),
                "options", options("item"));
    }

    Map<String, Object> create() {
        return write("create", Words.of("新增", "add"), Asking.GEOJSON, List.of(), created(), 400, 404, 415, 422, 500);
    }

    Map<String, Object> options(String what) {
        Map<String, Object> ok = map(
                "description", say("允许的方法", "The methods allowed"),
                "headers", map("Allow", map("schema", map("type", "string"))));
        return map(
                "tags", List.of(TAG),
                "operationId", "options_" + what + "_" + layer.id(),
                "summary", title(Words.of("允许的方法", "methods allowed")),
                "responses", OpenApiParts.responses(ok, 404, 500));
    }

    private Map<String, Object> get() {
        Map<String, Object> ok = OpenApiParts.withCrs(OpenApiParts.ok("feature_" + layer.id(), Asking.GEOJSON));
        OpenApiParts.object(ok.get("headers")).put("ETag", map("schema", map("type", "string")));
        Map<String, Object> responses = OpenApiParts.responses(ok, 400, 404, 406, 500);
        responses.put("304", map("description", say("未改变", "Not changed")));
        return map(
                "tags", List.of(TAG),
                "operationId", "item_" + layer.id(),
                "summary", title(Words.of("一个要素", "one feature")),
                "parameters",
                        List.of(ref("parameters", "f"), ref("parameters", "crs"), ref("parameters", "properties")),
                "responses", responses);
    }

    private Map<String, Object> put() {
        Map<String, Object> must = header("If-Match", say("读取时的 ETag", "The ETag that was read"));
        must.put("required", true);
        return write(
                "replace",
                Words.of("替换", "replace"),
                Asking.GEOJSON,
                List.of(must),
                changed(),
                400,
                404,
                409,
                412,
                415,
                422,
                428,
                500);
    }

    private Map<String, Object> patch() {
        return write(
                "patch",
                Words.of("修改", "change"),
                ItemChangesApi.MERGE_PATCH,
                List.of(header("If-Match", say("读取时的 ETag", "The ETag that was read"))),
                changed(),
                400,
                404,
                409,
                412,
                415,
                422,
                500);
    }

    private Map<String, Object> delete() {
        return map(
                "tags", List.of(TAG),
                "operationId", "delete_" + layer.id(),
                "summary", title(Words.of("删除", "remove")),
                "parameters", List.of(header("If-Match", say("读取时的 ETag", "The ETag that was read"))),
                "responses",
                        OpenApiParts.responses("204", map("description", say("已删除", "Removed")), 404, 409, 412, 500));
    }

    private Map<String, Object> write(
            String operation,
            Words what,
            String type,
            List<Map<String, Object>> more,
            Map<String, Object> ok,
            int... faults) {
        List<Object> parameters = new ArrayList<>(more);
        parameters.add(
                header("Content-Crs", say("正文坐标系，默认 CRS84", "Coordinate system of the body; CRS84 unless given")));
        parameters.add(header("Prefer", "return=representation"));
        parameters.add(header("From", say("作者", "Who writes")));
        String schema = operation.equals("patch") ? "patch_of_feature" : "feature_" + layer.id();
        Map<String, Object> body = map("required", true, "content", map(type, map("schema", ref("schemas", schema))));
        return map(
                "tags",
                List.of(TAG),
                "operationId",
                operation + "_" + layer.id(),
                "summary",
                title(what),
                "parameters",
                parameters,
                "requestBody",
                body,
                "responses",
                OpenApiParts.responses(operation.equals("create") ? "201" : "204", ok, faults));
    }

    private Map<String, Object> created() {
        return map(
                "description", say("已新增", "Added"),
                "headers",
                        map(
                                "Location", map("schema", map("type", "string", "format", "uri")),
                                "ETag", map("schema", map("type", "string"))));
    }

    private Map<String, Object> changed() {
        return map(
                "description", say("已保存", "Saved"),
                "headers", map("ETag", map("schema", map("type", "string"))));
    }

    private static Map<String, Object> header(String name, String description) {
        return parameter(name, "header", map("type", "string"), description);
    }

    private String title(Words what) {
        return say(layer.title().zh() + ":" + what.zh(), layer.title().en() + ": " + what.en());
    }

    private String say(String zh, String en) {
        return Words.of(zh, en).in(language);
    }
}

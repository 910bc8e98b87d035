package org.greenplan.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.crs.LonLatRange;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads one GeoJSON geometry, member by member: depth, size and range are guarded while reading, so that a hostile body costs
 * no more than an honest one. Members may come in any order, so the coordinates are kept as nested lists until the type is
 * known.
 */
public final class GeometryJson {
    private static final int MAX_NESTING = 4;
    private static final int MAX_COLLECTIONS = 2;
    private static final int MAX_PARTS = 1_000_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final String field;
    private final Positions allowed;
    private final Map<String, GeometryNote> notes;
    private final int depth;
    private @Nullable String type;
    private @Nullable Object coordinates;
    private @Nullable List<Geometry> members;
    private final int[] parts;

    /** What the numbers of a position may be. */
    public enum Positions {
        /** Longitude and latitude within their bounds. */
        LON_LAT,
        /** Any finite numbers: which plane they belong to is found out later. */
        ANY
    }

    /**
     * A geometry of which nothing has been read yet.
     *
     * @param field name of the field for problems, such as {@code features[3].geometry}
     */
    public GeometryJson(String field, Positions allowed) {
        this(field, allowed, new LinkedHashMap<>(), 0, new int[1]);
    }

    private GeometryJson(String field, Positions allowed, Map<String, GeometryNote> notes, int depth, int[] parts) {
        this.field = field;
        this.allowed = allowed;
        this.notes = notes;
        this.depth = depth;
        this.parts = parts;
    }

    /** Reads the whole object; the parser stands on its first token and is left on its last. */
    public GeoJsonText.Parsed read(JsonParser json) throws IOException {
        Geometry geometry = object(json);
        return new GeoJsonText.Parsed(geometry, List.copyOf(notes.values()));
    }

    /** Takes the value on which the parser stands where it is one of a geometry's members; false where it is none. */
    public boolean take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "type" -> type = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
            case "coordinates" -> coordinates = nested(json, field + ".coordinates", 0);
            case "geometries" -> members = members(json, field + ".geometries");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The geometry that the members taken make up. */
    public GeoJsonText.Parsed finish() {
        return new GeoJsonText.Parsed(built(), List.copyOf(notes.values()));
    }

    static Problem.Invalid notJson(String field, IOException e) {
        return new Problem.Invalid(
                Words.of(
                        "几何不是有效的 JSON：" + e.getMessage() + "。请检查括号和逗号。",
                        "The geometry is not valid JSON: " + e.getMessage() + ". Check brackets and commas."),
                field);
    }

    private Geometry object(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw invalid(
                    field, "几何必须是 GeoJSON 对象 {type, coordinates}。", "A geometry is an object {type, coordinates}.");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!take(name, json)) {
                json.skipChildren();
            }
        }
        return built();
    }

    private Geometry built() {
        if ("GeometryCollection".equals(type) && members != null) {
            return FACTORY.createGeometryCollection(members.toArray(new Geometry[0]));
        }
        if (type == null || coordinates == null) {
            throw invalid(field, "几何缺少 type 或 coordinates。", "The geometry lacks its type or its coordinates.");
        }
        return build(type, coordinates, field);
    }

    private List<Geometry> members(JsonParser json, String at) throws IOException {
        if (depth >= MAX_COLLECTIONS || json.currentToken() != JsonToken.START_ARRAY) {
            throw invalid(at, "几何集合嵌套过深或不是数组。", "The geometry collection is nested too deeply or is no array.");
        }
        var members = new ArrayList<Geometry>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count();
            String of = at + "[" + members.size() + "]";
            members.add(new GeometryJson(of, allowed, notes, depth + 1, parts).object(json));
        }
        return members;
    }

    /** A position as Coordinate, an array of arrays as List. */
    private Object nested(JsonParser json, String at, int depth) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY || depth >= MAX_NESTING) {
            throw invalid(at, "坐标必须是数字数组，最多四层。", "Coordinates are arrays of numbers, nested four deep at most.");
        }
        count();
        JsonToken first = json.nextToken();
        if (first != null && first.isNumeric()) {
            return position(json, at);
        }
        var list = new ArrayList<Object>();
        while (json.currentToken() != JsonToken.END_ARRAY) {
            list.add(nested(json, at + "[" + list.size() + "]", depth + 1));
            json.nextToken();
        }
        return list;
    }

    private Coordinate position(JsonParser json, String at) throws IOException {
        double lon = json.getDoubleValue();
        if (!Objects.requireNonNullElse(json.nextToken(), JsonToken.NOT_AVAILABLE)
                .isNumeric()) {
            throw invalid(at, "坐标点需要经度和纬度两个数字。", "A position needs two numbers, longitude and latitude.");
        }
        double lat = json.getDoubleValue();
        int ordinates = 2;
        JsonToken token;
        while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
            if (token == null || !token.isNumeric() || ++ordinates > 4) {
                throw invalid(at, "坐标点只能有二到四个数字。", "A position has two to four numbers and nothing else.");
            }
            note(
                    "height-dropped",
                    "已去掉高程或 M 值，只保留经纬度。",
                    "Heights or M values were dropped; only longitude and latitude are kept.");
        }
        if (allowed == Positions.LON_LAT) {
            LonLatRange.require(lon, lat, at);
        } else if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
            throw invalid(at, "坐标不是有限的数字。", "A coordinate is not a finite number.");
        }
        return new CoordinateXY(lon, lat);
    }

    /** Positions, rings, parts and members of collections all count, for each of them takes memory. */
    private void count() {
        if (++parts[0] > MAX_PARTS) {
            throw new Problem.TooLarge(Words.of(
                    "一个几何最多 " + MAX_PARTS + " 个顶点。请拆分或简化。",
                    "One geometry may have " + MAX_PARTS + " vertices. Split or simplify it."));
        }
    }

    private Geometry build(String type, Object coordinates, String at) {
        if (coordinates instanceof Coordinate c && type.equals("Point")) {
            return FACTORY.createPoint(c);
        }
        if (!(coordinates instanceof List<?> list)) {
            throw invalid(at + ".coordinates", "坐标层数与几何类型不符。", "The nesting does not fit the geometry type.");
        }
        return switch (type) {
            case "Point" -> emptyPoint(list, at);
            case "LineString" -> line(list, at);
            case "Polygon" -> polygon(list, at);
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(coordinates(list, at));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(
                        lists(list, at).stream().map(l -> line(l, at)).toArray(LineString[]::new));
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        lists(list, at).stream().map(l -> polygon(l, at)).toArray(Polygon[]::new));
            default -> throw invalid(at, "不认识的几何类型“" + type + "”。", "Unknown geometry type \"" + type + "\".");
        };
    }

    private static Point emptyPoint(List<?> list, String at) {
        if (!list.isEmpty()) {
            throw invalid(at + ".coordinates", "坐标层数与几何类型不符。", "The nesting does not fit the geometry type.");
        }
        return FACTORY.createPoint();
    }

    private LineString line(List<?> list, String at) {
        Coordinate[] coordinates = coordinates(list, at);
        if (coordinates.length == 1) {
            throw place(coordinates[0], at, "线至少需要两个点。", "A line needs at least two points.");
        }
        return FACTORY.createLineString(coordinates);
    }

    private Polygon polygon(List<?> list, String at) {
        var rings = lists(list, at).stream().map(r -> ring(r, at)).toList();
        if (rings.isEmpty()) {
            return FACTORY.createPolygon();
        }
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
    }

    private LinearRing ring(List<?> list, String at) {
        Coordinate[] ring = coordinates(list, at);
        if (ring.length == 0) {
            return FACTORY.createLinearRing();
        }
        Coordinate first = ring[0];
        if (!first.equals2D(ring[ring.length - 1])) {
            ring = Arrays.copyOf(ring, ring.length + 1);
            ring[ring.length - 1] = first.copy();
            note("ring-closed", "图形未闭合，已自动闭合。", "A ring was open and has been closed.");
        }
        if (ring.length < 4) {
            throw place(first, at, "面至少需要三个不同的点。", "A polygon ring needs at least three different points.");
        }
        return FACTORY.createLinearRing(ring);
    }

    private static Coordinate[] coordinates(List<?> list, String at) {
        var coordinates = new Coordinate[list.size()];
        for (int i = 0; i < coordinates.length; i++) {
            if (!(list.get(i) instanceof Coordinate c)) {
                throw invalid(at + ".coordinates", "坐标层数与几何类型不符。", "The nesting does not fit the geometry type.");
            }
            coordinates[i] = c;
        }
        return coordinates;
    }

    private static List<List<?>> lists(List<?> list, String at) {
        var lists = new ArrayList<List<?>>(list.size());
        for (Object item : list) {
            if (!(item instanceof List<?> inner)) {
                throw invalid(at + ".coordinates", "坐标层数与几何类型不符。", "The nesting does not fit the geometry type.");
            }
            lists.add(inner);
        }
        return lists;
    }

    private void note(String kind, String zh, String en) {
        notes.putIfAbsent(kind, new GeometryNote(kind, Words.of(zh, en)));
    }

    private Problem.Invalid place(Coordinate c, String field, String zh, String en) {
        if (allowed == Positions.ANY) {
            return invalid(field, zh, en);
        }
        return Problem.Invalid.at(Words.of(zh, en), field, c.x, c.y);
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field);
    }
}

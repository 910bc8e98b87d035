package org.greenplan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.crs.Crs;
import org.greenplan.crs.GaussKruger;
import org.greenplan.crs.PlanCrs;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A small plan that leaves in any coordinate system: parks, a corridor and a pump, with every type of attribute. */
public final class LeavingPlan {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final PlanProfile PROFILE = PlanProfileReader.bundled("shangjie", CATALOGUE);
    private static final List<TargetField> FIELDS = List.of(
            field("name", "name", AttributeType.TEXT),
            field("year", "year", AttributeType.INTEGER),
            field("greened_share", "greened_sh", AttributeType.REAL),
            field("toilets", "toilets", AttributeType.BOOLEAN),
            field("surveyed_on", "surveyed", AttributeType.DATE),
            field("gp_net_plane_m2", "gp_net_m2", AttributeType.REAL));

    private final int epsg;
    private final Map<String, List<TargetRow>> rows = new HashMap<>();

    public LeavingPlan(int epsg) {
        this.epsg = epsg;
        row(
                "parks",
                17,
                "孟津路游园",
                "MULTIPOLYGON (((113.29 34.81, 113.292 34.81, 113.292 34.812, 113.29 34.812, 113.29 34.81),"
                        + " (113.2905 34.8105, 113.2905 34.811, 113.291 34.811, 113.291 34.8105, 113.2905 34.8105)))");
        row(
                "parks",
                18,
                "朱寨,\"游园\"@北 <&>",
                "MULTIPOLYGON (((113.31 34.81, 113.312 34.81, 113.312 34.812, 113.31 34.812, 113.31 34.81)),"
                        + " ((113.313 34.81, 113.314 34.81, 113.314 34.811, 113.313 34.81)))");
        row(
                "corridors",
                4,
                "郑上路",
                "MULTILINESTRING ((113.28 34.8, 113.3 34.8, 113.32 34.81), (113.33 34.8, 113.34 34.8))");
        row("water_structures", 2, "中铝泵站", "POINT (113.3 34.82)");
    }

    /** One more feature, its shape in degrees. */
    public LeavingPlan row(String layer, long id, String name, String wkt) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        if (id != 18) {
            values.putAll(Map.of(
                    "year",
                    2019L,
                    "greened_share",
                    65.25,
                    "toilets",
                    true,
                    "surveyed_on",
                    LocalDate.of(2019, 3, 15),
                    "gp_net_plane_m2",
                    1234.567891));
        }
        rows.computeIfAbsent(layer, l -> new ArrayList<>())
                .add(new TargetRow(layer + "." + id, id, 3, name, 1234.567891, values, projected(wkt)));
        return this;
    }

    public List<TargetRow> rows(String layer) {
        return rows.get(layer);
    }

    public TargetPlan plan() {
        List<TargetLayer> layers = List.of("parks", "corridors", "water_structures", "lakes").stream()
                .map(id -> new TargetLayer(CATALOGUE.get(id), FIELDS))
                .toList();
        return new TargetPlan(
                PROFILE,
                CATALOGUE,
                Crs.of(String.valueOf(epsg)),
                epsg == 4326 || epsg == 4490 ? 9 : 3,
                Words.of("坐标顺序:东、北。", "Coordinates are east, north."),
                Instant.parse("2026-03-01T08:00:00Z"),
                41,
                "0123456789abcdef0123456789abcdef",
                layers);
    }

    public byte[] written(FormatWriter writer, Map<String, String> options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(plan(), this::each, new WriteOptions(options), out);
        return out.toByteArray();
    }

    /** What the format could not hold. */
    public List<Words> losses(FormatWriter writer) throws IOException {
        List<Words> losses = new ArrayList<>();
        writer.write(plan(), this::each, WriteOptions.NONE, new ByteArrayOutputStream(), losses::add);
        return losses;
    }

    private long each(TargetLayer layer, TargetRows.Sink to) throws IOException {
        List<TargetRow> found = rows.getOrDefault(layer.type().id(), List.of());
        for (TargetRow row : found) {
            to.row(row);
        }
        return found.size();
    }

    private Geometry projected(String wkt) {
        try {
            Geometry lonLat = new WKTReader().read(wkt);
            return new GeometryEditor().edit(lonLat, new GeometryEditor.CoordinateOperation() {
                @Override
                public Coordinate[] edit(Coordinate[] coordinates, Geometry geometry) {
                    Coordinate[] moved = new Coordinate[coordinates.length];
                    for (int i = 0; i < moved.length; i++) {
                        moved[i] = projected(coordinates[i]);
                    }
                    return moved;
                }
            });
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private Coordinate projected(Coordinate c) {
        if (epsg == 4326 || epsg == 4490) {
            return c;
        }
        if (epsg == 3857) {
            double north = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(c.y) / 2));
            return new Coordinate(6378137 * Math.toRadians(c.x), 6378137 * north);
        }
        GaussKruger.PlanePoint p = PlanCrs.of("EPSG:4547").projection().forward(c.x, c.y);
        return new Coordinate(p.eastM() + (epsg == 4526 ? 38_000_000 : 0), p.northM());
    }

    private static TargetField field(String name, String shortName, AttributeType type) {
        return new TargetField(name, shortName, Words.of("字段" + name, "field " + name), type);
    }
}

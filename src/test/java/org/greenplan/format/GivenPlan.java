package org.greenplan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.crs.Crs;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.VertexMap;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A small plan on its way out, for the tests of writers: rows are given in degrees and handed over in any coordinate system. */
public final class GivenPlan {
    public static final Catalogue CATALOGUE = CatalogueReader.bundled();

    private final int epsg;
    private final Map<String, List<TargetRow>> rows = new LinkedHashMap<>();
    private final List<Words> notes = new ArrayList<>();

    /** @param epsg 4326, 4547 or 4526 */
    public GivenPlan(int epsg) {
        this.epsg = epsg;
    }

    /** A park with a hole and one of two parts. */
    public static GivenPlan twoParks(int epsg) {
        return new GivenPlan(epsg)
                .row(
                        "parks",
                        17,
                        "孟津路游园",
                        "MULTIPOLYGON (((113.29 34.81, 113.29 34.812, 113.292 34.812, 113.292 34.81, 113.29 34.81),"
                                + " (113.2905 34.8105, 113.291 34.8105, 113.291 34.811, 113.2905 34.811, 113.2905 34.8105)))")
                .row(
                        "parks",
                        18,
                        "朱寨,\"游园\"@北 <&>",
                        "MULTIPOLYGON (((113.31 34.81, 113.312 34.81, 113.312 34.812, 113.31 34.812, 113.31 34.81)),"
                                + " ((113.313 34.81, 113.314 34.81, 113.314 34.811, 113.313 34.81)))");
    }

    public GivenPlan row(String layer, long id, String name, String wktLonLat) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("status", "proposed");
        values.put("gp_net_plane_m2", 1234.5678);
        rows.computeIfAbsent(layer, l -> new ArrayList<>())
                .add(new TargetRow(
                        layer + "." + id,
                        id,
                        3,
                        name,
                        layer.equals("parks") ? 1234.5678 : null,
                        values,
                        shape(wktLonLat)));
        return this;
    }

    public TargetPlan plan() {
        return new TargetPlan(
                PlanProfileReader.bundled("shangjie", CATALOGUE),
                CATALOGUE,
                Crs.of(String.valueOf(epsg)),
                epsg == 4326 ? 9 : 3,
                Words.of("坐标说明", "how coordinates are meant"),
                Instant.parse("2019-03-15T04:00:00Z"),
                42,
                "0123456789abcdef0123456789abcdef",
                rows.keySet().stream().map(GivenPlan::layer).toList());
    }

    public byte[] written(FormatWriter writer, Map<String, String> options) {
        var out = new ByteArrayOutputStream();
        TargetRows source = (layer, to) -> {
            for (TargetRow row : rows.getOrDefault(layer.type().id(), List.of())) {
                to.row(row);
            }
            return rows.getOrDefault(layer.type().id(), List.of()).size();
        };
        try {
            writer.write(plan(), source, new WriteOptions(options), out, notes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What writers remarked. */
    public List<Words> notes() {
        return notes;
    }

    public Geometry shape(String wktLonLat) {
        try {
            Geometry lonLat = new WKTReader().read(wktLonLat);
            double prefix = epsg == 4526 ? 38_000_000 : 0;
            return epsg == 4326
                    ? lonLat
                    : VertexMap.moved(lonLat, (lon, lat) -> {
                        var p = PlanCrs.of("EPSG:4547").projection().forward(lon, lat);
                        return new CoordinateXY(p.eastM() + prefix, p.northM());
                    });
        } catch (ParseException e) {
            throw new IllegalArgumentException(wktLonLat, e);
        }
    }

    /** Every shape that was given, in order. */
    public List<TargetRow> rows() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    private static TargetLayer layer(String id) {
        List<TargetField> fields = new ArrayList<>();
        CATALOGUE
                .get(id)
                .attributes()
                .forEach(a -> fields.add(new TargetField(a.name(), a.name(), a.title(), a.type())));
        fields.add(new TargetField(
                "gp_net_plane_m2", "gp_net_m2", Words.of("净面积（平面）", "net area (plane)"), AttributeType.REAL));
        return new TargetLayer(CATALOGUE.get(id), fields);
    }
}

package org.greenplan.format.dxf.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Crs;
import org.greenplan.crs.Planes;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRow;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A few features of a plan on their way to a designer. */
final class HandOver {
    static final Catalogue CATALOGUE = CatalogueReader.bundled();

    private final Map<String, List<TargetRow>> rows = new LinkedHashMap<>();
    private int epsg = 4526;

    /** A park with a hole, one of two parts, a corridor, a river and a weir; names with signs that hurt. */
    static HandOver sample() {
        return new HandOver()
                .add(
                        "parks",
                        17,
                        "MULTIPOLYGON (((38435035.35 3853744.31, 38435135.352 3853744.31, 38435135.352 3853844.313,"
                                + " 38435035.35 3853844.313, 38435035.35 3853744.31), (38435050 3853750, 38435050 3853760,"
                                + " 38435060 3853760, 38435060 3853750, 38435050 3853750)))",
                        9900.5,
                        Map.of("name", "孟津路游园 ^ 100%", "class", "G14", "code", "P-17"))
                .add(
                        "parks",
                        18,
                        "MULTIPOLYGON (((38435300 3853700, 38435320 3853700, 38435310 3853740, 38435300 3853700)),"
                                + " ((38435400 3853700, 38435420 3853700, 38435420 3853740, 38435400 3853700)))",
                        800.0,
                        Map.of("name", "丹江南路\\游园", "class", "G12"))
                .add(
                        "corridors",
                        3,
                        "MULTILINESTRING ((38435000 3853600, 38435500 3853600, 38435600 3853650))",
                        12_000.0,
                        Map.of("name", "陇海铁路廊道", "left_width_m", 10.0, "right_width_m", 20.0))
                .add("rivers", 1, "MULTILINESTRING ((38435000 3853500, 38435500 3853510))", null, Map.of("name", "汜水河"))
                .add("water_structures", 5, "POINT (38435100 3853505)", null, Map.of("name", "橡胶坝"));
    }

    HandOver in(int system) {
        epsg = system;
        return this;
    }

    HandOver add(String layer, long id, String wkt, @Nullable Double netM2, Map<String, Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (Attribute attribute : CATALOGUE.get(layer).attributes()) {
            all.put(attribute.name(), values.get(attribute.name()));
        }
        String label = String.valueOf(values.getOrDefault("name", layer + " " + id));
        rows.computeIfAbsent(layer, k -> new ArrayList<>())
                .add(new TargetRow(layer + "." + id, id, 1, label, netM2, all, shape(wkt)));
        return this;
    }

    static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    List<TargetRow> all() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    TargetPlan plan() {
        List<TargetLayer> layers =
                rows.keySet().stream().map(id -> layer(CATALOGUE.get(id))).toList();
        var profile = new PlanProfile(
                "shangjie-2019",
                Words.of("上街区2019年绿化方案", "Shangjie greening 2019"),
                Words.of("上街区", "Shangjie"),
                2019,
                Planes.of("EPSG:4547"),
                true,
                List.of());
        return new TargetPlan(
                profile,
                CATALOGUE,
                Crs.of(String.valueOf(epsg)),
                3,
                Words.of("2000国家大地坐标系", "CGCS2000"),
                Instant.parse("2019-11-24T08:00:00Z"),
                42,
                "0123456789abcdef0123456789abcdef",
                layers);
    }

    private static TargetLayer layer(LayerType type) {
        return new TargetLayer(
                type,
                type.attributes().stream()
                        .map(a -> new TargetField(a.name(), a.name(), a.title(), a.type()))
                        .toList());
    }

    byte[] written(Map<String, String> options) {
        TargetRows source = (layer, to) -> {
            List<TargetRow> list = rows.getOrDefault(layer.type().id(), List.of());
            for (TargetRow row : list) {
                to.row(row);
            }
            return list.size();
        };
        var out = new ByteArrayOutputStream();
        try {
            new DxfWriter().write(plan(), source, new WriteOptions(options), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

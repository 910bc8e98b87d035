package org.greenplan.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.Grown;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Change;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A small plan that is as wide as a plan can be: areas with holes, of several parts and with an island in a hole, lines of several
 * parts, points; every type of attribute set and not set; texts that files trip over.
 */
final class WidePlan {
    static final Catalogue CATALOGUE =
            Grown.withDate(CatalogueReader.bundled(), "parks", "surveyed_on", Words.of("调查日期", "Surveyed on"));

    /** More than the 254 bytes of a dBASE field, in any encoding. */
    static final String LONG_TEXT = "沿南水北调干渠两侧各一百米范围内栽植,".repeat(20);

    static final String RARE_TEXT = "𠀀塘🌳";

    private WidePlan() {}

    /** A desk with nothing on it. */
    static PlanDesk emptyDesk() {
        return PlanDesk.open(
                TestDatabases.Kind.GEOPACKAGE.openNew(CATALOGUE),
                CATALOGUE,
                PlanProfileReader.bundled("shangjie", CATALOGUE));
    }

    static PlanDesk desk() {
        PlanDesk desk = emptyDesk();
        desk.begin("wide", () -> {
            List<Change.Create> creates = new ArrayList<>(parks());
            creates.addAll(otherAreas());
            creates.addAll(linesAndPoints());
            return creates;
        });
        return desk;
    }

    private static List<Change.Create> parks() {
        return List.of(
                feature(
                        "parks",
                        "孟津路游园",
                        "MULTIPOLYGON (((113.29 34.81, 113.2921234567 34.8103, 113.292 34.812, 113.29 34.812, 113.29 34.81),"
                                + " (113.2905 34.8105, 113.2905 34.811, 113.291 34.811, 113.2905 34.8105)))",
                        Map.of(
                                "code",
                                "P-01",
                                "greened_share",
                                65.25,
                                "toilets",
                                true,
                                "car_park",
                                false,
                                "surveyed_on",
                                LocalDate.of(2019, 3, 15),
                                "remark",
                                "第一行,\"引号\"\n第二行\t'单引号'; a|b")),
                feature(
                        "parks",
                        "朱寨,\"游园\"@北 <&> 100%",
                        "MULTIPOLYGON (((113.31 34.81, 113.312 34.81, 113.312 34.812, 113.31 34.812, 113.31 34.81),"
                                + " (113.3105 34.8105, 113.3105 34.8115, 113.3115 34.8115, 113.3115 34.8105, 113.3105 34.8105)),"
                                + " ((113.3108 34.8108, 113.3112 34.8108, 113.311 34.8112, 113.3108 34.8108)),"
                                + " ((113.313 34.81, 113.314 34.81, 113.314 34.811, 113.313 34.81)))",
                        nothingOf("year", "access", "illustrative")),
                feature(
                        "parks",
                        "=1+1",
                        "MULTIPOLYGON (((113.27 34.80, 113.271 34.80, 113.2705 34.801, 113.27 34.80)))",
                        Map.of("code", "007", "class", "G12", "access", "walled", "remark", LONG_TEXT)),
                feature(
                        "parks",
                        RARE_TEXT,
                        "MULTIPOLYGON (((113.274 34.80, 113.275 34.80, 113.2745 34.801, 113.274 34.80)))",
                        Map.of("surveyed_on", LocalDate.of(2000, 2, 29), "leisure", true, "greened_share", 100.0)));
    }

    private static List<Change.Create> otherAreas() {
        return List.of(
                feature(
                        "afforestation",
                        "2019",
                        "MULTIPOLYGON (((113.28 34.82, 113.282 34.82, 113.281 34.8222222222, 113.28 34.82)))",
                        Map.of("code", "1.10", "species", "2019/3/15", "crown_cover", 0.1 + 0.2, "row_m", 1e-7)),
                feature(
                        "afforestation",
                        "2020",
                        "MULTIPOLYGON (((113.284 34.82, 113.286 34.82, 113.285 34.8222222222, 113.284 34.82)))",
                        Map.of("code", "1.20", "species", "2019-3-15", "survival_rate", 1 / 3.0)),
                feature(
                        "residential",
                        "第七大街小区",
                        "MULTIPOLYGON (((113.30 34.80, 113.302 34.80, 113.301 34.802, 113.30 34.80)))",
                        Map.of("households", 2_147_483_647L, "remark", "true")),
                feature(
                        "existing_green",
                        "五云山",
                        "MULTIPOLYGON (((113.26 34.80, 113.262 34.80, 113.261 34.802, 113.26 34.80)))",
                        nothingOf("class", "access", "remark")));
    }

    private static List<Change.Create> linesAndPoints() {
        return List.of(
                feature(
                        "corridors",
                        "郑上路",
                        "MULTILINESTRING ((113.28 34.8, 113.3 34.8000012345, 113.32 34.81), (113.33 34.8, 113.34 34.8))",
                        Map.of("left_width_m", 12.5, "right_width_m", 0.0, "tier", "1", "code", "1e5")),
                feature("rivers", "汜水河", "MULTILINESTRING ((113.28 34.83, 113.3 34.835))", Map.of("width_m", 33.0)),
                feature(
                        "water_structures",
                        "中铝泵站",
                        "POINT (113.3001234567 34.8201234567)",
                        Map.of("capacity_m3d", 123_456_789.123_456_78, "source", "yellow_river")),
                feature("water_structures", "橡胶坝", "POINT (113.305 34.825)", nothingOf("source")));
    }

    private static Change.Create feature(String layer, String name, String wkt, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        all.put("name", name);
        return new Change.Create(layer, null, 1, all, geometry(wkt));
    }

    /** Attributes that have a default and shall be empty all the same. */
    private static Map<String, @Nullable Object> nothingOf(String... names) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, null);
        }
        return values;
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}

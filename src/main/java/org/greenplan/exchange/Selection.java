package org.greenplan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.crs.PlanCrs;
import org.greenplan.filter.LayerFilter;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What is to leave the plan.
 *
 * @param layers in the order in which they are written, each with the numbers wanted; no numbers means all of them
 * @param lonLat only features that touch this box (degrees), or null
 * @param filter only features for which it is true, or null
 */
public record Selection(Map<LayerType, List<Long>> layers, @Nullable Envelope lonLat, @Nullable Filter filter) {
    /** More single features than this are asked for by layer and box instead. */
    private static final int MOST_IDS = 5000;

    public Selection {
        layers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /** The whole plan. */
    public static Selection everything(Catalogue catalogue) {
        return of(catalogue, null, null, null);
    }

    /**
     * A selection in the words of an address or a command line.
     *
     * @param layer layer ids with commas, or null for all layers
     * @param ids numbers of features of the one layer named ({@code 3,17}) or {@code parks:3,corridors:2}, or null for all
     * @param bbox west,south,east,north in degrees, or null
     */
    public static Selection of(
            Catalogue catalogue, @Nullable String layer, @Nullable String ids, @Nullable String bbox) {
        List<LayerType> layers = layer == null || layer.isBlank() ? catalogue.layers() : named(catalogue, layer);
        Map<LayerType, List<Long>> wanted = new LinkedHashMap<>();
        if (ids == null || ids.isBlank()) {
            layers.forEach(l -> wanted.put(l, List.of()));
        } else {
            String[] parts = ids.split(",", -1);
            if (parts.length > MOST_IDS) {
                throw new Problem.TooLarge(Words.of(
                        "一次最多按编号导出 " + MOST_IDS + " 个要素；请按图层或范围导出。",
                        "At most " + MOST_IDS
                                + " features can be exported by number; export by layer or box instead."));
            }
            for (String part : parts) {
                String[] ref = part.strip().split("[:.]", -1);
                LayerType of = ref.length == 2 ? layer(catalogue, ref[0], "ids") : onlyLayer(layers, part);
                wanted.computeIfAbsent(of, l -> new ArrayList<>()).add(number(ref[ref.length - 1], part));
            }
        }
        return new Selection(wanted, bbox == null || bbox.isBlank() ? null : box(bbox), null);
    }

    /** The same, only features that meet this CQL2 text (shapes in lon/lat degrees); nothing or null lets all through. */
    public Selection where(@Nullable String cql2) {
        if (cql2 == null || cql2.isBlank()) {
            return this;
        }
        return new Selection(layers, lonLat, Cql2Text.read(cql2, FilterCrs.LON_LAT));
    }

    /** The filter as a store asks it of a layer, or null; refuses one that does not fit the layer. */
    @Nullable
    Condition condition(Session session, LayerType layer, PlanCrs plane) {
        return filter == null
                ? null
                : LayerFilter.of(session.catalogue(), layer, plane, filter).sql(session.dialect());
    }

    private static List<LayerType> named(Catalogue catalogue, String layers) {
        return java.util.Arrays.stream(layers.split(",", -1))
                .map(id -> layer(catalogue, id.strip(), "layer"))
                .distinct()
                .toList();
    }

    private static LayerType layer(Catalogue catalogue, String id, String field) {
        return catalogue.findLayer(id).orElseThrow(() -> {
            String list = String.join(
                    ", ", catalogue.layers().stream().map(LayerType::id).toList());
            return new Problem.Invalid(
                    Words.of(
                            "没有图层“" + id + "”。可用：" + list + "。",
                            "There is no layer \"" + id + "\". The layers are: " + list + "."),
                    field);
        });
    }

    private static LayerType onlyLayer(List<LayerType> layers, String id) {
        if (layers.size() != 1) {
            throw new Problem.Invalid(
                    Words.of(
                            "编号“" + id + "”需要图层：请用 layer=parks&ids=3，或 ids=parks:3。",
                            "The number \"" + id + "\" needs a layer: write layer=parks&ids=3, or ids=parks:3."),
                    "ids");
        }
        return layers.get(0);
    }

    private static long number(String text, String part) {
        if (!text.matches("\\d{1,18}")) {
            throw new Problem.Invalid(
                    Words.of("“" + part + "”不是要素编号。", "\"" + part + "\" is not the number of a feature."), "ids");
        }
        return Long.parseLong(text);
    }

    private static Envelope box(String text) {
        String[] parts = text.split(",", -1);
        double[] sides = new double[4];
        try {
            for (int i = 0; i < 4; i++) {
                sides[i] = Double.parseDouble(parts[i].strip());
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw badBox(text);
        }
        boolean good = parts.length == 4
                && Math.abs(sides[0]) <= 180
                && Math.abs(sides[2]) <= 180
                && Math.abs(sides[1]) <= 90
                && Math.abs(sides[3]) <= 90
                && sides[0] <= sides[2]
                && sides[1] <= sides[3];
        if (!good) {
            throw badBox(text);
        }
        return new Envelope(sides[0], sides[2], sides[1], sides[3]);
    }

    private static Problem badBox(String text) {
        return new Problem.Invalid(
                Words.of(
                        "范围“" + text + "”应为 西,南,东,北(经纬度),例如 116.2,39.8,116.5,40.0。",
                        "The box \"" + text
                                + "\" should be west,south,east,north in degrees, such as 116.2,39.8,116.5,40.0."),
                "bbox");
    }
}

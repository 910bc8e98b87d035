package org.greenplan.format.geojson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenplan.crs.MapShift;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.text.TextEncoding;
import org.greenplan.problem.Words;

/**
 * Reads GeoJSON: collections, single features and bare geometries, alone or one after another as GeoJSONSeq has them, with the
 * members in any order. A file that we gave out with several layers comes back as those layers.
 */
public final class GeoJsonReader implements FormatReader {
    private static final Set<String> EXTENSIONS =
            Set.of("geojson", "json", "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl", "txt");
    private static final Pattern LOOKS_LIKE = Pattern.compile(
            "\"(Feature|FeatureCollection|GeometryCollection|Point|LineString|Polygon|Multi[A-Z][A-Za-z]+"
                    + "|features|geometry|coordinates|properties)\"");
    private static final int SAMPLE = 65_536;
    /** More layers than a plan has are no layers. */
    private static final int MOST_LAYERS = 100;

    private static final Set<String> DATAV = Set.of("childrenNum", "acroutes", "subFeatureIndex", "centroid");

    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public List<SourceFile> claims(SourceFiles files) {
        return files.files().stream().filter(GeoJsonReader::claims).toList();
    }

    private static boolean claims(SourceFile file) {
        boolean named = EXTENSIONS.contains(file.extension());
        String text = TextEncoding.beginning(file, SAMPLE).stripLeading();
        boolean opens = text.startsWith("{") || text.startsWith("\u001E");
        return opens
                && (LOOKS_LIKE.matcher(text).find()
                        || (named && !file.extension().equals("txt")));
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile file : claims(files)) {
            layers.addAll(layers(file, options));
        }
        return layers;
    }

    private static List<SourceLayer> layers(SourceFile file, ReadOptions options) {
        TextEncoding encoding = TextEncoding.of(file, options.encoding());
        FeatureStream stream = new FeatureStream(file, encoding, false);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        Tally all = new Tally(file);
        stream.each(row -> {
            String of = layerOf(row);
            all.see(row);
            if (tallies.size() < MOST_LAYERS || tallies.containsKey(of)) {
                tallies.computeIfAbsent(of, l -> new Tally(file)).see(row);
            }
        });
        Words where = Words.of("GeoJSON(RFC 7946)为经纬度", "GeoJSON (RFC 7946) is longitude, latitude");
        DeclaredCrs crs = stream.crs() == null ? DeclaredCrs.lonLat(where) : stream.crs();
        if (stream.crs() == null && all.isOfDataV()) {
            crs = DeclaredCrs.shifted(
                    MapShift.GCJ_02,
                    Words.of(
                            "属性为 DataV 行政区划（adcode），其坐标为 GCJ-02 偏移",
                            "its properties (adcode) are those of DataV, which is shifted to GCJ-02"));
        }
        DeclaredCrs declared = crs;
        List<Words> findings = List.of(encoding.why());
        if (tallies.size() < 2 || tallies.size() >= MOST_LAYERS) {
            String name = tallies.size() == 1 ? tallies.keySet().iterator().next() : "";
            return List.of(new GeoJsonLayer(
                    file,
                    encoding,
                    name.isEmpty() ? file.stem() : name,
                    null,
                    all.types.fields(),
                    declared,
                    all.rows,
                    findings));
        }
        List<SourceLayer> layers = new ArrayList<>();
        tallies.forEach((of, tally) -> layers.add(new GeoJsonLayer(
                file,
                encoding,
                of.isEmpty() ? file.stem() : of,
                of,
                tally.types.fields(),
                declared,
                tally.rows,
                findings)));
        return layers;
    }

    /** The layer of the plan that a feature says it left, or nothing. */
    static String layerOf(SourceRow row) {
        return row.values().get("gp_layer") instanceof String layer && layer.length() <= 80 ? layer : "";
    }

    private static final class Tally {
        private final FieldTypes types;
        private long rows;

        Tally(SourceFile file) {
            types = new FieldTypes(file);
        }

        /** The boundaries of DataV's atlas carry these, whoever passed them on. */
        boolean isOfDataV() {
            Set<String> names = types.fields().stream().map(SourceField::name).collect(Collectors.toSet());
            return names.contains("adcode") && DATAV.stream().anyMatch(names::contains);
        }

        void see(SourceRow row) {
            row.values()
                    .forEach((name, value) ->
                            types.see(name, value instanceof String text ? FieldTypes.dated(text) : value));
            rows++;
        }
    }
}

package org.greenplan.format.kml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.text.TextEncoding;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads KML and KMZ: placemarks with points, lines, areas and tracks, a layer for each folder that holds some. Nothing is ever
 * fetched: links to other files are named and left alone.
 */
public final class KmlReader implements FormatReader {
    /** More folders than this are read as one layer. */
    private static final int MOST_LAYERS = 100;

    private static final int SAMPLE = 4096;
    /** Those of Ovital begin with ov. */
    private static final Set<String> PLAIN = Set.of("kml", "ovkml");

    private static final Set<String> PACKED = Set.of("kmz", "ovkmz");

    @Override
    public String id() {
        return "kml";
    }

    @Override
    public List<SourceFile> claims(SourceFiles files) {
        return files.files().stream().filter(KmlReader::claims).toList();
    }

    private static boolean claims(SourceFile file) {
        if (KmlSource.packed(file)) {
            return PACKED.contains(file.extension());
        }
        String text = TextEncoding.beginning(file, SAMPLE);
        return text.stripLeading().startsWith("<")
                && (PLAIN.contains(file.extension()) || PACKED.contains(file.extension()) || text.contains("<kml"));
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile file : claims(files)) {
            layers.addAll(layers(KmlSource.of(file, options.encoding())));
        }
        return layers;
    }

    private static List<SourceLayer> layers(KmlSource source) {
        KmlScan scan = new KmlScan(source);
        Map<Integer, Tally> tallies = new TreeMap<>();
        Tally all = new Tally(source.file());
        scan.each(placemark -> {
            all.see(placemark);
            if (tallies.size() <= MOST_LAYERS || tallies.containsKey(placemark.container())) {
                tallies.computeIfAbsent(placemark.container(), c -> new Tally(source.file()))
                        .see(placemark);
            }
        });
        List<Words> findings = new ArrayList<>(List.of(source.encoding().why()));
        findings.addAll(scan.findings());
        DeclaredCrs crs = scan.crs();
        if (tallies.size() < 2 || tallies.size() > MOST_LAYERS) {
            String name = tallies.size() == 1
                    ? scan.containerName(tallies.keySet().iterator().next())
                    : "";
            return List.of(layer(source, name, null, all, crs, findings));
        }
        List<SourceLayer> layers = new ArrayList<>();
        new LinkedHashMap<>(tallies)
                .forEach((container, tally) ->
                        layers.add(layer(source, scan.containerName(container), container, tally, crs, findings)));
        return layers;
    }

    private static SourceLayer layer(
            KmlSource source,
            String name,
            @Nullable Integer container,
            Tally tally,
            DeclaredCrs crs,
            List<Words> findings) {
        return new KmlLayer(
                source,
                name.isEmpty() ? source.file().stem() : name,
                container,
                tally.types.fields(),
                crs,
                tally.rows,
                findings);
    }

    private static final class Tally {
        private final FieldTypes types;
        private long rows;

        Tally(SourceFile file) {
            types = new FieldTypes(file);
        }

        void see(KmlPlacemark placemark) {
            placemark.values().forEach(types::see);
            rows++;
        }
    }
}

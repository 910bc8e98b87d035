package org.greenplan.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryStore;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Gives part of the plan away as a GeoPackage to work on in QGIS. The file remembers the version of every feature in it, so that what
 * comes back is compared with what left and with what the plan has become meanwhile.
 */
public record Checkout(PlanDesk desk) {
    /**
     * Writes a new file.
     *
     * @param layers which layers; those without features are there too, empty, to be drawn into
     * @param box only features that meet this box (lon/lat degrees), or null
     * @return number of features in the file
     */
    public long write(Path file, List<LayerType> layers, @Nullable Envelope box) {
        if (Files.exists(file)) {
            throw new Problem.Invalid(
                    Words.of(
                            "文件已存在：" + file + "。请换个名字，以免覆盖未归还的修改。",
                            "The file " + file + " exists. Choose another name, so that no work in it is lost."),
                    "--to");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            long count = fill(part, layers, box);
            Files.move(part, file);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long fill(Path part, List<LayerType> layers, @Nullable Envelope box) {
        var some = desk.catalogue().withLayers(layers);
        try (Database copy =
                Database.geoPackage(part, desk.database().blueprint().with(some))) {
            return desk.database()
                    .<Long>read(plan -> copy.write(to -> {
                        var base = new CheckoutStore(to);
                        base.create();
                        Map<FeatureRef, Integer> versions = new LinkedHashMap<>();
                        for (LayerType layer : layers) {
                            new FeatureStore(plan).stream(layer, new FeatureQuery(box, List.of(), null, 0), feature -> {
                                new FeatureStore(to).insert(copyOf(feature));
                                versions.put(feature.ref(), feature.version());
                            });
                        }
                        base.write(desk.profile(plan).id(), new HistoryStore(plan).lastNumber(), layers, versions);
                        return (long) versions.size();
                    }));
        }
    }

    private static Change.Create copyOf(Feature feature) {
        return new Change.Create(
                feature.ref().layer(), feature.ref().id(), feature.version(), feature.attributes(), feature.geometry());
    }
}

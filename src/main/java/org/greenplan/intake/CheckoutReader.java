package org.greenplan.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FormatReader;
import org.greenplan.format.PlotId;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.StoreFailure;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;

/** Reads a checked-out file that comes back: its features with their numbers and the versions they left with. */
record CheckoutReader(Catalogue catalogue) implements FormatReader {
    private static final String ID = "checkout";
    /** SQLite keeps the text of every CREATE TABLE near the file's beginning; a checkout is told by its own table's. */
    private static final int LOOKED_AT = 8 << 20;

    private static final String SQLITE = "SQLite format 3";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<SourceFile> claims(SourceFiles files) {
        return files.files().stream().filter(CheckoutReader::isCheckout).toList();
    }

    private static boolean isCheckout(SourceFile file) {
        if (!new String(file.head(SQLITE.length()), StandardCharsets.ISO_8859_1).equals(SQLITE)) {
            return false;
        }
        return new String(file.head(LOOKED_AT), StandardCharsets.ISO_8859_1)
                .contains("CREATE TABLE \"" + CheckoutStore.TABLE + "\"");
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile file : files.files()) {
            Path copy = copy(file);
            List<String> ids = reading(
                    file, copy, catalogue, database -> database.read(session -> new CheckoutStore(session).layers()));
            for (String id : ids) {
                catalogue.findLayer(id).ifPresent(layer -> layers.add(layer(file, copy, layer)));
            }
        }
        return layers;
    }

    private SourceLayer layer(SourceFile file, Path copy, LayerType layer) {
        var only = catalogue.withLayers(List.of(layer));
        Map<Long, Integer> versions = reading(
                file,
                copy,
                only,
                database -> database.<Map<Long, Integer>>read(session -> new CheckoutStore(session).versions(layer)));
        return new Layer(file, copy, only, layer, versions);
    }

    /** The file given is left as it is: opening a plan's file can add to it. */
    private static Path copy(SourceFile file) {
        try {
            Path copy = Files.createTempFile(file.path().toAbsolutePath().getParent(), "checkout", ".gpkg");
            Files.copy(file.path(), copy, StandardCopyOption.REPLACE_EXISTING);
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T of(Database database);
    }

    private static <T> T reading(SourceFile file, Path copy, Catalogue catalogue, Reading<T> reading) {
        try (Database database = Database.geoPackage(copy, PlanBeginning.blueprint(catalogue))) {
            return reading.of(database);
        } catch (StoreFailure | Problem.Unavailable e) {
            throw new Problem.Invalid(
                    Words.of(
                            "“" + file.name() + "”已损坏，无法归还。请从 QGIS 另存为新的 GeoPackage 后以“更新”方式导入。",
                            "\"" + file.name()
                                    + "\" is damaged. Save it from QGIS as a new GeoPackage and import that as an update."),
                    "files");
        }
    }

    private record Layer(
            SourceFile source, Path copy, Catalogue catalogue, LayerType layer, Map<Long, Integer> versions)
            implements SourceLayer {
        @Override
        public Optional<Map<Long, Integer>> checkedOut() {
            return Optional.of(versions);
        }

        @Override
        public String name() {
            return layer.id();
        }

        @Override
        public String file() {
            return source.name();
        }

        @Override
        public String format() {
            return ID;
        }

        @Override
        public List<SourceField> fields() {
            List<SourceField> fields = new ArrayList<>();
            layer.attributes().forEach(a -> fields.add(new SourceField(a.name(), a.type())));
            fields.add(new SourceField(PlotId.VERSION, AttributeType.INTEGER));
            return fields;
        }

        @Override
        public Optional<DeclaredCrs> crs() {
            return Optional.of(new DeclaredCrs(4490, null, Words.of("检出文件", "checked-out file")));
        }

        @Override
        public OptionalLong count() {
            return OptionalLong.empty();
        }

        @Override
        public List<Words> findings() {
            return List.of(
                    Words.of(
                            "这是从本规划检出的文件，将与检出时和现在的规划三方比对。",
                            "This file was checked out of the plan; it is compared with what left and with what the plan is now."));
        }

        @Override
        public void each(Consumer<SourceRow> to) {
            reading(
                    source,
                    copy,
                    catalogue,
                    database -> database.<Boolean>read(session -> {
                        long[] number = {0};
                        new FeatureStore(session).stream(layer, FeatureQuery.all(), feature -> {
                            Map<String, @Nullable Object> values = new LinkedHashMap<>();
                            for (Attribute attribute : layer.attributes()) {
                                values.put(
                                        attribute.name(), feature.attributes().get(attribute.name()));
                            }
                            long fid = feature.ref().id();
                            Integer version = versions.get(fid);
                            values.put(PlotId.VERSION, version == null ? null : Long.valueOf(version));
                            String id = version == null ? null : layer.id() + "." + fid;
                            to.accept(new SourceRow(++number[0], id, values, feature.geometry(), List.of()));
                        });
                        return true;
                    }));
        }
    }
}

package org.greenplan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.compare.Prepared;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.format.SourceFile;
import org.greenplan.format.text.CsvText;
import org.greenplan.intake.Intake;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.greenplan.store.TestDatabases;
import org.jspecify.annotations.Nullable;

/** A plan that leaves as files and comes back out of them: what the tests of exports share. */
record OutAndBack(PlanDesk plan) {
    private static final Charset GBK = Charset.forName("GBK");
    private static final List<String> SYSTEMS = List.of("4326", "4547", "4526");

    /** Parcel files know areas only, and no layers: each layer is a file of its own. */
    private static final String AREAS_ONLY = "parcel";

    /** A drawing has texts, a parcel its name; other formats carry every attribute. */
    private static final Set<String> TABLES = Set.of("csv", "xlsx");

    private static final Set<String> NAMES_ONLY = Set.of("dxf", AREAS_ONLY);

    /** A format in one of the coordinate systems it takes, with wishes. */
    record Way(String format, String crs, Map<String, String> wishes) {
        boolean carriesAttributes() {
            return !NAMES_ONLY.contains(format);
        }

        boolean carries(LayerType layer) {
            return !format.equals(AREAS_ONLY) || layer.geometry() == GeometryKind.POLYGON;
        }

        boolean carries(Attribute attribute) {
            return carriesAttributes() || attribute.name().equals("name");
        }

        boolean isGbk() {
            return "gbk".equals(wishes.get("encoding"));
        }

        /** Tables have no place for their coordinate system. */
        boolean namesSystem() {
            return !TABLES.contains(format);
        }

        /** A value as other programs see it: of a text that a spreadsheet would run, a CSV file makes a text with an apostrophe. */
        @Nullable
        Object shown(@Nullable Object value) {
            Object after = after(value);
            return format.equals("csv") && after instanceof String text ? CsvText.harmless(text) : after;
        }

        /** A value after the losses that the limits of the format tell of; most formats hold it as it is. */
        @Nullable
        Object after(@Nullable Object value) {
            if (format.equals(AREAS_ONLY) && value instanceof String text) {
                return new String(text.getBytes(GBK), GBK)
                        .replace(',', '\uFF0C')
                        .replace('@', '\uFF20');
            }
            if (format.equals("shapefile") && value instanceof String text) {
                return cut(text, isGbk() ? GBK : StandardCharsets.UTF_8);
            }
            return format.equals("shapefile") && value instanceof Double number
                    ? (Object) BigDecimal.valueOf(number)
                            .setScale(15, RoundingMode.HALF_EVEN)
                            .doubleValue()
                    : value;
        }

        private static String cut(String text, Charset charset) {
            int end = text.length();
            while (text.substring(0, end).getBytes(charset).length > 254) {
                end = text.offsetByCodePoints(end, -1);
            }
            return new String(text.substring(0, end).getBytes(charset), charset);
        }
    }

    /** Every format in degrees, on the plan's plane and with the zone before the easting, where it takes them; and shapefiles in GBK. */
    static Stream<Way> ways() {
        PlanProfile profile = PlanProfileReader.bundled("shangjie", CatalogueReader.bundled());
        return Formats.writers().stream().flatMap(w -> ExportOrder.systems(w, profile).stream()
                .map(crs -> crs.code().replaceFirst("^EPSG:", ""))
                .filter(SYSTEMS::contains)
                .flatMap(crs -> w.id().equals("shapefile")
                        ? Stream.of(new Way(w.id(), crs, Map.of()), new Way(w.id(), crs, Map.of("encoding", "gbk")))
                        : Stream.of(new Way(w.id(), crs, Map.of()))));
    }

    List<SourceFile> exported(Way way) {
        return exported(way, note -> {});
    }

    /** The files of an export, and what was told of losses. */
    List<SourceFile> exported(Way way, Consumer<Words> notes) {
        if (!way.format().equals(AREAS_ONLY)) {
            return List.of(exported(way, Selection.everything(plan.catalogue()), notes));
        }
        return layers(way).stream()
                .filter(layer -> !features(layer).isEmpty())
                .map(layer -> exported(way, Selection.of(plan.catalogue(), layer.id(), null, null), notes))
                .toList();
    }

    private SourceFile exported(Way way, Selection selection, Consumer<Words> notes) {
        ExportOrder order =
                ExportOrder.of(plan.profile(), selection, Formats.writer(way.format()), way.crs(), way.wishes());
        String name = ExportName.today(plan.profile(), order).plain();
        Path path = TestDatabases.folder().resolve(name);
        return plan.database().read(session -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                new Export(session, plan.profile()).write(order, out, notes);
                return new SourceFile(name, path, Files.size(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What the files hold, everything as it would be suggested: the layer, the coordinate system, the columns. */
    List<Prepared> prepared(List<SourceFile> files, LayerChoice.Mode mode) throws IOException {
        return prepared(files, mode, null);
    }

    private List<Prepared> prepared(List<SourceFile> files, LayerChoice.Mode mode, @Nullable String crs)
            throws IOException {
        Intake intake = new Intake(plan, Formats.readers());
        Intake.Found found =
                intake.survey(files, Files.createTempDirectory(TestDatabases.folder(), "in"), null, new Progress());
        List<LayerChoice> choices = new ArrayList<>();
        for (int source = 0; source < found.layers().size(); source++) {
            LayerChoice s = intake.suggested(found, source, null);
            choices.add(LayerChoice.plain(source, s.target(), crs == null ? s.crs() : crs, s.fields(), mode));
        }
        return intake.prepare(found, choices, new Progress()).layers();
    }

    /** Writes everything in the files into this plan. */
    void takeIn(List<SourceFile> files) throws IOException {
        new Intake(plan, Formats.readers())
                .apply("li", "round trip", prepared(files, LayerChoice.Mode.NEW), new Progress());
    }

    /** The same; where no district tells which zone a table without a system is of, whoever takes it in says so. */
    void takeIn(List<SourceFile> files, Way way) throws IOException {
        String crs = way.namesSystem() ? null : "EPSG:" + way.crs();
        new Intake(plan, Formats.readers())
                .apply("li", "round trip", prepared(files, LayerChoice.Mode.NEW, crs), new Progress());
    }

    /** The layers that a way can carry. */
    List<LayerType> layers(Way way) {
        return plan.catalogue().layers().stream().filter(way::carries).toList();
    }

    Map<String, Long> counts(Way way) {
        Map<String, Long> counts = new TreeMap<>();
        layers(way).forEach(l -> counts.put(l.id(), (long) features(l).size()));
        return counts;
    }

    List<Feature> features(LayerType layer) {
        List<Feature> features = new ArrayList<>();
        plan.database().<Boolean>read(s -> {
            new FeatureStore(s).stream(layer, FeatureQuery.all(), features::add);
            return true;
        });
        return features;
    }
}

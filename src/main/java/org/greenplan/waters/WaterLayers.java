package org.greenplan.waters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Finding;
import org.greenplan.network.Kind;
import org.greenplan.network.Node;
import org.greenplan.problem.Words;
import org.greenplan.supply.Stages;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Stage;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * What is known of the water as layers that nobody writes: nodes, edges and verdicts, described in the catalogue's language. Features are
 * numbered from 1 in the order of the network, and are true for the newest changeset; shapes are in lon/lat degrees.
 */
public final class WaterLayers {
    private static final String NODES = "water_nodes";
    private static final String EDGES = "water_edges";
    private static final String VERDICTS = "water_verdicts";
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final PlanWater water;

    /** Read when somebody first asks, not when a plan is opened. */
    private static final class Described {
        private static final Catalogue CATALOGUE = CatalogueReader.read(Bundled.resource("computed"));
    }

    /** @param water that of which they speak */
    public WaterLayers(PlanWater water) {
        this.water = water;
    }

    /** All of them. */
    public List<LayerType> all() {
        return Described.CATALOGUE.layers();
    }

    /** The one of that id. */
    public Optional<LayerType> find(String id) {
        return Described.CATALOGUE.findLayer(id);
    }

    /**
     * The features of one.
     *
     * @param state of the works for which verdicts are wanted
     */
    public List<Feature> features(LayerType layer, Stage state) {
        NetworkNow now = water.network();
        return switch (layer.id()) {
            case NODES -> nodes(now);
            case EDGES -> edges(now);
            default -> verdicts(now, state);
        };
    }

    private static List<Feature> nodes(NetworkNow now) {
        List<Feature> all = new ArrayList<>();
        for (Node node : now.network().topology().nodes()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("node", node.id());
            values.put("kind", node.type().name().toLowerCase(Locale.ROOT));
            values.put(
                    "name",
                    name(
                            now,
                            node.features().contains(node.id())
                                    ? node.id()
                                    : node.features().get(0)));
            values.put("features", String.join(", ", node.features()));
            values.put("level_m", now.network().drawing().levelM(node));
            values.put("snapped_m", node.snappedM());
            Geometry place = SHAPES.createPoint(new Coordinate(node.x(), node.y()));
            all.add(feature(NODES, all.size() + 1, values, now.crs().toLonLat(place)));
        }
        return all;
    }

    private static List<Feature> edges(NetworkNow now) {
        Map<String, List<String>> wrong = now.network().findings().stream()
                .collect(Collectors.groupingBy(
                        Finding::feature,
                        Collectors.mapping(
                                finding -> finding.type().name().toLowerCase(Locale.ROOT), Collectors.toList())));
        List<Feature> all = new ArrayList<>();
        for (Edge edge : now.network().topology().edges()) {
            Drawn line = thing(now, edge.feature());
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("edge", edge.id());
            values.put("name", line.name());
            values.put("feature", edge.feature());
            values.put("kind", line.kind() == Kind.RIVER ? "river" : line.text("kind"));
            values.put("from_node", edge.from());
            values.put("to_node", edge.to());
            values.put("length_m", edge.lengthM());
            values.put(
                    "capacity_m3d", line.values().get("capacity_m3d") instanceof Number m3 ? m3.doubleValue() : null);
            List<String> findings = wrong.getOrDefault(edge.feature(), List.of());
            values.put("findings", findings.isEmpty() ? null : String.join(", ", findings));
            Geometry part = line.shape().getGeometryN(edge.part());
            Geometry stretch = new LengthIndexedLine(part).extractLine(edge.fromM(), edge.toM());
            MultiLineString lines = SHAPES.createMultiLineString(new LineString[] {(LineString) stretch});
            all.add(feature(EDGES, all.size() + 1, values, now.crs().toLonLat(lines)));
        }
        return all;
    }

    /** Their shape is that of all lakes. */
    private List<Feature> verdicts(NetworkNow now, Stage state) {
        Judgement judgement = water.judgement(state, "").judgement();
        List<Geometry> lakes = now.network().drawing().things().values().stream()
                .filter(thing -> thing.kind() == Kind.LAKE)
                .map(Drawn::shape)
                .toList();
        Geometry shape = now.crs().toLonLat(polygons(lakes));
        List<Feature> all = new ArrayList<>();
        for (Verdict verdict : judgement.verdicts()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("verdict", verdict.kind().code());
            values.put("title", verdict.kind().title().zh());
            values.put("state", Stages.code(state));
            values.put("year", judgement.supply().year());
            values.put("standing", verdict.standing().code());
            values.put("reasons_zh", reasons(verdict, Words::zh));
            values.put("reasons_en", reasons(verdict, Words::en));
            values.put("features", String.join(", ", verdict.features()));
            all.add(feature(VERDICTS, all.size() + 1, values, shape));
        }
        return all;
    }

    private static Geometry polygons(List<Geometry> lakes) {
        List<Polygon> parts = new ArrayList<>();
        for (Geometry lake : lakes) {
            for (int i = 0; i < lake.getNumGeometries(); i++) {
                if (lake.getGeometryN(i) instanceof Polygon part) {
                    parts.add(part);
                }
            }
        }
        return SHAPES.createMultiPolygon(parts.toArray(new Polygon[0]));
    }

    private static String reasons(Verdict verdict, Function<Words, String> language) {
        return verdict.reasons().stream().map(language).collect(Collectors.joining(" "));
    }

    private static Feature feature(String layer, int number, Map<String, @Nullable Object> values, Geometry lonLat) {
        return new Feature(new FeatureRef(layer, number), 1, values, lonLat);
    }

    private static String name(NetworkNow now, String feature) {
        return thing(now, feature).name();
    }

    private static Drawn thing(NetworkNow now, String id) {
        return Objects.requireNonNull(now.network().drawing().things().get(id), id);
    }
}

package org.greenplan.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.Code.Severity;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.ShapeKernel;
import org.greenplan.feature.Feature;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.geo.Overlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds what plots meet of the layers of constraints, and how hard each is, by what the catalogue says of its codes. */
public record Hindrances(Neighbourhood around) {
    /** Less than this is how two offices draw one line. */
    static final double LEAST_M2 = 0.1;

    /** What a shape meets, the hardest first; of a shape without area, nothing. */
    public List<Hindrance> of(Geometry plane) {
        return of(List.of(plane));
    }

    /** What shapes meet together: ground under several of them is told once. */
    public List<Hindrance> of(List<Geometry> shapes) {
        STRtree tree = new STRtree();
        Envelope all = new Envelope();
        shapes.stream()
                .filter(shape -> shape.getDimension() == 2 && !shape.isEmpty())
                .forEach(shape -> {
                    tree.insert(shape.getEnvelopeInternal(), shape);
                    all.expandToInclude(shape.getEnvelopeInternal());
                });
        List<Hindrance> found = new ArrayList<>();
        if (!all.isNull()) {
            layers().forEach(layer -> found.addAll(of(layer, tree, all)));
        }
        found.sort(Comparator.comparing(Hindrance::severity)
                .thenComparing(h -> -h.area().planeM2()));
        return found;
    }

    private List<Hindrance> of(LayerType layer, STRtree shapes, Envelope all) {
        Map<Severity, List<Geometry>> parts = new TreeMap<>();
        Map<Severity, Set<String>> names = new TreeMap<>();
        for (Feature feature : around.near(layer, all, 0)) {
            Severity severity = severity(around.session().catalogue(), layer, feature.attributes());
            Geometry ground = around.crs().toPlane(feature.geometry());
            for (Object shape : severity == Severity.NONE ? List.of() : shapes.query(ground.getEnvelopeInternal())) {
                Geometry common = Overlay.intersection((Geometry) shape, ground);
                if (common.getArea() >= LEAST_M2) {
                    parts.computeIfAbsent(severity, s -> new ArrayList<>()).add(common);
                    names.computeIfAbsent(severity, s -> new LinkedHashSet<>()).add(feature.label(layer));
                }
            }
        }
        var kernel = new ShapeKernel(around.crs());
        return parts.entrySet().stream()
                .map(part -> new Hindrance(
                        layer,
                        part.getKey(),
                        List.copyOf(names.getOrDefault(part.getKey(), Set.of())),
                        kernel.areas(Overlay.union(part.getValue()))))
                .toList();
    }

    /** All ground that is bound, in the plan's plane. */
    List<Geometry> ground() {
        List<Geometry> bound = new ArrayList<>();
        for (LayerType layer : layers()) {
            around.stream(layer, feature -> {
                if (severity(around.session().catalogue(), layer, feature.attributes()) != Severity.NONE) {
                    bound.add(around.crs().toPlane(feature.geometry()));
                }
            });
        }
        return bound;
    }

    /** Where a shape lies on constraints, in the plan's plane: on those of one layer, or on all where none is named. */
    public Geometry shape(Geometry plane, @Nullable String layer) {
        List<Geometry> parts = layers().stream()
                .filter(each -> layer == null || each.id().equals(layer))
                .flatMap(each -> around.near(each, plane.getEnvelopeInternal(), 0).stream()
                        .filter(feature ->
                                severity(around.session().catalogue(), each, feature.attributes()) != Severity.NONE))
                .map(feature -> Overlay.intersection(plane, around.crs().toPlane(feature.geometry())))
                .toList();
        return Overlay.union(parts);
    }

    /** How hard a feature is: what the catalogue says of the first of its codes of which it says anything, else caution. */
    public static Severity severity(Catalogue catalogue, LayerType layer, Map<String, @Nullable Object> values) {
        return layer.attributes().stream()
                .flatMap(attribute -> {
                    Object value = values.get(attribute.name());
                    String code = String.valueOf(value == null ? attribute.defaultValue() : value);
                    String list = attribute.codeList();
                    var codes = list == null ? null : catalogue.codeLists().get(list);
                    return codes == null ? Stream.<Code>of() : codes.find(code).stream();
                })
                .map(Code::severity)
                .flatMap(severity -> severity == null ? Stream.of() : Stream.of(severity))
                .findFirst()
                .orElse(Severity.CAUTION);
    }

    private List<LayerType> layers() {
        return around.session().catalogue().withRole(Role.CONSTRAINT).stream()
                .filter(layer -> layer.geometry() == GeometryKind.POLYGON)
                .toList();
    }
}

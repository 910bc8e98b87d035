package org.greenplan.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.Code.Severity;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.Areas;
import org.greenplan.count.ShapeKernel;
import org.greenplan.feature.Feature;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.geo.Overlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Finds what plots meet of the layers of constraints, and how hard each is, by what the catalogue says of its codes. */
public record Hindrances(Neighbourhood around) {
    /** Less than this is how two offices draw one line. */
    private static final double LEAST_M2 = 0.1;

    /** What a shape meets, the hardest first; of a shape without area, nothing. */
    public List<Hindrance> of(Geometry plane) {
        List<Hindrance> found = new ArrayList<>();
        if (plane.getDimension() < 2 || plane.isEmpty()) {
            return found;
        }
        var kernel = new ShapeKernel(around.crs());
        for (LayerType layer : layers()) {
            near(layer, plane).forEach((severity, features) -> {
                Areas area = kernel.areas(met(plane, features));
                if (severity != Severity.NONE && area.planeM2() >= LEAST_M2) {
                    List<String> names = features.stream()
                            .map(feature -> feature.label(layer))
                            .distinct()
                            .toList();
                    found.add(new Hindrance(layer, severity, names, area));
                }
            });
        }
        found.sort((a, b) -> a.severity() == b.severity()
                ? Double.compare(b.area().planeM2(), a.area().planeM2())
                : a.severity().compareTo(b.severity()));
        return found;
    }

    /** Where a shape lies on constraints, in the plan's plane: on those of one layer, or on all where none is named. */
    public Geometry shape(Geometry plane, @Nullable String layer) {
        List<Feature> features = layers().stream()
                .filter(each -> layer == null || each.id().equals(layer))
                .flatMap(each -> near(each, plane).entrySet().stream())
                .filter(each -> each.getKey() != Severity.NONE)
                .flatMap(each -> each.getValue().stream())
                .toList();
        return met(plane, features);
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

    private Map<Severity, List<Feature>> near(LayerType layer, Geometry plane) {
        Map<Severity, List<Feature>> near = new TreeMap<>();
        for (Feature feature : around.near(layer, plane.getEnvelopeInternal(), 0)) {
            if (around.crs().toPlane(feature.geometry()).intersects(plane)) {
                Severity severity = severity(around.session().catalogue(), layer, feature.attributes());
                near.computeIfAbsent(severity, s -> new ArrayList<>()).add(feature);
            }
        }
        return near;
    }

    private Geometry met(Geometry plane, List<Feature> features) {
        List<Geometry> parts = features.stream()
                .map(feature -> Overlay.intersection(plane, around.crs().toPlane(feature.geometry())))
                .toList();
        return Overlay.union(parts);
    }
}

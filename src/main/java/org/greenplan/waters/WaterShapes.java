package org.greenplan.waters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.network.Drawing;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;

/** What features are to the water network: of the layers of its role, by their shapes and by what kinds of lines they tell apart. */
record WaterShapes(Catalogue catalogue, PlanCrs crs) {
    private static final String LINK_KINDS = "link_kind";
    private static final String DRAIN_KINDS = "drain_kind";

    /** What a layer's features are; nothing where the network does not look at them. Of constraints, only those that prohibit count. */
    static Optional<Kind> kind(LayerType layer) {
        if (layer.role() == Role.CONSTRAINT) {
            return Optional.of(Kind.FARMLAND);
        }
        if (layer.role() != Role.WATER) {
            return Optional.empty();
        }
        return switch (layer.geometry()) {
            case POLYGON -> Optional.of(Kind.LAKE);
            case POINT -> Optional.of(Kind.STRUCTURE);
            case LINE ->
                Optional.of(
                        hasCodes(layer, DRAIN_KINDS)
                                ? Kind.DRAIN
                                : hasCodes(layer, LINK_KINDS) ? Kind.LINK : Kind.RIVER);
            case NONE -> Optional.empty();
        };
    }

    private static boolean hasCodes(LayerType layer, String list) {
        return layer.attributes().stream().anyMatch(attribute -> list.equals(attribute.codeList()));
    }

    /** A feature as the network sees it; nothing where it does not look at it, or it has no shape. */
    Optional<Drawn> of(Feature feature) {
        return catalogue.findLayer(feature.ref().layer()).flatMap(layer -> kind(layer)
                .filter(kind -> !feature.geometry().isEmpty())
                .filter(kind -> kind != Kind.FARMLAND || prohibits(layer, feature))
                .map(kind -> Drawn.of(
                        feature.ref().toString(),
                        kind,
                        crs.toPlane(feature.geometry()),
                        isBuilt(layer, feature),
                        WaterWords.values(layer, feature.attributes()))));
    }

    /** Whether a code of a constraint says that nothing may be there. */
    private boolean prohibits(LayerType layer, Feature land) {
        return layer.attributes().stream()
                .filter(attribute -> attribute.codeList() != null)
                .anyMatch(attribute -> Optional.ofNullable(catalogue.codeLists().get(attribute.codeList()))
                        .flatMap(list ->
                                list.find(String.valueOf(land.attributes().get(attribute.name()))))
                        .filter(code -> code.severity() == Code.Severity.PROHIBITED)
                        .isPresent());
    }

    /** What has no status stands; of the statuses the first is that of what stands. */
    private boolean isBuilt(LayerType layer, Feature feature) {
        Object status = layer.value(AttributeRole.STATUS, feature.attributes());
        return status == null
                || catalogue.statuses().isEmpty()
                || catalogue.statuses().get(0).code().equals(status);
    }

    /** All that the network is made of, as a view of the plan has it. */
    List<Drawn> all(Neighbourhood plan) {
        List<Drawn> all = new ArrayList<>();
        for (LayerType layer : catalogue.layers()) {
            if (kind(layer).filter(kind -> kind != Kind.FARMLAND).isPresent()) {
                plan.stream(layer, feature -> of(feature).ifPresent(all::add));
            }
        }
        return all;
    }

    /** The land of a view on which nothing new may be built. */
    Drawing.Farmland farmland(Neighbourhood plan) {
        return box -> {
            Collection<Drawn> near = new ArrayList<>();
            catalogue.withRole(Role.CONSTRAINT).forEach(layer -> plan.near(layer, box, 0)
                    .forEach(land -> of(land).ifPresent(near::add)));
            return near;
        };
    }
}

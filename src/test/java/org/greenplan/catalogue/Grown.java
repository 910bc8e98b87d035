package org.greenplan.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.problem.Words;

/** Catalogues as a district may make them of the one that comes with the program. */
public final class Grown {
    private Grown() {}

    /** The catalogue with an optional date added to a layer; no bundled layer has one. */
    public static Catalogue withDate(Catalogue catalogue, String layer, String name, Words title) {
        List<LayerType> layers = new ArrayList<>(catalogue.layers());
        layers.replaceAll(l -> l.id().equals(layer) ? withDate(l, name, title) : l);
        return catalogue.withLayers(layers);
    }

    private static LayerType withDate(LayerType layer, String name, Words title) {
        List<Attribute> attributes = new ArrayList<>(layer.attributes());
        attributes.add(
                new Attribute(name, title, AttributeType.DATE, null, false, null, null, null, null, null, List.of()));
        return with(layer, layer.id(), attributes);
    }

    /** A layer under another name or with other attributes. */
    public static LayerType with(LayerType layer, String id, List<Attribute> attributes) {
        return new LayerType(
                id,
                layer.title(),
                layer.geometry(),
                layer.role(),
                layer.order(),
                attributes,
                layer.label(),
                layer.style(),
                layer.belt(),
                layer.aliases());
    }

    /** The catalogue with another order of one layer. */
    public static Catalogue withOrder(Catalogue catalogue, String layer, int order) {
        List<LayerType> layers = new ArrayList<>(catalogue.layers());
        layers.replaceAll(l -> l.id().equals(layer)
                ? new LayerType(
                        l.id(),
                        l.title(),
                        l.geometry(),
                        l.role(),
                        order,
                        l.attributes(),
                        l.label(),
                        l.style(),
                        l.belt(),
                        l.aliases())
                : l);
        return catalogue.withLayers(layers);
    }
}

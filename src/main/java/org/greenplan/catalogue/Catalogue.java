package org.greenplan.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * All layers, kinds of records and code lists, in the order in which people read them.
 *
 * @param layers what lies on the map
 * @param records kinds of things without a shape: the plan's identity, its targets
 */
public record Catalogue(List<LayerType> layers, List<LayerType> records, Map<String, CodeList> codeLists) {
    public Catalogue {
        layers = List.copyOf(layers);
        records = List.copyOf(records);
        codeLists = Map.copyOf(codeLists);
    }

    /** The same records and code lists with other layers. */
    public Catalogue withLayers(List<LayerType> others) {
        return new Catalogue(others, records, codeLists);
    }

    /** The layer or kind of record of that id, whatever a changeset may name; a Problem if there is none. */
    public LayerType get(String id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /** The layer of that id, for whoever wants shapes; a Problem if there is none. */
    public LayerType layer(String id) {
        return findLayer(id).orElseThrow(() -> missing(id));
    }

    public Optional<LayerType> find(String id) {
        return findLayer(id)
                .or(() -> records.stream().filter(r -> r.id().equals(id)).findFirst());
    }

    /** Whatever a changeset may name: the layers, then the kinds of records. */
    public List<LayerType> all() {
        return Stream.concat(layers.stream(), records.stream()).toList();
    }

    /** The layer of that id; records are none. */
    public Optional<LayerType> findLayer(String id) {
        return layers.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    private static Problem.Missing missing(String id) {
        return new Problem.Missing(Words.of(
                "没有名为“" + id + "”的图层。可用图层见图层面板。",
                "There is no layer \"" + id + "\". See the layer panel for the layers of this plan."));
    }

    public List<LayerType> withRole(Role role) {
        return layers.stream().filter(l -> l.role() == role).toList();
    }

    /** The district's layer. */
    public Optional<LayerType> district() {
        return withRole(Role.BOUNDARY).stream().findFirst();
    }

    /** The layers of the district and of its parts. */
    public List<LayerType> borders() {
        return layers.stream().filter(LayerType::isBorder).toList();
    }

    /** The code list of a role among the layers that add green, which share one. */
    public Optional<CodeList> codes(AttributeRole role) {
        return withRole(Role.ADDS_GREEN).stream()
                .flatMap(layer -> layer.find(role).stream())
                .flatMap(attribute -> Optional.ofNullable(attribute.codeList()).stream())
                .flatMap(id -> Optional.ofNullable(codeLists.get(id)).stream())
                .findFirst();
    }

    /** What plots can stand at, the most advanced first. */
    public List<Code> statuses() {
        return codes(AttributeRole.STATUS).map(CodeList::codes).orElse(List.of());
    }

    /** The effects that add no green: plots of these improve what is there. */
    public List<String> upgrades() {
        return codes(AttributeRole.EFFECT).stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> !code.addsGreen())
                .map(Code::code)
                .toList();
    }

    /** Whether the same features count alike by both: the same layers count, in the same order, by the same attributes and codes. */
    public boolean countsLike(Catalogue other) {
        return counting().equals(other.counting());
    }

    private List<List<?>> counting() {
        List<List<?>> counting = new ArrayList<>();
        for (LayerType layer : layers) {
            if (layer.addsGreen() || layer.isBorder() || layer.role() == Role.BASELINE) {
                counting.add(List.of(
                        layer.id(),
                        layer.role(),
                        layer.order(),
                        layer.geometry(),
                        Optional.ofNullable(layer.belt()),
                        layer.find(AttributeRole.STATUS).map(Attribute::name),
                        layer.find(AttributeRole.EFFECT).map(Attribute::name)));
            }
        }
        counting.add(statuses().stream()
                .map(code -> List.of(code.code(), code.rank()))
                .toList());
        counting.add(upgrades());
        return counting;
    }

    /** Whether a plot improves green without adding any. */
    public boolean isUpgrade(LayerType layer, Map<String, @Nullable Object> attributes) {
        Object effect = layer.value(AttributeRole.EFFECT, attributes);
        return effect != null && upgrades().contains(effect.toString());
    }
}

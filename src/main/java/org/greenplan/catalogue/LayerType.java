package org.greenplan.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * One kind of feature, described once: from it come tables, forms, legend, validation, import mapping and exports. A kind of record,
 * such as the targets, is described in the same way and has no shape.
 *
 * @param id snake_case, also the table name in both stores
 * @param order precedence of the layer among those that add green, and its place in lists
 * @param label template of a feature's label, such as {@code {name}}
 * @param belt the attributes that make a line's green belt, or null
 */
public record LayerType(
        String id,
        Words title,
        GeometryKind geometry,
        Role role,
        int order,
        List<Attribute> attributes,
        String label,
        Style style,
        @Nullable Belt belt,
        List<String> aliases) {
    public LayerType {
        attributes = List.copyOf(attributes);
        aliases = List.copyOf(aliases);
    }

    /** Whether these are things of the plan without a shape, changed by changesets like features and on no map. */
    public boolean isRecord() {
        return geometry == GeometryKind.NONE;
    }

    /** The same layer in another role. */
    public LayerType with(Role other) {
        return new LayerType(id, title, geometry, other, order, attributes, label, style, belt, aliases);
    }

    /** The same with other attributes. */
    public LayerType with(List<Attribute> others) {
        return new LayerType(id, title, geometry, role, order, others, label, style, belt, aliases);
    }

    public boolean addsGreen() {
        return role == Role.ADDS_GREEN;
    }

    /** Whether it is the district or a part of it. */
    public boolean isBorder() {
        return role == Role.BOUNDARY || role == Role.ZONE;
    }

    /** The attribute of a role. */
    public Optional<Attribute> find(AttributeRole meaning) {
        return attributes.stream().filter(a -> a.role() == meaning).findFirst();
    }

    /** What a feature of the layer has in the attribute of a role; null where it has none. */
    public @Nullable Object value(AttributeRole meaning, Map<String, @Nullable Object> values) {
        return find(meaning).map(a -> values.get(a.name())).orElse(null);
    }

    /** What a new feature has where nothing is said: a plot the plan's year as its own, else what the catalogue says. */
    public @Nullable Object beginning(Attribute attribute, int planYear) {
        boolean itsYear =
                addsGreen() && attribute.role() == AttributeRole.YEAR && attribute.type() == AttributeType.INTEGER;
        return itsYear ? Long.valueOf(planYear) : attribute.defaultValue();
    }

    public Optional<Attribute> find(String attribute) {
        return attributes.stream().filter(a -> a.name().equals(attribute)).findFirst();
    }
}

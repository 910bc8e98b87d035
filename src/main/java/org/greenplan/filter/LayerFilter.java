package org.greenplan.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.cql2.Filter;
import org.greenplan.crs.PlanCrs;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A filter that fits a layer: asked of the store as a condition of SQL, or of one feature in memory, with the same answer. Where an
 * attribute is not set the answer is neither yes nor no, and so is its opposite.
 */
public final class LayerFilter {
    private final Queryables queryables;
    private final PlanCrs plane;
    private final Filter checked;
    private final Set<String> asked;

    private LayerFilter(Catalogue catalogue, Queryables queryables, PlanCrs plane, Filter filter) {
        Set<String> names = new HashSet<>();
        this.queryables = queryables;
        this.plane = plane;
        this.checked = new FilterCheck(catalogue, queryables, names).filter(filter);
        this.asked = Set.copyOf(names);
    }

    /** A filter asked of the features of a layer; refuses what does not fit the layer. */
    public static LayerFilter of(Catalogue catalogue, LayerType layer, PlanCrs plane, Filter filter) {
        return new LayerFilter(catalogue, Queryables.of(layer), plane, filter);
    }

    /**
     * The same, by attributes and figures alone, as a line of the ledger has them.
     *
     * @param together the layers of which the filter is asked: what one of them has, another may lack, where it is never set
     */
    public static LayerFilter ofLines(
            Catalogue catalogue, LayerType layer, Iterable<LayerType> together, PlanCrs plane, Filter filter) {
        return new LayerFilter(catalogue, Queryables.ofLines(layer, together), plane, filter);
    }

    /** The condition on the layer's table, which is called by its name and nothing else. */
    public Condition sql(Dialect dialect) {
        return FilterSql.of(queryables, dialect, plane, checked);
    }

    /**
     * What the filter says of one feature.
     *
     * @param values what the feature has under a name, of the attribute's Java type; figures in their unit; its shape in lon/lat degrees
     */
    public Answer answer(Function<Queryable, @Nullable Object> values) {
        return new FilterInMemory(queryables, plane, values).answer(checked);
    }

    /** What the filter asks for, in the order of their names. */
    public List<Queryable> asked() {
        return asked.stream()
                .sorted()
                .flatMap(name -> queryables.find(name).stream())
                .toList();
    }

    /** Whether the filter asks for the layer's attribute of a role. */
    public boolean asksFor(AttributeRole role) {
        return queryables
                .layer()
                .find(role)
                .filter(attribute -> asked.contains(attribute.name()))
                .isPresent();
    }
}

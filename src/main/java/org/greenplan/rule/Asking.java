package org.greenplan.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.cql2.Filter;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.filter.Answer;
import org.greenplan.filter.LayerFilter;
import org.greenplan.filter.Queryable;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Filters of rules asked of features in memory, by many threads. An attribute that is not set has what the catalogue gives to new features. */
final class Asking {
    private final Catalogue catalogue;
    private final PlanCrs plane;
    private final Map<Key, Optional<LayerFilter>> fitted = new ConcurrentHashMap<>();

    private record Key(Filter filter, String layer) {}

    Asking(Catalogue catalogue, PlanCrs plane) {
        this.catalogue = catalogue;
        this.plane = plane;
    }

    /** What a filter says of a feature; not known where the catalogue has no such attribute. */
    Answer of(@Nullable Filter filter, LayerType layer, List<LayerType> together, Feature feature) {
        if (filter == null) {
            return Answer.YES;
        }
        return fitted(filter, layer, together)
                .map(fits -> fits.answer(asked -> value(layer, feature, asked)))
                .orElse(Answer.UNKNOWN);
    }

    private Optional<LayerFilter> fitted(Filter filter, LayerType layer, List<LayerType> together) {
        return fitted.computeIfAbsent(new Key(filter, layer.id()), key -> {
            try {
                return Optional.of(LayerFilter.ofLines(catalogue, layer, together, plane, filter));
            } catch (Problem e) {
                // A district's own catalogue may lack what the rule asks for: then nothing can be said.
                return Optional.empty();
            }
        });
    }

    private static @Nullable Object value(LayerType layer, Feature feature, Queryable asked) {
        if (asked.source() != Queryable.Source.FEATURE) {
            return null;
        }
        return valueOf(layer, feature, asked.name());
    }

    /** What a feature has under a name, or what the catalogue gives to new ones. */
    static @Nullable Object valueOf(LayerType layer, Feature feature, String name) {
        Object set = feature.attributes().get(name);
        return set != null ? set : layer.find(name).map(Attribute::defaultValue).orElse(null);
    }
}

package org.greenplan.ogc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.cql2.Filter;
import org.greenplan.crs.Crs;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureOrder;
import org.greenplan.feature.FeatureOrder.Place;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.filter.Answer;
import org.greenplan.filter.LayerFilter;
import org.greenplan.filter.Queryable;
import org.greenplan.filter.Queryables;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.ItemsParameter;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * Which features of a layer are asked for, and how they are wanted.
 *
 * @param limit at most so many
 * @param crs system of the answer
 * @param filters what they must fulfil, all of it
 * @param order the attributes they are sorted by, before their number
 * @param properties names of the attributes wanted, in the catalogue's order
 */
public record ItemsQuery(
        LayerType layer,
        int limit,
        Crs crs,
        List<Filter> filters,
        List<FeatureOrder> order,
        List<String> properties,
        @Nullable Place after) {
    /** So many features in one answer, however many are asked for. */
    public static final int MOST = 10_000;
    /** So many features where no limit is named. */
    public static final int DEFAULT_LIMIT = 100;

    private static final List<String> KNOWN = ItemsParameter.names();

    public ItemsQuery {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        properties = List.copyOf(properties);
    }

    /** Parameters of the items of a layer: those of the standard, and each queryable for a plain comparison. */
    static Set<String> known(LayerType layer) {
        Set<String> known = new LinkedHashSet<>(KNOWN);
        scalars(layer).forEach(queryable -> known.add(queryable.name()));
        return known;
    }

    /** What of a layer can be compared with a plain value; a name that is a parameter of the standard stays one. */
    public static List<Queryable> scalars(LayerType layer) {
        return Queryables.of(layer).all().stream()
                .filter(queryable -> queryable.type() != null && !KNOWN.contains(queryable.name()))
                .toList();
    }

    static ItemsQuery of(Asking asking, LayerType layer, Systems systems) {
        List<FeatureOrder> order = ItemsParameter.SORTBY
                .in(asking)
                .map(text -> SortKey.parse(text, layer))
                .orElse(List.of());
        return new ItemsQuery(
                layer,
                ItemsParameter.LIMIT.in(asking).map(ItemsQuery::limit).orElse(DEFAULT_LIMIT),
                systems.of(asking, ItemsParameter.CRS),
                filters(asking, layer, systems),
                order,
                properties(asking, layer),
                after(asking, order));
    }

    private static @Nullable Place after(Asking asking, List<FeatureOrder> order) {
        return ItemsParameter.CURSOR
                .in(asking)
                .map(text -> Cursor.parse(text, order))
                .orElse(null);
    }

    /** The attributes wanted, and what the ledger counts: all, or those of {@code properties=}. */
    static List<String> properties(Asking asking, LayerType layer) {
        List<String> all = told(layer);
        return ItemsParameter.PROPERTIES
                .in(asking)
                .map(text -> SortKey.attributes("properties", text, layer))
                .map(wanted -> all.stream().filter(wanted::contains).toList())
                .orElse(all);
    }

    /** All that is told of a feature: the attributes, then what the ledger counts. */
    static List<String> told(LayerType layer) {
        List<String> all =
                new ArrayList<>(layer.attributes().stream().map(Attribute::name).toList());
        all.addAll(NetFigures.names(layer));
        return all;
    }

    /** The query of all features that match, whatever the page. */
    FeatureQuery matched(Session session, PlanCrs plane) {
        return FeatureQuery.all().where(condition(session, plane));
    }

    /** The query of this page and one feature more, which tells whether there is a next one. */
    FeatureQuery page(Session session, PlanCrs plane) {
        Condition matched = condition(session, plane);
        Place place = after;
        Condition only = place == null ? matched : and(matched, FeatureOrder.after(place, order, session.dialect()));
        return new FeatureQuery(null, List.of(), limit + 1, 0).where(only);
    }

    /** Those of some features that match, whatever the page, in the order asked for. */
    List<Feature> among(List<Feature> features, Catalogue catalogue, PlanCrs plane) {
        Stream<Feature> matched = features.stream();
        for (Filter filter : filters) {
            LayerFilter one = LayerFilter.of(catalogue, layer, plane, filter);
            matched = matched.filter(feature -> one.answer(asked -> value(feature, asked)) == Answer.YES);
        }
        return matched.sorted(FeatureOrder.inMemory(order)).toList();
    }

    /** Those after the page before. */
    List<Feature> beyond(List<Feature> matched) {
        Place place = after;
        return place == null
                ? matched
                : matched.stream()
                        .filter(feature -> FeatureOrder.isAfter(feature, place, order))
                        .toList();
    }

    private static @Nullable Object value(Feature feature, Queryable asked) {
        return switch (asked.name()) {
            case Queryables.SHAPE -> feature.geometry();
            case Queryables.ID -> feature.ref().id();
            case "version" -> (long) feature.version();
            default -> feature.attributes().get(asked.name());
        };
    }

    private @Nullable Condition condition(Session session, PlanCrs plane) {
        if (filters.isEmpty()) {
            return null;
        }
        Filter all = filters.size() == 1 ? filters.get(0) : new Filter.And(filters);
        return LayerFilter.of(session.catalogue(), layer, plane, all).sql(session.dialect());
    }

    private static Condition and(@Nullable Condition first, Condition second) {
        if (first == null) {
            return second;
        }
        List<Object> parameters = new ArrayList<>(first.parameters());
        parameters.addAll(second.parameters());
        return new Condition("(" + first.sql() + ") AND (" + second.sql() + ")", parameters);
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw new Problem.BadRequest(
                    Words.of("limit 应为 1 到 " + MOST + " 的整数。", "limit is a whole number from 1 to " + MOST + "."),
                    "limit");
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    private static List<Filter> filters(Asking asking, LayerType layer, Systems systems) {
        List<Filter> filters = new ArrayList<>();
        Crs crs = systems.of(asking, ItemsParameter.BBOX_CRS);
        ItemsParameter.BBOX
                .in(asking)
                .map(text -> FilterParameter.meets(BoxParameter.parse(text, crs)))
                .ifPresent(filters::add);
        ItemsParameter.DATETIME
                .in(asking)
                .map(Period::parse)
                .flatMap(p -> p.filter(layer))
                .ifPresent(filters::add);
        for (Queryable queryable : scalars(layer)) {
            asking.find(queryable.name())
                    .map(text -> FilterParameter.equal(queryable, text))
                    .ifPresent(filters::add);
        }
        FilterParameter.of(asking, systems).ifPresent(filters::add);
        return filters;
    }
}

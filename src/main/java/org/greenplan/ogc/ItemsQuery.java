package org.greenplan.ogc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.geo.Crs;
import org.greenplan.plan.FeatureOrder;
import org.greenplan.plan.FeatureOrder.Place;
import org.greenplan.plan.FeatureQuery;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Condition;
import org.greenplan.store.Dialect;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Which features of a layer are asked for, and how they are wanted.
 *
 * @param limit at most so many
 * @param crs system of the answer
 * @param area only features that meet it (lon/lat degrees), or null
 * @param conditions what else they must fulfil
 * @param order the attributes they are sorted by, before their number
 * @param properties names of the attributes wanted, in the catalogue's order
 */
record ItemsQuery(
        LayerType layer,
        int limit,
        Crs crs,
        @Nullable Geometry area,
        List<Condition> conditions,
        List<FeatureOrder> order,
        List<String> properties,
        @Nullable Place after) {
    static final int MOST = 10_000;
    static final int DEFAULT_LIMIT = 100;
    private static final List<String> KNOWN =
            List.of("limit", "bbox", "bbox-crs", "crs", "datetime", "properties", "sortby", "cursor");

    ItemsQuery {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
        properties = List.copyOf(properties);
    }

    /** Parameters of the items of a layer: those of the standard, and each attribute for a plain comparison. */
    static Set<String> known(LayerType layer) {
        Set<String> known = new LinkedHashSet<>(KNOWN);
        layer.attributes().forEach(a -> known.add(a.name()));
        return known;
    }

    static ItemsQuery of(Asking asking, LayerType layer, Systems systems) {
        List<FeatureOrder> order =
                asking.find("sortby").map(text -> SortKey.parse(text, layer)).orElse(List.of());
        return new ItemsQuery(
                layer,
                asking.find("limit").map(ItemsQuery::limit).orElse(DEFAULT_LIMIT),
                systems.get(asking.parameters().get("crs"), "crs"),
                area(asking, systems),
                conditions(asking, layer),
                order,
                properties(asking, layer),
                after(asking, order));
    }

    private static @Nullable Place after(Asking asking, List<FeatureOrder> order) {
        String cursor = asking.parameters().get("cursor");
        return cursor == null ? null : Cursor.parse(cursor, order);
    }

    /** The attributes wanted: all, or those of {@code properties=}. */
    static List<String> properties(Asking asking, LayerType layer) {
        List<String> all = layer.attributes().stream().map(Attribute::name).toList();
        return asking.find("properties")
                .map(text -> SortKey.attributes("properties", text, layer))
                .map(wanted -> all.stream().filter(wanted::contains).toList())
                .orElse(all);
    }

    /** The query of all features that match, whatever the page. */
    FeatureQuery matched() {
        Envelope box = area == null ? null : area.getEnvelopeInternal();
        return new FeatureQuery(box, List.of(), null, 0).where(joined(conditions));
    }

    /** The query of this page and one feature more, which tells whether there is a next one. */
    FeatureQuery page(Dialect dialect) {
        List<Condition> all = new ArrayList<>(conditions);
        Place place = after;
        if (place != null) {
            all.add(FeatureOrder.after(place, order, dialect));
        }
        FeatureQuery matched = matched();
        return new FeatureQuery(matched.lonLat(), List.of(), limit + 1, 0).where(joined(all));
    }

    private static @Nullable Condition joined(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return null;
        }
        List<Object> parameters = new ArrayList<>();
        conditions.forEach(c -> parameters.addAll(c.parameters()));
        return new Condition(
                conditions.stream().map(c -> "(" + c.sql() + ")").collect(Collectors.joining(" AND ")), parameters);
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw new Problem.BadRequest(
                    Words.of("limit 应为 1 到 " + MOST + " 的整数。", "limit is a whole number from 1 to " + MOST + "."),
                    "limit");
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    private static @Nullable Geometry area(Asking asking, Systems systems) {
        Crs crs = systems.get(asking.parameters().get("bbox-crs"), "bbox-crs");
        String text = asking.parameters().get("bbox");
        return text == null ? null : BoxParameter.parse(text, crs);
    }

    private static List<Condition> conditions(Asking asking, LayerType layer) {
        List<Condition> conditions = new ArrayList<>();
        asking.find("datetime")
                .map(Period::parse)
                .flatMap(p -> p.condition(layer))
                .ifPresent(conditions::add);
        for (Attribute attribute : layer.attributes()) {
            if (!KNOWN.contains(attribute.name())) {
                asking.find(attribute.name())
                        .map(text -> AttributeValue.equal(attribute, text))
                        .ifPresent(conditions::add);
            }
        }
        return conditions;
    }
}

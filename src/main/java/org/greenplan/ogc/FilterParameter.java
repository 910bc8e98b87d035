package org.greenplan.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.cql2.Cql2Json;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.cql2.SpatialRelation;
import org.greenplan.cql2.Value;
import org.greenplan.crs.Crs;
import org.greenplan.filter.Queryable;
import org.greenplan.filter.Queryables;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.ItemsParameter;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What the parameters of an address ask of a layer, as filters: {@code filter} itself, plain comparisons, and the box. */
final class FilterParameter {
    private FilterParameter() {}

    /** Reads {@code filter} in the language of {@code filter-lang}, its shapes in the axes of {@code filter-crs}. */
    static Optional<Filter> of(Asking asking, Systems systems) {
        String language = ItemsParameter.FILTER_LANG.in(asking).orElse("cql2-text");
        Crs crs = systems.of(asking, ItemsParameter.FILTER_CRS);
        FilterCrs places = (first, second) -> {
            var place = crs.place(first, second);
            return new Coordinate(place.lonDeg(), place.latDeg());
        };
        return switch (language) {
            case "cql2-text" -> ItemsParameter.FILTER.in(asking).map(text -> Cql2Text.read(text, places));
            case "cql2-json" -> ItemsParameter.FILTER.in(asking).map(text -> Cql2Json.read(text, places));
            default ->
                throw new Problem.BadRequest(
                        Words.of(
                                "filter-lang 只能是 cql2-text 或 cql2-json。",
                                "filter-lang is cql2-text or cql2-json, not \"" + language + "\"."),
                        "filter-lang");
        };
    }

    /** A plain comparison such as {@code status=approved}. */
    static Filter equal(Queryable queryable, String text) {
        return new Filter.Compare(
                Filter.Comparison.EQUAL, new Value.Property(queryable.name()), value(queryable, text));
    }

    /** Features that meet an area in longitude and latitude. */
    static Filter meets(Geometry lonLat) {
        return new Filter.Spatial(
                SpatialRelation.INTERSECTS, new Value.Property(Queryables.SHAPE), new Value.Shape(lonLat));
    }

    private static Value value(Queryable queryable, String text) {
        AttributeType type = queryable.type();
        if (type == null) {
            throw new IllegalStateException("a shape has no plain value");
        }
        try {
            return switch (type) {
                case TEXT, LIST -> new Value.Text(text);
                case INTEGER -> new Value.Amount(Long.parseLong(text));
                case REAL -> new Value.Amount(Double.parseDouble(text));
                case DATE -> new Value.Day(LocalDate.parse(text));
                case BOOLEAN -> new Value.Truth(truth(queryable, text));
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong(queryable, text);
        }
    }

    private static boolean truth(Queryable queryable, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(queryable, text);
        }
        return text.equals("true");
    }

    private static Problem.BadRequest wrong(Queryable queryable, String text) {
        String type = String.valueOf(queryable.type()).toLowerCase(java.util.Locale.ROOT);
        return new Problem.BadRequest(
                Words.of(
                        "“" + queryable.title().zh() + "”(" + queryable.name() + ")的值“" + text + "”不是 " + type + "。",
                        "The value \"" + text + "\" of " + queryable.name() + " is no " + type + "."),
                queryable.name());
    }
}

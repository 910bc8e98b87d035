package org.greenplan.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.cql2.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which plots somebody looks at, and in which order.
 *
 * @param text words of the name or the number, or the first letters of the name's characters; blank lets all through
 * @param where what a plot must be, all at once: {@code layer}, {@code plot} (parks.12), {@code target}, {@code zone}
 *     (sub_districts.7), {@code box} (100.1,30.7,100.2,30.8: what touches it) or the meaning of an attribute ({@code status}, {@code year} …) with its value, {@link #NONE} where it is blank and
 *     {@link #UNKNOWN} for a status that no code list has
 * @param filter a filter of attributes and figures, or null
 * @param column by what they are sorted; plots that are equal so far follow the order of their layers and their numbers, and those without
 *     a value come last either way
 */
public record PlotQuestion(
        String text, Map<String, String> where, @Nullable Filter filter, PlotColumn column, boolean falling) {
    /** The report's word for an attribute that nobody filled in. */
    public static final String NONE = "none";

    /** The word for a status that the catalogue does not know. */
    public static final String UNKNOWN = "unknown";

    static final String LAYER = "layer";
    static final String PLOT = "plot";
    static final String TARGET = "target";
    static final String ZONE = "zone";

    /** West, south, east and north in degrees: what touches this box. */
    static final String BOX = "box";

    /** What {@code where} can speak of. */
    public static final Set<String> WORDS = Stream.concat(
                    Stream.of(LAYER, PLOT, TARGET, ZONE, BOX),
                    Stream.of(AttributeRole.values()).map(AttributeRole::spelled))
            .collect(Collectors.toUnmodifiableSet());

    /** Every plot, the largest net area first. */
    public static final PlotQuestion ALL = new PlotQuestion("", Map.of(), null, PlotColumn.NET, true);

    public PlotQuestion {
        where = Map.copyOf(where);
    }

    /** The same about plots that are this, too. */
    public PlotQuestion with(String word, String value) {
        Map<String, String> more = new LinkedHashMap<>(where);
        more.put(word, value);
        return new PlotQuestion(text, more, filter, column, falling);
    }

    public PlotQuestion with(String words) {
        return new PlotQuestion(words, where, filter, column, falling);
    }

    public PlotQuestion with(@Nullable Filter other) {
        return new PlotQuestion(text, where, other, column, falling);
    }

    public PlotQuestion sorted(PlotColumn by, boolean down) {
        return new PlotQuestion(text, where, filter, by, down);
    }
}

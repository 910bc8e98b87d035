package org.greenplan.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.Value;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code datetime}: an instant, or an interval open at either end. The time of a feature is its programme year, from its first
 * to its last day; a feature without a year, or of a layer without years, is there at any time.
 *
 * @param firstYear null where open
 * @param lastYear null where open
 */
record Period(@Nullable Integer firstYear, @Nullable Integer lastYear) {
    static Period parse(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length == 1) {
            int year = year(ends[0], text);
            return new Period(year, year);
        }
        if (ends.length != 2 || (open(ends[0]) && open(ends[1]))) {
            throw wrong(text);
        }
        Integer first = open(ends[0]) ? null : Integer.valueOf(year(ends[0], text));
        Integer last = open(ends[1]) ? null : Integer.valueOf(year(ends[1], text));
        boolean backwards =
                first != null && last != null && instant(ends[0], text).isAfter(instant(ends[1], text));
        if (backwards) {
            throw wrong(text);
        }
        return new Period(first, last);
    }

    /** The attribute that tells when a layer's features are. */
    static Optional<Attribute> time(LayerType layer) {
        return layer.find(AttributeRole.YEAR).filter(a -> a.type() == AttributeType.INTEGER);
    }

    /** Features of the layer whose time meets this one; none where every feature does. */
    Optional<Filter> filter(LayerType layer) {
        Attribute time = time(layer).orElse(null);
        if (time == null) {
            return Optional.empty();
        }
        Value year = new Value.Property(time.name());
        List<Filter> ends = new ArrayList<>();
        if (firstYear != null) {
            ends.add(new Filter.Compare(Filter.Comparison.AT_LEAST, year, new Value.Amount(firstYear)));
        }
        if (lastYear != null) {
            ends.add(new Filter.Compare(Filter.Comparison.AT_MOST, year, new Value.Amount(lastYear)));
        }
        Filter within = ends.size() == 1 ? ends.get(0) : new Filter.And(ends);
        return Optional.of(new Filter.Or(List.of(new Filter.IsNull(year), within)));
    }

    private static boolean open(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static int year(String end, String text) {
        return instant(end, text).getYear();
    }

    private static OffsetDateTime instant(String end, String text) {
        try {
            return end.contains("T") || end.contains("t")
                    ? OffsetDateTime.parse(end)
                    : LocalDate.parse(end).atStartOfDay().atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw wrong(text);
        }
    }

    private static Problem.BadRequest wrong(String text) {
        return new Problem.BadRequest(
                Words.of(
                        "datetime“" + text + "”应为日期、时刻或区间，例如 2019-06-30、2019-01-01T00:00:00Z/..、../2019-12-31。",
                        "The datetime \"" + text
                                + "\" should be a date, an instant or an interval, such as 2019-06-30, 2019-01-01T00:00:00Z/.. or"
                                + " ../2019-12-31."),
                "datetime");
    }
}

package org.greenplan.supply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.water.Given;
import org.greenplan.water.Missing;
import org.greenplan.water.Monthly;
import org.greenplan.water.ValueList;

/** Which value of the plan each number of the kernel's input comes from. */
final class Values {
    private final Map<String, ValueAt> origins = new HashMap<>();
    private final Set<ValueAt> gaps = new LinkedHashSet<>();
    private final Set<ValueAt> assumed = new LinkedHashSet<>();

    /** Notes that a field of the kernel is filled in there. */
    void from(String at, String field, Row row, String attribute) {
        origins.put(key(at, field), new ValueAt(row.id(), attribute, row.name(), 0));
    }

    /** A number, with its origin noted. */
    Given given(String at, String field, Row row, String attribute) {
        from(at, field, row, attribute);
        return row.given(attribute);
    }

    /** A number or what is assumed in its place, with its origin noted. */
    Given given(String at, String field, Row row, String attribute, double otherwise) {
        from(at, field, row, attribute);
        return row.given(attribute, otherwise);
    }

    /** A table of the months, with its origin noted. */
    Monthly monthly(String at, String field, Row row, String attribute) {
        from(at, field, row, attribute);
        return row.monthly(attribute);
    }

    /** Notes a value that an answer needs and that the kernel does not ask for. */
    void need(Row row, String attribute) {
        if (!row.has(attribute)) {
            gaps.add(new ValueAt(row.id(), attribute, row.name(), 0));
        } else if (row.isAssumed(attribute)) {
            assumed.add(new ValueAt(row.id(), attribute, row.name(), 0));
        }
    }

    /** Notes a value that is there and cannot be used. */
    void lack(Row row, String attribute) {
        gaps.add(new ValueAt(row.id(), attribute, row.name(), 0));
    }

    /** Notes a value of which a part had to be assumed. */
    void assume(Row row, String attribute) {
        assumed.add(new ValueAt(row.id(), attribute, row.name(), 0));
    }

    /** What the plan lacks for an answer, once each. */
    List<ValueAt> gaps(ValueList list) {
        return with(gaps, list.missing());
    }

    /** What an answer rests on without anybody having said so, once each. */
    List<ValueAt> assumed(ValueList list) {
        return with(assumed, list.assumed());
    }

    /** Which numbers of the kernel each assumed value of the plan gives, whole tables as one. */
    Map<ValueAt, List<Missing>> numbers(ValueList list) {
        Map<ValueAt, List<Missing>> numbers = new LinkedHashMap<>();
        for (Missing one : list.assumed()) {
            ValueAt place = origins.get(key(one.at(), one.field()));
            if (place != null) {
                List<Missing> of = numbers.computeIfAbsent(place, key -> new ArrayList<>());
                var whole = new Missing(one.at(), one.field(), 0);
                if (!of.contains(whole)) {
                    of.add(whole);
                }
            }
        }
        return numbers;
    }

    private List<ValueAt> with(Set<ValueAt> own, List<Missing> told) {
        Set<ValueAt> all = new LinkedHashSet<>(own);
        for (Missing one : told) {
            ValueAt place =
                    origins.getOrDefault(key(one.at(), one.field()), new ValueAt(one.at(), one.field(), one.at(), 0));
            all.add(place.in(one.month()));
        }
        return List.copyOf(wholeTables(all));
    }

    /** Of a table all of whose months are named, the table. */
    private static List<ValueAt> wholeTables(Set<ValueAt> all) {
        Map<ValueAt, Integer> months = new HashMap<>();
        all.stream().filter(value -> value.month() > 0).forEach(value -> months.merge(value.in(0), 1, Integer::sum));
        Set<ValueAt> shorter = new LinkedHashSet<>();
        for (ValueAt value : all) {
            shorter.add(months.getOrDefault(value.in(0), 0) == 12 ? value.in(0) : value);
        }
        return new ArrayList<>(shorter);
    }

    private static String key(String at, String field) {
        return at + " " + field;
    }
}

package org.greenplan.supply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.water.Given;
import org.greenplan.water.Inflow;
import org.greenplan.water.Licence;
import org.greenplan.water.Monthly;
import org.greenplan.water.Source;
import org.jspecify.annotations.Nullable;

/** What brings water: rivers by themselves, and works. */
record Sources(Network drawn, Tables tables, Openings openings, String year, Values values) {
    /** What comes by itself to lakes that have such a table, and to the head of each river, which needs one. */
    List<Inflow> inflows() {
        List<Inflow> inflows = new ArrayList<>();
        for (Drawn thing : drawn.drawing().things().values()) {
            Optional<Row> table = tables.inflow(thing.name(), year);
            if (thing.kind() == Kind.LAKE && table.isPresent()) {
                inflows.add(inflow(thing.id(), thing.id(), table.get()));
            } else if (thing.kind() == Kind.RIVER) {
                head(thing)
                        .ifPresent(node -> inflows.add(inflow(
                                thing.id(),
                                node,
                                table.orElse(new Row(Tables.INFLOWS, Map.of("name", thing.name() + " " + year))))));
            }
        }
        return inflows;
    }

    private Inflow inflow(String id, String at, Row table) {
        return new Inflow(id, at, Map.of(year, values.monthly(id, "m3PerDay", table, "m3_per_day")));
    }

    /** Where a river begins; nothing where something leads there. */
    private Optional<String> head(Drawn river) {
        List<Edge> edges = drawn.topology().edges();
        return edges.stream()
                .filter(edge -> edge.feature().equals(river.id()))
                .map(Edge::from)
                .findFirst()
                .filter(first -> edges.stream().noneMatch(edge -> edge.to().equals(first)))
                .filter(first -> drawn.topology().node(first).type() != Node.Type.LAKE);
    }

    List<Source> sources() {
        return drawn.drawing().things().values().stream()
                .filter(Drawn::isSource)
                .map(this::source)
                .toList();
    }

    private Source source(Drawn thing) {
        Row row = Row.of(thing);
        String id = thing.id();
        values.need(row, "source_group");
        return new Source(
                id,
                place(id),
                group(row),
                values.given(id, "capacityM3PerDay", row, "capacity_m3d"),
                Map.of(year, availability(row)),
                openings.of(id, row),
                licenceOf(row),
                values.given(id, "pricePerM3", row, "price_yuan_m3", 0),
                Stages.of(row.text("status")));
    }

    /** What fails together with a source; where nobody has said, it fails alone. */
    static String group(Row source) {
        return source.has("source_group") ? source.text("source_group") : source.id();
    }

    private String place(String structure) {
        return drawn.topology().nodes().stream()
                .filter(node -> node.features().contains(structure))
                .map(Node::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(structure + " is no place of the network"));
    }

    private Monthly availability(Row row) {
        Optional<Row> table = tables.availability(row.name(), year);
        if (table.isPresent()) {
            return values.monthly(row.id(), "availability", table.get(), "percent")
                    .times(0.01);
        }
        String attribute = ofYear(row, "availability_percent");
        return Monthly.constant(
                values.given(row.id(), "availability", row, attribute).times(0.01));
    }

    /** The attribute for dry or wet years where it is filled in, else that for all. */
    private String ofYear(Row row, String attribute) {
        double frequency = tables.year(year)
                .map(one -> one.given("frequency_pct").number())
                .orElse(Double.NaN);
        String other = frequency > 50 ? "dry_" + attribute : frequency < 50 ? "wet_" + attribute : attribute;
        return row.has(other) ? other : attribute;
    }

    private static @Nullable String licenceOf(Row row) {
        return row.has("licence") ? row.text("licence") : null;
    }

    /** One for each name; of several amounts under one name the least. */
    List<Licence> licences() {
        Map<String, Licence> byName = new LinkedHashMap<>();
        for (Drawn thing : drawn.drawing().things().values()) {
            Row row = Row.of(thing);
            String name = licenceOf(row);
            if (thing.isSource() && name != null) {
                String attribute = ofYear(row, "licence_m3a");
                Given amount = row.given(attribute);
                Licence known = byName.get(name);
                if (known == null || amount.isMissing() || amount.number() < known.m3(year)) {
                    values.from(name, "m3PerYear", row, attribute);
                    byName.put(name, new Licence(name, Map.of(year, amount), firstMonth()));
                }
            }
        }
        return List.copyOf(byName.values());
    }

    private int firstMonth() {
        return tables.all(Tables.BASIS).stream()
                .filter(row -> row.has("licence_first_month"))
                .mapToInt(row -> (int) row.given("licence_first_month").number())
                .findFirst()
                .orElse(1);
    }
}

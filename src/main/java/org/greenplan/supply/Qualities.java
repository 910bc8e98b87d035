package org.greenplan.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.water.verdict.BlackOdour;

/** What is known of the quality of all rivers and lakes of a drawing, and of all listed waters. */
record Qualities(Network drawn, Tables tables) {
    private static final Set<String> REMEDIED = Set.of("done", "lasting");

    List<Quality> all() {
        List<Quality> all = new ArrayList<>();
        for (Drawn thing : drawn.drawing().things().values()) {
            if (thing.kind() == Kind.RIVER || thing.kind() == Kind.LAKE) {
                Row row = Row.of(thing);
                BlackOdour said = isListed(thing.name()) ? BlackOdour.NOT_CHECKED : grade(row.text("condition"));
                all.add(Quality.of(row, thing.id(), said, samples(List.of(thing.name()), "")));
            }
        }
        tables.all(Tables.ODOROUS).forEach(row -> all.add(listed(row)));
        return all;
    }

    private boolean isListed(String water) {
        return tables.all(Tables.ODOROUS).stream()
                .anyMatch(row -> row.text("water").equals(water));
    }

    /** By samples of its own, under its name or number; where there are none by those of the water in which it lies. */
    private Quality listed(Row row) {
        boolean remedied = REMEDIED.contains(row.text("remediation"));
        String since = remedied ? row.text("remedied_on") : "";
        List<Row> own = samples(List.of(row.text("name"), row.text("code")), since);
        List<Row> samples = own.isEmpty() ? samples(List.of(row.text("water")), since) : own;
        BlackOdour said = remedied ? BlackOdour.NOT_CHECKED : grade(row.text("reported"));
        return Quality.of(row, feature(row), said, samples);
    }

    private String feature(Row row) {
        return drawn.drawing().things().values().stream()
                .filter(thing ->
                        thing.name().equals(row.text("water")) || thing.name().equals(row.text("name")))
                .map(Drawn::id)
                .findFirst()
                .orElse("");
    }

    /** Samples of a water of one of these names, on that day or later. */
    private List<Row> samples(List<String> names, String since) {
        return tables.all(Tables.SAMPLES).stream()
                .filter(sample -> !sample.text("name").isEmpty() && names.contains(sample.text("name")))
                .filter(sample -> sample.text("date").compareTo(since) >= 0)
                .toList();
    }

    private static BlackOdour grade(String code) {
        return switch (code) {
            case "light" -> BlackOdour.LIGHT;
            case "heavy" -> BlackOdour.HEAVY;
            default -> BlackOdour.NOT_CHECKED;
        };
    }
}

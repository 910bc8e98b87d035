package org.greenplan.supply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.network.Touch;
import org.greenplan.water.Given;
import org.greenplan.water.Monthly;
import org.greenplan.water.Stage;

/**
 * In which months links and sources are open: by the plan's table where it has one, else by the months that they name. A sluice that is
 * there in the state of the works shuts the stretches of links on which it stands.
 */
final class Openings {
    private final Tables tables;
    private final Values values;
    private final double toleranceM;
    /** By link. */
    private final Map<String, List<Sluice>> sluices = new HashMap<>();

    private record Sluice(Row row, Touch.Place at) {}

    Openings(Network drawn, Tables tables, Stage state, Values values) {
        this.tables = tables;
        this.values = values;
        toleranceM = drawn.drawing().toleranceM();
        for (Touch touch : drawn.drawing().touches().values()) {
            Drawn line = drawn.drawing().things().get(touch.a().id());
            Drawn gate = drawn.drawing().things().get(touch.b().id());
            if (touch.how() == Touch.How.JOINS
                    && line != null
                    && line.kind() == Kind.LINK
                    && gate != null
                    && gate.is("sluice")
                    && Stages.of(gate.text("status")).isThereAt(state)) {
                sluices.computeIfAbsent(line.id(), id -> new ArrayList<>()).add(new Sluice(Row.of(gate), touch.a()));
            }
        }
    }

    /** The share of each month in which a thing is open by itself. */
    Monthly of(String at, Row row) {
        Optional<Row> table = tables.of(Tables.OPENINGS, row.name());
        if (table.isPresent()) {
            return values.monthly(at, "openShare", table.get(), "percent").times(0.01);
        }
        values.from(at, "openShare", row, "open_months");
        return row.openShare("open_months");
    }

    /** A stretch is open as far as its line is, and each sluice on it. */
    Monthly of(Edge edge, Drawn line) {
        Row own = Row.of(line);
        Monthly open = of(edge.id(), own);
        Row lacking = lacks(open) ? own : null;
        for (Sluice sluice : sluices.getOrDefault(line.id(), List.of())) {
            Touch.Place at = sluice.at();
            if (at.part() == edge.part()
                    && at.fromM() >= edge.fromM() - toleranceM
                    && at.fromM() <= edge.toM() + toleranceM) {
                Monthly gate = of(edge.id(), sluice.row());
                open = both(open, gate);
                lacking = lacking == null && lacks(gate) ? sluice.row() : lacking;
            }
        }
        // What is told to lack is led to where it is filled in.
        of(edge.id(), lacking == null ? own : lacking);
        return open;
    }

    private static boolean lacks(Monthly months) {
        return months.months().stream().anyMatch(Given::isMissing);
    }

    /** The lesser of two shares; missing where either is. */
    private static Monthly both(Monthly one, Monthly other) {
        List<Given> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Given a = one.months().get(i);
            Given b = other.months().get(i);
            if (a.isMissing() || b.isMissing()) {
                months.add(Given.MISSING);
            } else {
                months.add(a.number() <= b.number() ? a : b);
            }
        }
        return new Monthly(months);
    }
}

package org.greenplan.programme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.catalogue.TargetLine;

/** How far the targets moved when the ledger was counted anew, for the history, where whoever looks at old figures finds it. */
public final class TargetMoves {
    private TargetMoves() {}

    /** A reason, and each target before and after. */
    public static String text(String why, List<TargetState> before, List<TargetState> after) {
        return IntStream.range(0, before.size())
                .mapToObj(i -> line(before.get(i), after.get(i)))
                .collect(Collectors.joining("; ", why + ": ", ""));
    }

    private static String line(TargetState before, TargetState after) {
        TargetLine line = after.line();
        if (after.fault() != null) {
            return after.fault().zh() + " / " + after.fault().en();
        }
        String unit =
                switch (line.measure()) {
                    case NET_AREA -> " m²";
                    case LENGTH -> " m";
                    case COUNT -> "";
                };
        String amount = line.measure() == TargetLine.Measure.COUNT ? "%.0f" : "%.2f";
        return String.format(
                Locale.ROOT,
                "%s / %s " + amount + " → " + amount + "%s",
                line.title().zh(),
                line.title().en(),
                before.planned(),
                after.planned(),
                unit);
    }
}

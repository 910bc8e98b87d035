package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.greenplan.findings.Finding;
import org.greenplan.findings.FindingsMemory;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.rule.Outcome;
import org.greenplan.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks every rule of every plot and prints what it has against it, the hardest first, and of what it can say nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "按规则核查全部地块：列出问题、依据和面积，以及无法核查的规则。有“禁止”时返回 1。",
            "Asks every rule of every plot: what offends, by which source and how much; and which rules cannot be checked."
                    + " Gives 1 where something prohibited is found."
        })
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Override
    public Integer call() {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (PlanDesk desk = plan.open()) {
            return desk.database().read(session -> print(new FindingsMemory().of(desk.ground(session)), out)) ? 1 : 0;
        }
    }

    /** Whether anything prohibited was found. */
    private static boolean print(FindingsMemory.Known known, PrintWriter out) {
        for (Outcome hit : known.hits()) {
            out.println(
                    line(hit, known.labels().getOrDefault(hit.plot(), hit.plot().toString())));
        }
        known.unchecked().forEach(finding -> out.println(unchecked(finding)));
        out.printf(
                Locale.ROOT,
                "%,d 项问题，%,d 次判定。 %,d findings in %,d outcomes.%n",
                known.hits().size(),
                known.outcomes(),
                known.hits().size(),
                known.outcomes());
        return known.hits().stream().anyMatch(hit -> hit.rule().severity() == Rule.Severity.BLOCK);
    }

    private static String line(Outcome hit, String label) {
        Words note = hit.note();
        return String.join(
                "  ",
                hit.rule().severity().name().toLowerCase(Locale.ROOT),
                label,
                hit.rule().title().zh() + " " + hit.rule().title().en(),
                hit.lengthM() > 0
                        ? String.format(Locale.ROOT, "%,.1f m", hit.lengthM())
                        : String.format(Locale.ROOT, "%,.1f m²", hit.hit().planeM2()),
                String.join("、", hit.names()) + (note == null ? "" : " " + note.zh()),
                "[" + hit.rule().source().zh() + ", " + hit.rule().from() + "]");
    }

    private static String unchecked(Finding finding) {
        Words note = finding.note();
        return String.format(
                Locale.ROOT,
                "not checked  %s %s: %,d%s",
                finding.rule().title().zh(),
                finding.rule().title().en(),
                finding.plots(),
                note == null ? "" : " (" + note.zh() + " / " + note.en() + ")");
    }
}

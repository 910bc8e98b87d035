package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.greenplan.follow.Difference;
import org.greenplan.plan.PlanDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recomputes every net area and compares it with the store. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "重算全部净面积并与存储核对。%nRecomputes every net area and compares it with the store.")
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = "--repair",
            description = {"写入重算结果，并接收外部编辑。", "Writes what was recomputed, and takes in what was edited outside."})
    private boolean repair;

    @Override
    public Integer call() {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (PlanDesk desk = plan.open()) {
            if (agrees(desk, out)) {
                return 0;
            }
            if (repair) {
                desk.repair();
                // What was written is looked at again: only then may somebody rely on it.
                var left = desk.verify();
                print(out, left);
                out.println(
                        left.isEmpty()
                                ? "已修复，并已复核。 Repaired, and verified again."
                                : "重算写入后仍不一致，请将上述差异报告给开发者。"
                                        + " The ledger still differs after it was written anew; please report the differences above.");
                return left.isEmpty() ? 0 : 1;
            }
            out.println("台账与重算结果不一致，可用 --repair 修复。 The ledger differs; --repair mends it.");
            return 1;
        }
    }

    /** Whether a plan's ledger is what counting it anew gives; says where it is not. */
    static boolean agrees(PlanDesk desk, PrintWriter out) {
        var differences = desk.verify();
        print(out, differences);
        if (differences.isEmpty()) {
            out.println("台账与重算结果一致。 The ledger agrees with the recomputed one.");
        }
        return differences.isEmpty();
    }

    private static void print(PrintWriter out, List<Difference> differences) {
        differences.forEach(d -> out.printf(
                Locale.ROOT,
                "%s  %s: 存储 stored %.4f, 重算 recomputed %.4f%n",
                d.of(),
                d.what(),
                d.stored(),
                d.computed()));
    }
}

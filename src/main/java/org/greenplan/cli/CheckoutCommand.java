package org.greenplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.greenplan.exchange.Selection;
import org.greenplan.intake.Checkout;
import org.greenplan.plan.PlanDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives part of the plan away as a GeoPackage to edit in QGIS. */
@Command(
        name = "checkout",
        mixinStandardHelpOptions = true,
        description = "检出为 GeoPackage,供 QGIS 编辑。%nGives features away as a GeoPackage to edit in QGIS.")
public final class CheckoutCommand implements Callable<Integer> {
    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE.gpkg",
            description = {"新文件。", "The new file."})
    private Path to = Path.of("checkout.gpkg");

    @Mixin
    private final PartOptions part = new PartOptions();

    @Override
    public Integer call() {
        try (PlanDesk desk = plan.open()) {
            Selection selection = part.of(desk.catalogue(), null);
            long count =
                    new Checkout(desk).write(to, List.copyOf(selection.layers().keySet()), selection.lonLat());
            new PrintWriter(System.out, true, StandardCharsets.UTF_8).println(count + " → " + to);
            return 0;
        }
    }
}

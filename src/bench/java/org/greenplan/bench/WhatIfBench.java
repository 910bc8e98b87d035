package org.greenplan.bench;

import java.util.Locale;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.operate.YearOperation;

/** What would come of a link closed, a source group out, a fifth more pumped, in a network of so many nodes. */
public final class WhatIfBench {
    private static final double AIM_SECONDS = 0.2;

    private WhatIfBench() {}

    /** Arguments: how many lakes, each with a confluence, such as {@code 100 200} for 200 and 400 nodes. */
    public static void main(String[] args) {
        for (String arg : args) {
            Network network = ManyLakes.network(Integer.parseInt(arg));
            System.out.println(
                    network.places().count() + " nodes, " + network.links().size() + " links");
            Link pump = network.link("pump 9").orElseThrow();
            ask("close a channel", network.withoutLink("channel 40"));
            ask("close a pump", network.withoutLink(pump.id()));
            ask("a source group out", network.withoutGroup("works 50"));
            ask(
                    "pump 20 % more",
                    network.withLink(pump.withCapacity(pump.capacityM3PerDay().times(1.2))));
        }
    }

    private static void ask(String question, Network network) {
        double seconds = Stopwatch.often(question, 30, () -> YearOperation.run(network, "year"));
        System.out.printf(
                Locale.ROOT,
                "  %.3f s of the processor, %.2f of the aim of %.2f s%n",
                seconds,
                seconds / AIM_SECONDS,
                AIM_SECONDS);
    }
}

package org.greenplan.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.json.JsonText;
import org.greenplan.supply.Shores;
import org.greenplan.supply.Supply;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.JudgementMap;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.YearOperation;

/**
 * What would come of a link closed, a source group out, a fifth more pumped, in a network of so many nodes: the year as it would be run, and
 * the whole answer, with the verdicts and as the text that the page gets.
 */
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
        told(Stopwatch.often(question, 30, () -> YearOperation.run(network, "year")));
        Supply supply = supply(network);
        told(Stopwatch.often(
                question + ", judged and told",
                30,
                () -> JsonText.of(json -> JsonText.value(json, JudgementMap.of(Judgement.quick(supply))))));
    }

    private static void told(double seconds) {
        System.out.printf(
                Locale.ROOT,
                "  %.3f s of the processor, %.2f of the aim of %.2f s%n",
                seconds,
                seconds / AIM_SECONDS,
                AIM_SECONDS);
    }

    /** The network as a plan would give it, all of it drawn and nothing missing. */
    private static Supply supply(Network network) {
        Map<String, String> lines = new HashMap<>();
        network.links().stream().map(Link::id).forEach(id -> lines.put(id, id));
        Map<String, String> names = new HashMap<>(lines);
        network.lakes().stream().map(Lake::id).forEach(id -> names.put(id, id));
        return new Supply(
                Stage.PROPOSED,
                "year",
                network,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                lines,
                names,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Shores.NONE);
    }
}

package org.greenplan.network;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greenplan.problem.Words;

/** Where water could not run as the lines were digitised. */
record Directions(Survey survey) {
    private static final Words TURN = Words.of(
            "水按数字化方向流动：把画反的线反向，或补上缺少的进、出水线。",
            "Water runs as lines are digitised: turn the line that was drawn the other way, or draw the one that is lacking.");

    void look() {
        survey.topology().nodes().forEach(this::contradiction);
        survey.all(Kind.LINK).forEach(this::uphill);
        survey.all(Kind.LAKE).forEach(this::outlets);
        new Loops(survey).all().forEach(this::loop);
    }

    private void contradiction(Node node) {
        if (node.type() == Node.Type.LAKE || node.type() == Node.Type.END) {
            return;
        }
        boolean allIn = survey.outOf(node).isEmpty();
        boolean allOut = survey.into(node).isEmpty();
        if (allIn == allOut || (allOut && isSource(node))) {
            return;
        }
        List<Edge> edges = allIn ? survey.into(node) : survey.outOf(node);
        List<Edge> rivers =
                edges.stream().filter(edge -> survey.isOf(edge, Kind.RIVER)).toList();
        if (rivers.size() == 1) {
            // A river begins or leaves here, and takes along what else does.
            return;
        }
        List<String> lines = edges.stream().map(Edge::feature).distinct().toList();
        String names = lines.stream().map(id -> survey.thing(id).name()).collect(Collectors.joining("、"));
        survey.add(
                Finding.Type.CONTRADICTION,
                survey.thing(lines.get(0)),
                null,
                node.id(),
                lines.subList(1, lines.size()),
                Survey.place(node),
                Words.of(
                        "此处的水只" + (allIn ? "进不出" : "出不进") + ":" + names + "。",
                        (allIn
                                        ? "All water runs into this place and none out of it: "
                                        : "Water leaves here, and none arrives: ")
                                + names + "."),
                TURN);
    }

    private boolean isSource(Node node) {
        return node.features().stream().anyMatch(id -> survey.thing(id).isSource());
    }

    private void uphill(Drawn link) {
        List<Edge> edges = survey.of(link);
        if (link.isPumped() || edges.isEmpty()) {
            return;
        }
        Node from = survey.node(edges.get(0).from());
        Node to = survey.node(edges.get(edges.size() - 1).to());
        Double fromM = survey.drawing().levelM(from);
        Double toM = survey.drawing().levelM(to);
        if (fromM != null && toM != null && toM > fromM) {
            survey.add(
                    Finding.Type.UPHILL,
                    link,
                    null,
                    "",
                    List.of(from.features().get(0), to.features().get(0)),
                    Survey.inside(link),
                    Words.of(
                            String.format(
                                    Locale.ROOT,
                                    "“%s”为自流，却由 %.1f m 流向 %.1f m，逆坡 %.1f m。",
                                    link.name(),
                                    fromM,
                                    toM,
                                    toM - fromM),
                            String.format(
                                    Locale.ROOT,
                                    "%s runs by gravity from %.1f m to %.1f m: uphill by %.1f m.",
                                    link.name(),
                                    fromM,
                                    toM,
                                    toM - fromM)),
                    Words.of(
                            "改为泵送并填写扬程，反向，或核对两端水位。",
                            "Make it a pumped main and give its lift, turn it, or check the levels at both ends."));
        }
    }

    private void outlets(Drawn lake) {
        List<Edge> out = survey.outOf(survey.node(lake.id()));
        boolean spills = out.stream()
                .map(edge -> survey.thing(edge.feature()))
                .anyMatch(line -> line.kind() == Kind.RIVER || line.is("spillway"));
        if (out.isEmpty()) {
            survey.add(
                    Finding.Type.NO_OUTLET,
                    lake,
                    "",
                    Survey.inside(lake),
                    Words.of(
                            "“" + lake.name() + "”没有出口：水不能流出，也无处溢流。",
                            lake.name() + " has no outlet: water can neither leave nor spill."),
                    Words.of("从湖岸画一条出水线或溢流道。", "Draw a link or a spillway from its shore."));
        } else if (!spills) {
            survey.add(
                    Finding.Type.NO_SPILL,
                    lake,
                    "",
                    Survey.inside(lake),
                    Words.of(
                            "“" + lake.name() + "”没有溢流去处：超过汛限水位的水无处可去。",
                            lake.name() + " has nowhere to spill what stands above its flood limit."),
                    Words.of("从湖岸画一条溢流道到河流或下游的湖。", "Draw a spillway from its shore to a river or a lower lake."));
        }
    }

    private void loop(List<Edge> edges) {
        var lines = new TreeSet<String>();
        edges.forEach(edge -> lines.add(edge.feature()));
        List<String> ids = List.copyOf(lines);
        String names = ids.stream().map(id -> survey.thing(id).name()).collect(Collectors.joining("、"));
        survey.add(
                Finding.Type.LOOP,
                survey.thing(ids.get(0)),
                null,
                edges.get(0).from(),
                ids.subList(1, ids.size()),
                Survey.place(survey.node(edges.get(0).from())),
                Words.of(
                        "环路没有泵，水不能自流成环：" + names + "。",
                        "A loop without a pump, and water does not run in a circle by itself: " + names + "."),
                Words.of(
                        "把其中一段改为泵送并填写扬程，或核对方向。",
                        "Make one of them a pumped main and give its lift, or check the directions."));
    }
}

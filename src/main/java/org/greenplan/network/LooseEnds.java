package org.greenplan.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/** What touches nothing though it should, or crosses without meeting. */
final class LooseEnds {
    /** What lies farther away was not meant, metres. */
    private static final double FAR_M = 5000;

    /** A river begins and ends somewhere; but nearer to something than this many tolerances it was meant to reach it. */
    private static final double MEANT = 10;

    /** A structure joins the lines that cross so many tolerances beside it. */
    private static final double BESIDE = 4;

    private final Survey survey;
    private final STRtree index = new STRtree();

    LooseEnds(Survey survey) {
        this.survey = survey;
        survey.drawing().things().values().stream()
                .filter(thing -> thing.kind() != Kind.DRAIN)
                .forEach(thing -> index.insert(thing.box(), thing));
    }

    void look() {
        for (Node node : survey.topology().nodes()) {
            Drawn thing = survey.thing(node.features().get(0));
            if (node.type() == Node.Type.END) {
                looseEnd(thing, node);
            } else if (node.type() == Node.Type.STRUCTURE && node.features().size() == 1) {
                apart(thing, node);
            }
        }
        survey.all(Kind.LINK).stream().filter(link -> survey.of(link).isEmpty()).forEach(this::leadsNowhere);
        survey.drawing().touches().values().stream()
                .filter(touch -> touch.how() == Touch.How.CROSSES)
                .filter(touch -> !meet(touch))
                .forEach(this::crossing);
    }

    /** Something with how far it is away. */
    private record Near(Drawn thing, double gapM) {
        Words words() {
            return Words.of(
                    "最近的是“" + thing.name() + "”，相距 " + Survey.metres(gapM),
                    "the nearest is " + thing.name() + ", " + Survey.metres(gapM) + " away");
        }
    }

    private @Nullable Near nearest(Drawn from, Coordinate place, double withinM) {
        Point point = from.shape().getFactory().createPoint(place);
        Near nearest = null;
        // Most ends lie near something: the far search is for the few that do not.
        for (double reachM = Math.min(100, withinM); nearest == null; reachM = Math.min(reachM * 7, withinM)) {
            var box = new Envelope(place);
            box.expandBy(reachM);
            for (Object found : index.query(box)) {
                var thing = (Drawn) found;
                double gapM = thing.id().equals(from.id())
                        ? Double.POSITIVE_INFINITY
                        : thing.shape().distance(point);
                boolean nearer = nearest == null
                        || gapM < nearest.gapM()
                        || (gapM == nearest.gapM()
                                && thing.id().compareTo(nearest.thing().id()) < 0);
                if (gapM <= reachM && nearer) {
                    nearest = new Near(thing, gapM);
                }
            }
            if (reachM >= withinM) {
                break;
            }
        }
        return nearest;
    }

    private void looseEnd(Drawn line, Node node) {
        boolean isRiver = line.kind() == Kind.RIVER;
        double withinM = isRiver ? MEANT * survey.drawing().toleranceM() : FAR_M;
        Near near = nearest(line, Survey.place(node), withinM);
        if (isRiver && near == null) {
            return;
        }
        boolean isStart = !survey.outOf(node).isEmpty();
        Words nearest = near == null ? Words.of("附近没有可以连接的对象", "nothing is near") : near.words();
        survey.add(
                Finding.Type.LOOSE_END,
                line,
                null,
                node.id(),
                near == null ? List.of() : List.of(near.thing().id()),
                Survey.place(node),
                Words.of(
                        "“" + line.name() + "”的" + (isStart ? "起点" : "终点") + "未与任何对象相接；" + nearest.zh() + "。",
                        line.name() + (isStart ? " begins" : " ends") + " at nothing; " + nearest.en() + "."),
                Words.of(
                        "把这一端拖到湖岸、河流轴线或设施上(容差 " + Survey.metres(survey.drawing().toleranceM()) + ")。",
                        "Drag this end to a shore, a river's axis or a structure (tolerance "
                                + Survey.metres(survey.drawing().toleranceM()) + ")."));
    }

    private void apart(Drawn structure, Node node) {
        Near near = nearest(structure, Survey.place(node), FAR_M);
        Words nearest = near == null ? Words.of("附近没有可以连接的对象", "nothing is near") : near.words();
        survey.add(
                Finding.Type.APART,
                structure,
                null,
                "",
                near == null ? List.of() : List.of(near.thing().id()),
                Survey.place(node),
                Words.of(
                        "“" + structure.name() + "”未与水系相接；" + nearest.zh() + "。",
                        structure.name() + " touches nothing of the network; " + nearest.en() + "."),
                Words.of(
                        "移到它所服务的湖岸或线上，或从它画一条连通线。",
                        "Move it onto the shore or line that it serves, or draw a link from it."));
    }

    private void leadsNowhere(Drawn link) {
        survey.add(
                Finding.Type.LEADS_NOWHERE,
                link,
                "",
                Survey.inside(link),
                Words.of(
                        "“" + link.name() + "”两端在同一处，或全在湖内。",
                        "Both ends of " + link.name() + " are at one place, or it lies in a lake."),
                Words.of("把一端画到另一个湖、河流或设施，或删去。", "Draw one end to another lake, river or structure, or delete it."));
    }

    /** Whether two lines that cross meet at a node beside the crossing, or in a lake. */
    private boolean meet(Touch crossing) {
        Optional<List<String>> a = nodesBeside(crossing.a());
        Optional<List<String>> b = nodesBeside(crossing.b());
        return a.isEmpty() || b.isEmpty() || a.get().stream().anyMatch(b.get()::contains);
    }

    /** Nothing where the line is at a node or in a lake there. */
    private Optional<List<String>> nodesBeside(Touch.Place place) {
        double besideM = BESIDE * survey.drawing().toleranceM();
        for (Edge edge : survey.of(survey.thing(place.id()))) {
            if (edge.part() == place.part() && edge.fromM() <= place.fromM() && place.fromM() <= edge.toM()) {
                boolean atStart = place.fromM() - edge.fromM() <= besideM;
                boolean atEnd = edge.toM() - place.fromM() <= besideM;
                List<String> beside = new ArrayList<>();
                if (atStart) {
                    beside.add(edge.from());
                }
                if (atEnd) {
                    beside.add(edge.to());
                }
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }

    private void crossing(Touch touch) {
        Drawn a = survey.thing(touch.a().id());
        Drawn b = survey.thing(touch.b().id());
        survey.add(
                Finding.Type.CROSSING,
                a,
                null,
                touch.key(),
                List.of(b.id()),
                new Coordinate(touch.x(), touch.y()),
                Words.of(
                        "“" + a.name() + "”与“" + b.name() + "”相交而无节点，水不相通。",
                        a.name() + " and " + b.name()
                                + " cross without a node: no water changes from one to the other."),
                Words.of(
                        "如相通，在交点处放一个节点；如为立交（倒虹吸、渡槽），可不处理。",
                        "If the waters meet, put a junction there; if one passes over the other, leave it."));
    }
}

package org.greenplan.network;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;

/** Drains that lead sewage into rivers, lakes and links, where no sewage works stands. */
record Outfalls(Survey survey) {
    private static final Set<String> SEWAGE = Set.of("sewage", "combined");

    void look() {
        var ends = new TreeMap<String, List<Touch>>();
        for (Touch touch : survey.drawing().touches().values()) {
            if (touch.how() == Touch.How.DISCHARGES
                    && SEWAGE.contains(survey.thing(touch.a().id()).text("kind"))) {
                ends.merge(touch.a().id() + " " + touch.a().part(), List.of(touch), Outfalls::both);
            }
        }
        for (List<Touch> end : ends.values()) {
            boolean treated =
                    end.stream().anyMatch(touch -> survey.thing(touch.b().id()).is("sewage_works"));
            if (!treated) {
                end.stream()
                        .filter(touch -> survey.thing(touch.b().id()).kind() != Kind.STRUCTURE)
                        .findFirst()
                        .ifPresent(this::untreated);
            }
        }
    }

    private static List<Touch> both(List<Touch> some, List<Touch> more) {
        return List.of(some, more).stream().flatMap(List::stream).toList();
    }

    private void untreated(Touch touch) {
        Drawn drain = survey.thing(touch.a().id());
        Drawn water = survey.thing(touch.b().id());
        survey.add(
                Finding.Type.UNTREATED,
                drain,
                null,
                touch.b().id(),
                List.of(water.id()),
                new Coordinate(touch.x(), touch.y()),
                Words.of(
                        "“" + drain.name() + "”把污水直接排入“" + water.name() + "”，没有经过污水处理厂。",
                        drain.name() + " leads sewage into " + water.name() + " and not to a sewage works."),
                Words.of(
                        "接到污水处理厂，或改为雨污分流后只排雨水。",
                        "Lead it to a sewage works, or separate the sewage and let rain water alone run here."));
    }
}

package org.greenplan.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.greenplan.geo.Overlay;
import org.greenplan.problem.Words;
import org.greenplan.rule.Judge.Found;
import org.greenplan.rule.RuleTest.Ways;
import org.greenplan.rule.Trials.Near;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The land of roads and railways around a plot, and strips along it: the edge is reckoned from the line and the way's class. */
record WayLand(Trials trials) {
    private static final Words RECKONED =
            Words.of("路界按中心线加半宽推算", "the edge of the way's land is reckoned from its line and class");
    private static final int QUADRANT = 16;

    /** What of a plot lies in the zones beside ways. */
    Found near(RuleTest.Distance distance, Subject plot, Around around) {
        List<Geometry> parts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Near way : ways(distance.ways(), distance.zonesM(), plot, around)) {
            Double zone = Trials.number(distance.zonesM(), distance.ways(), way);
            if (zone != null) {
                Geometry strip = strip(plot, way, distance.ways().halfM(Trials.code(distance.ways(), way)) + zone);
                Geometry common = Overlay.intersection(plot.area(), strip);
                if (common.getArea() >= Trials.LEAST_M2) {
                    parts.add(common);
                    names.add(way.label());
                }
            }
        }
        return parts.isEmpty() ? Trials.pass(plot, null) : Trials.hit(names, Overlay.union(parts), RECKONED);
    }

    /** What of a plot lies outside all ways' land and the strips that are allowed beside it; nothing where no way is near. */
    Geometry beyond(RuleTest.Beyond beyond, Subject plot, Around around) {
        List<Geometry> strips = strips(beyond.ways(), beyond.widthsM(), plot, around, way -> beyond.widthsM()
                .getOrDefault(Trials.code(beyond.ways(), way), 0.0));
        return strips.isEmpty()
                ? plot.area().getFactory().createMultiPolygon()
                : Overlay.difference(plot.area(), strips);
    }

    /** The land itself of the ways near a plot. */
    List<Geometry> of(List<Ways> all, Subject plot, Around around) {
        return all.stream()
                .flatMap(ways -> strips(ways, ways.halfWidthsM(), plot, around, way -> 0).stream())
                .toList();
    }

    private List<Geometry> strips(
            Ways ways, Map<String, Double> numbers, Subject plot, Around around, ToDoubleFunction<Near> beside) {
        List<Geometry> strips = new ArrayList<>();
        for (Near way : ways(ways, numbers, plot, around)) {
            double half = ways.halfM(Trials.code(ways, way)) + beside.applyAsDouble(way);
            if (half > 0 && numbers.containsKey(Trials.code(ways, way))) {
                Geometry strip = strip(plot, way, half);
                if (!strip.isEmpty()) {
                    strips.add(strip);
                }
            }
        }
        return strips;
    }

    private List<Near> ways(Ways ways, Map<String, Double> numbers, Subject plot, Around around) {
        double widest =
                numbers.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return trials.things(ways.choice(), plot, around, ways.widestM() + widest, false);
    }

    /** What lies so near a way, as far as it is of interest to a plot: a road is long, and a plot is not. */
    private static Geometry strip(Subject plot, Near way, double reachM) {
        Envelope box = new Envelope(plot.area().getEnvelopeInternal());
        box.expandBy(2 * reachM + 1);
        Geometry line = way.thing().plane();
        Geometry near = box.contains(line.getEnvelopeInternal())
                ? line
                : OverlayNGRobust.overlay(line, line.getFactory().toGeometry(box), OverlayNG.INTERSECTION);
        return near.buffer(reachM, QUADRANT);
    }
}

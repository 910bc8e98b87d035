package org.greenplan.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.filter.Answer;
import org.greenplan.geo.Overlay;
import org.greenplan.geo.Unit;
import org.greenplan.problem.Words;
import org.greenplan.rule.Around.Thing;
import org.greenplan.rule.Judge.Found;
import org.greenplan.rule.Outcome.State;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** The trials of rules, each a few lines over a plot and what lies around it. */
final class Trials {
    /** Less than this is how two offices draw one line. */
    static final double LEAST_M2 = 0.1;

    /** Places are kept in degrees and measured in metres: so much of an area is lost on the way. */
    private static final double ROUNDED_M2 = 1e-3;

    private static final double MITRE = 10;
    private static final BufferParameters SHARP =
            new BufferParameters(8, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, MITRE);

    private final Catalogue catalogue;
    private final Asking asking;
    private final WayLand land;

    Trials(Catalogue catalogue, Asking asking) {
        this.catalogue = catalogue;
        this.asking = asking;
        this.land = new WayLand(this);
    }

    Found of(RuleTest test, Subject plot, Around around) {
        if (test instanceof RuleTest.Overlap overlap) {
            return on(plot, plot.area(), things(overlap.ground(), plot, around, 0, false));
        } else if (test instanceof RuleTest.Within within) {
            return beside(within, plot, around);
        } else if (test instanceof RuleTest.Distance distance) {
            return land.near(distance, plot, around);
        } else if (test instanceof RuleTest.Beyond beyond) {
            return on(plot, land.beyond(beyond, plot, around), things(beyond.ground(), plot, around, 0, false));
        } else if (test instanceof RuleTest.Size size) {
            return size(size, plot);
        } else if (test instanceof RuleTest.Width width) {
            return width(width, plot);
        } else if (test instanceof RuleTest.Stated stated) {
            return stated(stated, plot);
        } else if (test instanceof RuleTest.Profile profile) {
            return new Profiles(land).of(profile, plot, around);
        }
        return covered((RuleTest.Covered) test, plot, around);
    }

    /** A feature near a plot, with the layer it is of. */
    record Near(LayerType layer, Thing thing) {
        String label() {
            return thing.feature().label(layer);
        }
    }

    /**
     * The features of a choice that may lie so near a plot; not the plot itself.
     *
     * @param surely whether a feature has to be known to be meant, or only not to be known not to be
     */
    List<Near> things(Choice choice, Subject plot, Around around, double reachM, boolean surely) {
        List<LayerType> layers = choice.in(catalogue);
        Predicate<Answer> taken = surely ? answer -> answer == Answer.YES : answer -> answer != Answer.NO;
        List<Near> found = new ArrayList<>();
        for (LayerType layer : layers) {
            for (Thing thing : around.near(layer, plot.area(), reachM)) {
                if (!thing.feature().ref().equals(plot.feature().ref())
                        && taken.test(asking.of(choice.where(), layer, layers, thing.feature()))) {
                    found.add(new Near(layer, thing));
                }
            }
        }
        return found;
    }

    /** What of a part of a plot lies on something. */
    private static Found on(Subject plot, Geometry part, List<Near> things) {
        List<Geometry> parts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Near near : things) {
            Geometry common = Overlay.intersection(part, near.thing().plane());
            if (common.getArea() >= LEAST_M2) {
                parts.add(common);
                names.add(near.label());
            }
        }
        return parts.isEmpty() ? pass(plot, null) : hit(names, Overlay.union(parts), null);
    }

    private Found beside(RuleTest.Within within, Subject plot, Around around) {
        List<Geometry> ground = shapes(things(within.ground(), plot, around, 0, true));
        Geometry rest = Overlay.difference(plot.area(), ground);
        double most = Math.max(LEAST_M2, within.share() * plot.area().getArea());
        return rest.getArea() < most ? pass(plot, null) : hit(List.of(), rest, null);
    }

    private static Found size(RuleTest.Size size, Subject plot) {
        double m2 = plot.area().getArea();
        if (m2 > size.mostM2() + ROUNDED_M2) {
            return hit(List.of(), plot.area(), amount(m2, ">", size.mostM2(), "m²"));
        }
        if (!size.contiguous()) {
            return m2 < size.leastM2() - ROUNDED_M2
                    ? hit(List.of(), plot.area(), amount(m2, "<", size.leastM2(), "m²"))
                    : pass(plot, null);
        }
        List<Geometry> small = new ArrayList<>();
        for (Polygon piece : pieces(Overlay.union(List.of(plot.area())))) {
            if (piece.getArea() < size.leastM2() - ROUNDED_M2) {
                small.add(piece);
            }
        }
        return small.isEmpty()
                ? pass(plot, null)
                : hit(List.of(), Overlay.union(small), amount(small.get(0).getArea(), "<", size.leastM2(), "m²"));
    }

    /** What a square of that width, pushed through the plot, does not reach: corners stay sharp, so that a rectangle loses nothing. */
    private static Found width(RuleTest.Width width, Subject plot) {
        Geometry core = BufferOp.bufferOp(plot.area(), -width.leastM() / 2, SHARP);
        Geometry wide = core.isEmpty() ? core : BufferOp.bufferOp(core, width.leastM() / 2 + 1e-3, SHARP);
        Geometry narrow =
                wide.isEmpty() ? Overlay.polygons(plot.area()) : Overlay.difference(plot.area(), List.of(wide));
        double share = narrow.getArea() / plot.area().getArea();
        if (plot.area().isEmpty() || share <= width.share()) {
            return pass(plot, null);
        }
        String percent = String.format(Locale.ROOT, "%.0f", share * 100);
        String least = String.format(Locale.ROOT, "%.0f", width.leastM());
        return hit(
                List.of(),
                narrow,
                Words.of(percent + "% 的面积窄于 " + least + " m", percent + "% of it is narrower than " + least + " m"));
    }

    private Found stated(RuleTest.Stated stated, Subject plot) {
        return switch (asking.of(stated.must(), plot.layer(), List.of(plot.layer()), plot.feature())) {
            case YES -> pass(plot, null);
            case NO -> hit(List.of(), plot.area(), null);
            case UNKNOWN ->
                new Found(
                        State.NOT_CHECKED,
                        List.of(),
                        plot.area(),
                        0,
                        Words.of("地块没有填写所需的属性", "the plot does not say what the rule asks for"));
        };
    }

    private Found covered(RuleTest.Covered covered, Subject plot, Around around) {
        double m2 = plot.area().getArea();
        Double mostMu = covered.mostMu();
        if (mostMu != null && Math.round(Unit.MU.amount(m2) * 1000) > Math.round(mostMu * 1000)) {
            return new Found(State.NOT_APPLICABLE, List.of(), plot.area(), 0, null);
        }
        Geometry bare = Overlay.difference(plot.area(), shapes(things(covered.by(), plot, around, 0, true)));
        double share = m2 == 0 ? 1 : 1 - bare.getArea() / m2;
        String percent = String.format(Locale.ROOT, "%.1f", share * 100);
        return share >= covered.share()
                ? pass(plot, null)
                : hit(List.of(), bare, Words.of("已覆盖 " + percent + "%", percent + "% is covered"));
    }

    static List<Geometry> shapes(Collection<Near> things) {
        return things.stream().map(near -> near.thing().plane()).toList();
    }

    static Found pass(Subject plot, @Nullable Words note) {
        return new Found(State.PASS, List.of(), plot.area(), 0, note);
    }

    static Found hit(Collection<String> names, Geometry shape, @Nullable Words note) {
        return new Found(State.HIT, List.copyOf(names), shape, 0, note);
    }

    private static Words amount(double is, String sign, double bound, String unit) {
        String text = String.format(Locale.ROOT, "%,.1f %s %,.1f %s", is, sign, bound, unit);
        return Words.of(text, text);
    }

    private static List<Polygon> pieces(Geometry shape) {
        List<Polygon> pieces = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon piece && !piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** The number that a test has for a way's class; null where it has none. */
    static @Nullable Double number(Map<String, Double> byClass, RuleTest.Ways ways, Near way) {
        return byClass.get(code(ways, way));
    }

    static String code(RuleTest.Ways ways, Near way) {
        return String.valueOf(Asking.valueOf(way.layer(), way.thing().feature(), ways.by()));
    }
}

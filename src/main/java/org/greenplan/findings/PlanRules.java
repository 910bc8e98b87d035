package org.greenplan.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.PlotShape;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.geo.Overlay;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.rule.Around;
import org.greenplan.rule.Judge;
import org.greenplan.rule.Outcome;
import org.greenplan.rule.Rules;
import org.greenplan.rule.Subject;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The rules asked of plots of a plan, as one view of the plan has them and what lies around them. */
public final class PlanRules {
    private final Neighbourhood plan;
    private final PlotShapes shapes;
    private final Judge judge;

    /** @param plan the plan as it stands, or as it would be */
    public PlanRules(Ground ground, Neighbourhood plan) {
        this.plan = plan;
        this.shapes = new PlotShapes(ground.catalogue(), ground.crs());
        this.judge = new Judge(
                Rules.bundled(),
                ground.catalogue(),
                ground.crs(),
                ground.settings().year());
    }

    /** What every rule says of each of some features, in their order; of what no rule is about, nothing. */
    public List<Outcome> of(Collection<Feature> features) {
        List<Subject> subjects = new ArrayList<>();
        Envelope all = new Envelope();
        for (Feature feature : features) {
            LayerType layer = plan.session().catalogue().get(feature.ref().layer());
            if (judge.judges(layer)) {
                Subject subject = subject(layer, feature);
                all.expandToInclude(subject.area().getEnvelopeInternal());
                subjects.add(subject);
            }
        }
        Around around = new Around(plan::near, new FeatureStore(plan.session())::isEmpty, this::plane, all);
        return judge.of(subjects, around);
    }

    /** What every rule says of each feature of the plan that any rule is about. */
    public List<Outcome> whole() {
        List<Feature> features = new ArrayList<>();
        plan.session().catalogue().layers().stream()
                .filter(judge::judges)
                .forEach(layer -> plan.stream(layer, features::add));
        return of(features);
    }

    private Subject subject(LayerType layer, Feature feature) {
        if (!layer.addsGreen()) {
            return new Subject(feature, layer, plan.crs().toPlane(feature.geometry()), null);
        }
        PlotShape plot = shapes.of(feature);
        return new Subject(feature, layer, plot.area(), plot.centreLine());
    }

    private Geometry plane(LayerType layer, Feature feature) {
        return layer.addsGreen() ? shapes.of(feature).area() : plan.crs().toPlane(feature.geometry());
    }

    /** All ground that a rule keeps green from, in the plan's plane, whichever plot may come there. */
    List<Geometry> ground() {
        List<Geometry> bound = new ArrayList<>();
        for (LayerType layer : plan.session().catalogue().layers()) {
            if (layer.geometry() == GeometryKind.POLYGON && judge.isGround(layer)) {
                plan.stream(layer, feature -> {
                    if (judge.isGround(layer, feature)) {
                        bound.add(plan.crs().toPlane(feature.geometry()));
                    }
                });
            }
        }
        return bound;
    }

    /** Where plots offend, in the plan's plane: against the rule of a code, or against all that say where nothing may lie. */
    public static Geometry shape(Collection<Outcome> outcomes, @Nullable String rule) {
        List<Geometry> parts = outcomes.stream()
                .filter(outcome -> outcome.state() == Outcome.State.HIT)
                .filter(outcome -> rule == null
                        ? outcome.rule().isOfGround()
                        : outcome.rule().code().equals(rule))
                .map(Outcome::shape)
                .toList();
        boolean lines = parts.stream().anyMatch(part -> part.getDimension() == 1);
        if (lines) {
            return parts.get(0).getFactory().buildGeometry(parts).union();
        }
        return Overlay.union(parts);
    }
}

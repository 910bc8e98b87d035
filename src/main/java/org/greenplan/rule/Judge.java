package org.greenplan.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.filter.Answer;
import org.greenplan.problem.Words;
import org.greenplan.rule.Outcome.State;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Asks rules of plots. A pure function of the rules, the plots and what lies around them. */
public final class Judge {
    private final List<Rule> rules;
    private final Catalogue catalogue;
    private final ShapeKernel kernel;
    private final LocalDate first;
    private final LocalDate last;
    private final Asking asking;
    private final Trials trials;

    /** @param year of the programme: its first day judges plots that have no day of their own, its last what binds older ones too */
    public Judge(List<Rule> rules, Catalogue catalogue, PlanCrs plane, int year) {
        this.rules = List.copyOf(rules);
        this.catalogue = catalogue;
        this.kernel = new ShapeKernel(plane);
        this.first = LocalDate.of(year, 1, 1);
        this.last = LocalDate.of(year, 12, 31);
        this.asking = new Asking(catalogue, plane);
        this.trials = new Trials(catalogue, asking);
    }

    /** What every rule says of a plot, in the order of the rules; of something that no rule is about, nothing. */
    List<Outcome> of(Subject subject, Around around) {
        Areas drawn = kernel.areas(subject.area());
        List<Outcome> outcomes = new ArrayList<>();
        for (Rule rule : rules) {
            if (isAbout(rule, subject.layer())) {
                outcomes.add(of(rule, subject, drawn, around));
            }
        }
        return outcomes;
    }

    /**
     * What every rule says of each of many plots, in their order; uses all processors. What lies around them is read first, by the calling
     * thread alone.
     */
    public List<Outcome> of(List<Subject> subjects, Around around) {
        for (Rule rule : rules) {
            if (subjects.stream().anyMatch(subject -> isAbout(rule, subject.layer()))) {
                rule.test().looksAt().stream()
                        .flatMap(choice -> choice.in(catalogue).stream())
                        .forEach(layer -> around.read(layer, rule.test().reachM()));
            }
        }
        return subjects.parallelStream()
                .flatMap(subject -> of(subject, around).stream())
                .toList();
    }

    /** Whether any rule is about features of a layer. */
    public boolean judges(LayerType layer) {
        return rules.stream().anyMatch(rule -> isAbout(rule, layer));
    }

    /** Whether a rule that holds on the plan's last day keeps green from features of a layer. */
    public boolean isGround(LayerType layer) {
        return grounds().anyMatch(ground -> ground.in(catalogue).contains(layer));
    }

    /** Whether it keeps green from this feature. */
    public boolean isGround(LayerType layer, Feature feature) {
        return grounds().anyMatch(ground -> {
            List<LayerType> layers = ground.in(catalogue);
            return layers.contains(layer) && asking.of(ground.where(), layer, layers, feature) != Answer.NO;
        });
    }

    private Stream<Choice> grounds() {
        return rules.stream()
                .filter(rule -> rule.holds(last))
                .flatMap(rule ->
                        rule.test() instanceof RuleTest.Overlap overlap ? Stream.of(overlap.ground()) : Stream.of());
    }

    private static boolean isAbout(Rule rule, LayerType layer) {
        return rule.layers().isEmpty() ? layer.addsGreen() : rule.layers().contains(layer.id());
    }

    private Outcome of(Rule rule, Subject subject, Areas drawn, Around around) {
        LocalDate day = rule.acts() == Rule.Acts.ALL ? last : day(subject);
        if (!rule.holds(day)) {
            return plain(rule, subject, drawn, State.NOT_APPLICABLE, null);
        }
        List<LayerType> bound = catalogue.layers().stream()
                .filter(layer -> isAbout(rule, layer))
                .toList();
        Answer inScope = asking.of(rule.scope(), subject.layer(), bound, subject.feature());
        if (inScope == Answer.NO) {
            return plain(rule, subject, drawn, State.NOT_APPLICABLE, null);
        }
        if (inScope == Answer.UNKNOWN) {
            return plain(
                    rule,
                    subject,
                    drawn,
                    State.NOT_CHECKED,
                    Words.of("地块缺少判断适用范围所需的属性", "the plot lacks what decides whether the rule binds it"));
        }
        Words missing = missing(rule.test(), around);
        if (missing != null) {
            return plain(rule, subject, drawn, State.NOT_CHECKED, missing);
        }
        return outcome(rule, subject, drawn, trials.of(rule.test(), subject, around));
    }

    private Outcome outcome(Rule rule, Subject subject, Areas drawn, Found found) {
        if (found.state() != State.HIT) {
            return plain(rule, subject, drawn, found.state(), found.note());
        }
        Areas hit = found.shape().getDimension() == 2 ? kernel.areas(found.shape()) : Areas.ZERO;
        return new Outcome(
                rule,
                subject.feature().ref(),
                State.HIT,
                found.names(),
                found.shape(),
                drawn,
                new Areas(
                        Math.min(hit.planeMm2(), drawn.planeMm2()), Math.min(hit.ellipsoidMm2(), drawn.ellipsoidMm2())),
                Areas.ZERO,
                found.lengthM(),
                found.note());
    }

    private static Outcome plain(Rule rule, Subject subject, Areas drawn, State state, @Nullable Words note) {
        Geometry none = subject.area().getFactory().createMultiPolygon();
        Areas unknown = state == State.NOT_CHECKED ? drawn : Areas.ZERO;
        return new Outcome(rule, subject.feature().ref(), state, List.of(), none, drawn, Areas.ZERO, unknown, 0, note);
    }

    /** The day by which a plot is judged: that of its planned start, else the first of the programme. */
    private LocalDate day(Subject subject) {
        Object start =
                subject.layer().value(AttributeRole.START, subject.feature().attributes());
        return start instanceof LocalDate day ? day : first;
    }

    /** Why nothing can be said of a test, null where it can be made: a layer that is not there, or has nothing in it. */
    private @Nullable Words missing(RuleTest test, Around around) {
        for (Choice choice : test.asks()) {
            List<LayerType> layers = choice.in(catalogue);
            if (layers.isEmpty()) {
                String which = choice.role() == null
                        ? String.join(", ", choice.missing(catalogue))
                        : choice.role().name();
                return Words.of("规划中没有图层“" + which + "”", "the plan has no layer \"" + which + "\"");
            }
            if (layers.stream().allMatch(around::isEmpty)) {
                Words title = layers.get(0).title();
                return Words.of("图层“" + title.zh() + "”没有数据", "the layer \"" + title.en() + "\" is empty");
            }
        }
        return null;
    }

    /**
     * What a test found.
     *
     * @param shape what offends, in the plane
     */
    record Found(State state, List<String> names, Geometry shape, double lengthM, @Nullable Words note) {}
}

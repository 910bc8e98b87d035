package org.greenplan.water.operate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.water.Demand;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Licence;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.TypicalYear;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** One month, or twelve closed upon themselves, as a linear programme in cubic metres that knows no network, losses inside. */
final class OperationLp {
    /** The library solves more exactly when its numbers are neither large nor small. */
    private static final double UNIT_M3 = 1000;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Network network;
    private final TypicalYear year;
    private final Map<String, Variable> variables = new HashMap<>();
    private final List<Variable> all = new ArrayList<>();
    private final Map<String, Double> share = new HashMap<>();

    private OperationLp(Network network, String year) {
        this.network = network;
        this.year = network.year(year);
    }

    /** The month of a result, with what stood before and the surfaces that the result came to. */
    static OperationLp month(Network network, String year, MonthResult result) {
        var lp = new OperationLp(network, year);
        lp.variables(result.month(), 0, result.closed());
        for (Lake lake : network.lakes()) {
            LakeMonth stood = result.lakes().get(lake.id());
            double loss = lp.lossM(lake, result.month());
            double area = lake.shape().areaM2(stood.beforeM3());
            Expression row = lp.balance(lake, result.month(), 0, stood.afterM3());
            double carried = loss > 0
                    ? stood.beforeM3() - Math.min(stood.beforeM3(), loss * area / 2)
                    : stood.beforeM3() - loss * area / 2;
            lp.level(row, lp.added(lake.id(), lake, result.month(), stood.afterM3()) + carried);
            lp.of("spill " + lake.id() + 0).upper((stood.spilledM3() + 1e-6) / UNIT_M3);
        }
        for (Junction junction : network.junctions()) {
            lp.level(lp.passing(junction.id(), 0), lp.added(junction.id(), null, result.month(), 0));
            lp.of("overbank " + junction.id() + 0)
                    .upper((result.overbankM3().getOrDefault(junction.id(), 0.0) + 1e-6) / UNIT_M3);
        }
        for (Licence licence : network.licences()) {
            lp.licence(licence, result.allowanceM3().get(licence.id()), 1);
        }
        return lp;
    }

    /** The whole year, closed upon itself, with the surfaces that the result came to. */
    static OperationLp year(Network network, BestYear best) {
        var lp = new OperationLp(network, best.year());
        for (int m = 0; m < 12; m++) {
            lp.variables(1 + (6 + m) % 12, m, List.of());
        }
        for (int m = 0; m < 12; m++) {
            int month = 1 + (6 + m) % 12;
            for (Lake lake : network.lakes()) {
                double before = Math.max(
                        1e-6 * lake.normalM3().number(),
                        best.volumesM3().get(lake.id()).get((m + 11) % 12));
                double after = best.volumesM3().get(lake.id()).get(m);
                double loss = lp.lossM(lake, month);
                double area = lake.shape().areaM2(before);
                Expression row = lp.balance(lake, month, m, after);
                double kept = loss > 0 ? Math.max(0, 1 - loss * area / before / 2) : 1;
                lp.add(row, lp.of("stands " + lake.id() + (m + 11) % 12), kept);
                lp.level(row, lp.added(lake.id(), lake, month, after) - Math.min(0, loss) * area / 2);
            }
            for (Junction junction : network.junctions()) {
                lp.level(lp.passing(junction.id(), m), lp.added(junction.id(), null, month, 0));
            }
        }
        network.licences().forEach(licence -> lp.licence(licence, licence.m3(best.year()), 12));
        return lp;
    }

    private void variables(int month, int m, List<String> closed) {
        for (Link link : network.links()) {
            variable("link " + link.id() + m, closed.contains(link.id()) ? 0 : link.capacityM3(month));
        }
        for (Source source : network.sources()) {
            variable("source " + source.id() + m, source.availableM3(year.id(), month));
        }
        for (Lake lake : network.lakes()) {
            variable("stands " + lake.id() + m, lake.limitM3().at(month));
            variable("spill " + lake.id() + m, Double.POSITIVE_INFINITY);
        }
        for (Junction junction : network.junctions()) {
            variable("overbank " + junction.id() + m, Double.POSITIVE_INFINITY);
            variable("leaves " + junction.id() + m, junction.leaves() ? Double.POSITIVE_INFINITY : 0);
        }
        for (Demand demand : network.demands()) {
            double wanted = MonthOperation.wantedM3(network, demand, month);
            if (demand instanceof Demand.Use) {
                variable("use " + demand.id() + m, wanted);
            }
            if (wanted > 0) {
                Expression row = row();
                add(row, variable("share " + demand.id() + m, UNIT_M3), -wanted / UNIT_M3);
                if (demand instanceof Demand.Use) {
                    add(row, of("use " + demand.id() + m), 1);
                } else if (demand instanceof Demand.Storage) {
                    add(row, of("stands " + demand.at() + m), 1);
                } else if (demand instanceof Demand.LinkFlow) {
                    add(row, of("link " + demand.at() + m), 1);
                }
                for (Link link : network.links()) {
                    if (demand instanceof Demand.Turnover turnover
                            && link.from().equals(demand.at())
                            && !turnover.notBy().contains(link.id())) {
                        add(row, of("link " + link.id() + m), 1);
                    }
                }
                row.lower(0);
            }
        }
    }

    private double lossM(Lake lake, int month) {
        double rain = year.rainMm().at(month) / 1000;
        double seep = lake.seepageMmPerDay().number() * Monthly.days(month) / 1000;
        return year.evaporationMm().at(month) / 1000
                + seep
                - rain
                + rain * lake.runoffCoefficient().number();
    }

    private double added(String id, Lake lake, int month, double afterM3) {
        double added = network.inflows().stream()
                .filter(inflow -> inflow.at().equals(id))
                .mapToDouble(inflow -> inflow.m3(year.id(), month))
                .sum();
        if (lake != null) {
            double rain = year.rainMm().at(month) / 1000;
            added += rain
                    * lake.runoffCoefficient().number()
                    * lake.catchmentM2().number();
            double then = Math.max(afterM3, 1e-6 * lake.normalM3().number());
            added -= Math.min(0, lossM(lake, month)) * lake.shape().areaM2(then) / 2;
        }
        return added;
    }

    private Expression balance(Lake lake, int month, int m, double afterM3) {
        Expression row = passing(lake.id(), m);
        double then = Math.max(afterM3, 1e-6 * lake.normalM3().number());
        double lost = Math.max(0, lossM(lake, month)) * lake.shape().areaM2(then) / then / 2;
        add(row, of("stands " + lake.id() + m), -1 - lost);
        return row;
    }

    private Expression passing(String id, int m) {
        Expression row = row();
        for (Link link : network.links()) {
            Variable flow = of("link " + link.id() + m);
            if (link.to().equals(id)) {
                add(row, flow, 1 - link.lossShare().number());
            } else if (link.from().equals(id)) {
                add(row, flow, -1);
            }
        }
        network.sources().stream()
                .filter(source -> source.at().equals(id))
                .forEach(source -> add(row, of("source " + source.id() + m), 1));
        for (Lake lake : network.lakes()) {
            if (lake.id().equals(id)) {
                add(row, of("spill " + id + m), -1);
            } else if (id.equals(lake.spillTo())) {
                add(row, of("spill " + lake.id() + m), 1);
            }
        }
        for (Junction junction : network.junctions()) {
            if (junction.id().equals(id)) {
                add(row, of("overbank " + id + m), -1);
                add(row, of("leaves " + id + m), -1);
            }
        }
        network.demands().stream()
                .filter(demand -> demand instanceof Demand.Use && demand.at().equals(id))
                .forEach(demand -> add(row, of("use " + demand.id() + m), -1));
        return row;
    }

    private void licence(Licence licence, double allowed, int months) {
        Expression row = row();
        for (Source source : network.sources()) {
            for (int m = 0; m < months && licence.id().equals(source.licence()); m++) {
                add(row, of("source " + source.id() + m), 1);
            }
        }
        row.upper(allowed / UNIT_M3);
    }

    private Variable variable(String name, double most) {
        Variable variable = model.newVariable(name).lower(0);
        if (most < Double.POSITIVE_INFINITY) {
            variable.upper(most / UNIT_M3);
        }
        variables.put(name, variable);
        all.add(variable);
        return variable;
    }

    private Variable of(String name) {
        return variables.get(name);
    }

    private Expression row() {
        return model.newExpression("row " + model.countExpressions());
    }

    private void add(Expression row, Variable variable, double factor) {
        row.add(variable, BigDecimal.valueOf(factor));
    }

    private void level(Expression row, double added) {
        row.level(BigDecimal.valueOf(-added / UNIT_M3));
    }

    /** The largest share that all demands of a level can have in all months, kept from now on. */
    double alike(int level) {
        List<Variable> open = open(level);
        double best = common(open);
        open.forEach(variable -> variable.lower(Math.max(0, best - 1e-8)));
        return best;
    }

    /** The sorted shares of a level's demands made as large as they can be, kept from now on. */
    Map<String, Double> fair(int level) {
        List<Variable> open = open(level);
        Map<String, Double> fair = new HashMap<>();
        while (!open.isEmpty()) {
            double best = common(open);
            open.forEach(variable -> variable.lower(Math.max(0, best - 1e-8)));
            List<Variable> held = new ArrayList<>();
            for (Variable variable : open) {
                if (best > 1 - 1e-7 || highest(variable) < best + 1e-6) {
                    held.add(variable);
                }
            }
            if (held.isEmpty()) {
                throw new AssertionError("nothing holds a share back");
            }
            held.forEach(variable -> fair.put(variable.getName(), best));
            open.removeAll(held);
        }
        return fair;
    }

    private List<Variable> open(int level) {
        List<Variable> open = new ArrayList<>();
        for (Demand demand : network.demands()) {
            for (int m = 0; m < 12 && demand.level() == level; m++) {
                Variable variable = of("share " + demand.id() + m);
                if (variable != null) {
                    open.add(variable);
                }
            }
        }
        return open;
    }

    /** The programme of the largest share that all demands of a level can have, as the format LP writes it, before anything is solved. */
    String text(int level) {
        Variable least = least(open(level));
        var text = new StringBuilder("Maximize\n obj: x" + all.indexOf(least) + "\nSubject To\n");
        Map<Variable, Integer> at = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            at.put(all.get(i), i);
        }
        int rows = 0;
        for (Expression row : model.constraints()
                .filter(one -> !one.getLinearKeySet().isEmpty())
                .toList()) {
            var terms = new StringBuilder();
            row.getLinearKeySet()
                    .forEach(key -> terms.append(String.format(
                            Locale.ROOT,
                            " %s %.12g x%d",
                            row.get(key).signum() < 0 ? "-" : "+",
                            row.get(key).abs().doubleValue(),
                            at.get(model.getVariable(key)))));
            BigDecimal low = row.getLowerLimit();
            BigDecimal high = row.getUpperLimit();
            String sign = low == null ? "<=" : low.equals(high) ? "=" : ">=";
            text.append(String.format(
                    Locale.ROOT, " c%d:%s %s %.12g%n", rows++, terms, sign, (low == null ? high : low).doubleValue()));
        }
        text.append("Bounds\n");
        for (int i = 0; i < all.size(); i++) {
            BigDecimal high = all.get(i).getUpperLimit();
            text.append(
                    high == null
                            ? " x" + i + " >= 0\n"
                            : String.format(Locale.ROOT, " 0 <= x%d <= %.12g%n", i, high.doubleValue()));
        }
        return text.append("End\n").toString();
    }

    private double common(List<Variable> open) {
        return open.isEmpty() ? 1 : highest(least(open));
    }

    private Variable least(List<Variable> open) {
        Variable least = variable("least " + all.size(), UNIT_M3);
        for (Variable variable : open) {
            Expression row = row();
            add(row, variable, 1);
            add(row, least, -1);
            row.lower(0);
        }
        return least;
    }

    private double highest(Variable variable) {
        all.forEach(other -> other.weight(other.equals(variable) ? BigDecimal.ONE : null));
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            throw new AssertionError("the programme has no solution: " + result.getState());
        }
        return result.getValue();
    }
}

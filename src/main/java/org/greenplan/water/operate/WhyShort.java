package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.water.Demand;
import org.greenplan.water.Lake;
import org.greenplan.water.Licence;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.flow.Outcome;

/**
 * Solves a month once more for one demand, with every promise to the others kept, and reads the cut off the prices: what is at its
 * bound, and what one m³ more there would give.
 */
public final class WhyShort {
    private static final double NOTHING = 1e-7;
    private static final double NEAR = 1e-4;
    private static final double LEAST_PROMISE_M3 = 0.01;

    private final Network network;
    private final MonthBegin begin;
    private final Demand demand;
    private final MonthOperation operation;
    private final MonthGraph graph;
    private final NetworkSimplex simplex;
    private final double[] cost;
    private final double toStand;
    private final double wantedM3;
    private final Map<String, Double> guess = new HashMap<>();

    private WhyShort(Network network, String year, MonthResult month, Demand demand) {
        this.network = network;
        this.demand = demand;
        operation = new MonthOperation(network);
        graph = operation.graph();
        simplex = operation.simplex();
        Map<String, Double> volumes = new HashMap<>();
        month.lakes().forEach((id, lake) -> {
            volumes.put(id, lake.beforeM3());
            guess.put(id, lake.afterM3());
        });
        begin = new MonthBegin(year, month.month(), volumes, month.allowanceM3());
        operation.promise(begin, guess, demand.level());
        toStand = operation.toStand(demand);
        wantedM3 = MonthOperation.wantedM3(network, demand, begin.month());
        Meter meter = graph.demand.of(demand.id());
        meter.want(simplex, wantedM3 * toStand);
        cost = new double[graph.net.arcs()];
        cost[meter.first] = -1;
    }

    /** The month's cut for a demand, of a result of {@link YearOperation}. */
    public static Shortage of(Network network, String year, MonthResult month, String demand) {
        return new WhyShort(network, year, month, wanting(network, demand)).explain();
    }

    /**
     * What a demand would get in the same month if the network were another one: with the same places, licences and demands.
     *
     * @param month of a result of {@link YearOperation}
     */
    public static double servedM3(Network other, String year, MonthResult month, String demand) {
        Demand wanting = wanting(other, demand);
        var asked = new WhyShort(other, year, month, wanting);
        return asked.graph.demand.of(demand).flow(asked.simplex) / asked.toStand;
    }

    private static Demand wanting(Network network, String demand) {
        return network.demands().stream()
                .filter(one -> one.id().equals(demand))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demand is named " + demand));
    }

    private Shortage explain() {
        double servedM3 = servedM3();
        List<Reason> reasons = new ArrayList<>();
        if (servedM3 < wantedM3 * Served.ENOUGH) {
            List<Piece> pieces = new ArrayList<>();
            network.links().forEach(link -> link(link, pieces));
            network.sources().forEach(source -> source(source, pieces));
            network.licences().forEach(licence -> licence(licence, pieces));
            network.lakes().forEach(lake -> lake(lake, pieces));
            network.demands().forEach(other -> promised(other, pieces));
            pieces.forEach(piece -> reasons.add(reason(piece, servedM3)));
            reasons.sort(Comparator.comparingDouble((Reason reason) -> -reason.gainPerM3())
                    .thenComparing(Reason::at));
            if (reasons.isEmpty()) {
                reasons.add(new Reason(Reason.Kind.NO_WAY, demand.at(), 0, 0, Double.NaN, Double.NaN));
            }
        }
        return new Shortage(demand.id(), begin.month(), wantedM3, servedM3, reasons);
    }

    /** A bound that holds: what it lets through, what one more would give, and whether it can be widened. */
    private record Piece(Reason.Kind kind, String at, double boundM3, double gainPerM3, boolean canGrow) {}

    private double servedM3() {
        if (simplex.minimise(cost) != Outcome.OPTIMAL) {
            throw new IllegalStateException("a month without a flow");
        }
        return simplex.flow(graph.demand.of(demand.id()).first) / toStand;
    }

    private void link(Link link, List<Piece> pieces) {
        Meter meter = graph.link.of(link.id());
        double gain = -simplex.reducedCost(meter.second) / toStand;
        if (gain > NOTHING && meter != graph.demand.find(demand.id())) {
            boolean open = link.capacityM3(begin.month()) > 0;
            var kind =
                    meter.most() > 0 ? Reason.Kind.LINK_FULL : open ? Reason.Kind.BELOW_SILL : Reason.Kind.LINK_CLOSED;
            pieces.add(new Piece(kind, link.id(), meter.most(), gain, meter.most() > 0));
        }
    }

    private void source(Source source, List<Piece> pieces) {
        int arc = graph.source.of(source.id());
        double gain = -simplex.reducedCost(arc) / toStand;
        if (gain > NOTHING) {
            double bound = source.availableM3(begin.year(), begin.month());
            var kind = bound > 0 ? Reason.Kind.SOURCE_FULL : Reason.Kind.SOURCE_SHUT;
            pieces.add(new Piece(kind, source.id(), bound, gain, bound > 0));
        }
    }

    private void licence(Licence licence, List<Piece> pieces) {
        int arc = graph.licence.of(licence.id());
        double gain = -simplex.reducedCost(arc) / toStand;
        if (gain > NOTHING) {
            double bound = begin.allowanceM3(licence.id());
            pieces.add(new Piece(Reason.Kind.LICENCE, licence.id(), bound, gain, bound > 0));
        }
    }

    /** A lake from which more cannot be taken: nothing is promised of what stands in it, and it stands at its floor. */
    private void lake(Lake lake, List<Piece> pieces) {
        Meter meter = graph.stored.of(lake.id());
        double gain = simplex.reducedCost(meter.second) / toStand;
        boolean promised = promisedIn(lake.id());
        if (gain > NOTHING && !promised && meter != graph.demand.of(demand.id())) {
            pieces.add(new Piece(Reason.Kind.LAKE_AT_FLOOR, lake.id(), meter.floor(), gain, false));
        }
    }

    private boolean promisedIn(String lake) {
        return network.demands().stream()
                .anyMatch(
                        one -> one instanceof Demand.Storage && one.at().equals(lake) && one.level() <= demand.level());
    }

    private void promised(Demand other, List<Piece> pieces) {
        Meter meter = graph.demand.of(other.id());
        double gain = simplex.reducedCost(meter.second) / toStand;
        if (other.level() <= demand.level()
                && meter != graph.demand.of(demand.id())
                && gain > NOTHING
                && meter.floor() > LEAST_PROMISE_M3) {
            double bound = meter.floor() / operation.toStand(other);
            pieces.add(new Piece(Reason.Kind.PROMISED, other.id(), bound, gain * operation.toStand(other), false));
        }
    }

    private Reason reason(Piece piece, double servedM3) {
        if (!piece.canGrow()) {
            return new Reason(piece.kind(), piece.at(), piece.boundM3(), piece.gainPerM3(), Double.NaN, Double.NaN);
        }
        double little = piece.boundM3() / 1000;
        double slope = Math.max(0, (servedWith(piece, little) - servedM3) / little);
        double tenth = servedWith(piece, piece.boundM3() / 10) - servedM3;
        return new Reason(piece.kind(), piece.at(), piece.boundM3(), slope, tenth, range(piece, servedM3, slope));
    }

    /** How far what is served goes on rising as it begins to, found by halving. */
    private double range(Piece piece, double servedM3, double slope) {
        if (slope <= NOTHING) {
            return 0;
        }
        double straight = 0;
        double bent = (wantedM3 - servedM3) / slope;
        if (isStraight(piece, servedM3, slope, bent)) {
            return bent;
        }
        while (bent - straight > NEAR * piece.boundM3()) {
            double middle = (straight + bent) / 2;
            if (isStraight(piece, servedM3, slope, middle)) {
                straight = middle;
            } else {
                bent = middle;
            }
        }
        return straight;
    }

    private boolean isStraight(Piece piece, double servedM3, double slope, double moreM3) {
        double expected = servedM3 + slope * moreM3;
        return Math.abs(servedWith(piece, moreM3) - expected) <= NEAR * Math.max(1, slope * moreM3);
    }

    /** What the demand gets where a bound is wider, everybody's fair share computed anew. */
    private double servedWith(Piece piece, double moreM3) {
        double factor = 1 + moreM3 / piece.boundM3();
        var wider = new MonthOperation(network.withWorks(
                network.links().stream()
                        .map(link -> isFull(piece, link.id(), Reason.Kind.LINK_FULL)
                                ? link.withCapacity(link.capacityM3PerDay().times(factor))
                                : link)
                        .toList(),
                network.sources().stream()
                        .map(source -> isFull(piece, source.id(), Reason.Kind.SOURCE_FULL)
                                ? source.withCapacity(source.capacityM3PerDay().times(factor))
                                : source)
                        .toList()));
        Map<String, Double> allowance = new HashMap<>(begin.allowanceM3());
        if (piece.kind() == Reason.Kind.LICENCE) {
            allowance.put(piece.at(), piece.boundM3() + moreM3);
        }
        var wide = new MonthBegin(begin.year(), begin.month(), begin.volumeM3(), allowance);
        wider.promise(wide, guess, demand.level());
        return wider.graph().demand.of(demand.id()).flow(wider.simplex()) / wider.toStand(demand);
    }

    private static boolean isFull(Piece piece, String id, Reason.Kind kind) {
        return piece.kind() == kind && piece.at().equals(id);
    }
}
